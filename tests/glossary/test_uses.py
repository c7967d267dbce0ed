import pytest

from glossary.edition import current_terms
from glossary.models import Edition, TermUse
from pages.models import HomePage, StandardPage
from tests.factories import LessonPageFactory, listed, streamed
from tests.publications.making import study

pytestmark = pytest.mark.django_db


def add_page(title, html):
    page = StandardPage(title=title, body=[streamed("text") | {"value": html}], live=False)
    HomePage.objects.get(slug="home").add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def uses():
    return set(TermUse.objects.values_list("term__title", "page__title"))


def test_a_published_page_knows_the_terms_it_holds(term):
    term("supervīzija")
    term("mentors")
    add_page("Raksts", "<p>Par supervīzijām.</p>")
    assert uses() == {("supervīzija", "Raksts")}


def test_a_new_term_finds_the_pages_that_hold_it(term):
    add_page("Raksts", "<p>Par supervīzijām.</p>")
    add_page("Cits", "<p>Par mentoriem.</p>")
    term("supervīzija")
    assert uses() == {("supervīzija", "Raksts")}


def test_an_abbreviation_is_looked_for_as_it_is_written(term):
    add_page("Raksts", "<p>Tādi di vārdi.</p>")
    add_page("Cits", "<p>Par DI norisi.</p>")
    term("deinstitucionalizācija", latvian=[("abbreviation", "DI")])
    assert uses() == {("deinstitucionalizācija", "Cits")}


def test_an_unpublished_page_uses_nothing(term):
    term("supervīzija")
    add_page("Raksts", "<p>Par supervīzijām.</p>").unpublish()
    assert uses() == set()


def test_entries_use_each_other_but_not_themselves(term):
    term("supervizors")
    term("supervīzija", definition="Supervizors vada supervīziju.")
    assert uses() == {("supervizors", "supervīzija")}


def test_an_entry_lists_where_it_is_used(client, term):
    entry = term("supervīzija")
    add_page("Raksts par atbalstu", "<p>Par supervīzijām.</p>")
    page = client.get(entry.url).content.decode()
    assert page.index("Kur lietots") < page.index("Raksts par atbalstu")


def test_terms_are_made_once_an_edition(django_assert_num_queries, term):
    term()
    current_terms()
    with django_assert_num_queries(1):
        current_terms()


@pytest.mark.parametrize("change", ["publish", "unpublish", "delete"])
def test_every_change_of_a_term_is_a_new_edition(term, change):
    entry = term()
    before = Edition.objects.get().key
    {"publish": lambda: entry.save_revision().publish(), "unpublish": entry.unpublish, "delete": entry.delete}[change]()
    assert Edition.objects.get().key != before


def test_a_text_is_marked_from_the_moment_a_term_is_published(client, term):
    page = add_page("Raksts", "<p>Par supervīzijām.</p>")
    draft = term("supervīzija", live=False)
    assert 'class="term"' not in client.get(page.url).content.decode()
    draft.save_revision().publish()
    client.cookies["messages"] = "not a guest"
    marked = f'<a class="term" href="/vardnica/{draft.pk}/">supervīzijām</a>'
    assert marked in client.get(page.url).content.decode()


def test_a_text_for_nobody_in_particular_has_no_marks(term):
    term()
    page = add_page("Raksts", "<p>Par supervīzijām.</p>")
    assert 'class="term"' not in str(page.body)


def test_quotations_and_explanations_of_self_checks_are_texts_too(client, term):
    entry = term("supervīzija")
    choices = listed({"text": "Supervīzijā", "correct": True, "feedback": "Jā, <supervīzijās>."}, {"text": "Nekur"})
    asked = streamed("self_check", question="Kur supervīzijas notiek?", choices=choices)
    quoted = streamed("quote", text="Par supervīzijām & citu.", source="Supervīzijas grāmata")
    lesson = LessonPageFactory(body=[quoted, asked])
    page = str(lesson.body.render_as_block({"request": client.get("/").wsgi_request}))
    mark = f'<a class="term" href="/vardnica/{entry.pk}/">'
    assert f"<p>Par {mark}supervīzijām</a> &amp; citu.</p>" in page
    assert (page.count(mark), "Jā, &lt;supervīzijās&gt;." in page) == (1, True)


def test_the_findings_of_a_study_are_marked_as_the_list_says(client, term):
    entry = term("supervīzija")
    page = study(findings="<p>Darbu atbalsta supervīzijas.</p>")
    page.save_revision().publish()
    assert uses() == {("supervīzija", page.title)}
    assert f'<a class="term" href="/vardnica/{entry.pk}/">supervīzijas</a>' in client.get(page.url).content.decode()
