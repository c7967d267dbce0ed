import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import RequestFactory

from glossary.models import GlossaryPage, TermLink, TermName, TermPage
from glossary.templatetags.glossary import links_of
from tests.factories import at

pytestmark = pytest.mark.django_db


def page_of(client, entry):
    return client.get(entry.url).content.decode()


def test_an_entry_shows_what_is_known(client, term):
    entry = term(
        english=["supervision"], latvian=[("abbreviation", "s/v")], definition="Konsultēšanas veids.",
        definition_source="lm.gov.lv", status="approved",
    )  # fmt: skip
    page = page_of(client, entry)
    for text in ("supervision", "s/v", "Konsultēšanas veids.", "Avots: lm.gov.lv", f"/vardnica/{entry.pk}/"):
        assert text in " ".join(page.split())
    assert "Pagaidu šķirklis" not in page


def test_what_is_not_verified_says_so(client, term):
    assert "Pagaidu šķirklis" in page_of(client, term())


def test_what_editors_still_look_for_is_never_shown(client, term):
    assert "Avota adrese" not in page_of(client, term(to_find_out="Avota adrese"))


def test_links_are_seen_from_both_sides(term):
    work, community, other = term("sociālais darbs"), term("sociālais darbs kopienā"), term("kopiena")
    TermLink.objects.create(term=community, other=work, kind="broader")
    TermLink.objects.create(term=community, other=other, kind="related")
    assert links_of(community) == {"broader": [work], "narrower": [], "related": [other]}
    assert links_of(work) == {"broader": [], "narrower": [community], "related": []}
    assert links_of(other) == {"broader": [], "narrower": [], "related": [community]}


def test_an_entry_tells_on_which_days_it_was_published(client, term, time_machine):
    made = term("supervīzija")
    for moment in (at(2026, 3, 1, 23, 30), at(2026, 3, 1, 23, 45), at(2026, 3, 5)):
        time_machine.move_to(moment, tick=False)
        made.save_revision(log_action=True).publish()
    assert "2026. gada 5. marts; 2026. gada 1. marts" in page_of(client, made)


def test_links_to_drafts_are_not_shown(term):
    work, draft = term("sociālais darbs"), term("kopiena", live=False)
    TermLink.objects.create(term=work, other=draft)
    assert links_of(work)["broader"] == []


def test_the_section_lists_in_the_order_of_the_alphabet(client, term):
    for title in ("šķirklis", "supervīzija", "āra darbs", "zudums", "ar domu", "čakls"):
        term(title)
    page = client.get("/vardnica/").content.decode()
    titles = ("ar domu", "āra darbs", "čakls", "supervīzija", "šķirklis", "zudums")
    places = [page.index(f">{title}<") for title in titles]
    assert places == sorted(places)
    assert page.count('class="section dictionary"') == 5  # A and Ā share theirs


def test_synonyms_and_abbreviations_lead_to_their_entry(client, term):
    term("garīga rakstura traucējumi", latvian=[("abbreviation", "GRT")])
    page = client.get("/vardnica/").content.decode()
    assert "GRT" in page
    assert "skat." in page


def test_the_other_direction_is_by_english_names(client, term):
    term("supervīzija", english=["supervision", "guided reflection"])
    term("ekokarte")
    page = client.get("/vardnica/?virziens=en").content.decode()
    assert page.index("guided reflection") < page.index(">supervision<")
    assert "ekokarte" not in page


def test_the_section_can_be_narrowed_by_status(client, term):
    term("supervīzija", status="approved")
    term("ekokarte")
    page = client.get("/vardnica/?statuss=approved").content.decode()
    assert "supervīzija" in page
    assert "ekokarte" not in page
    assert "Nekas nav atrasts" in client.get("/vardnica/?statuss=obsolete").content.decode()


def test_what_no_link_asks_for_is_as_if_not_asked(client, term):
    term("supervīzija")
    assert "supervīzija" in client.get("/vardnica/?statuss=x&burts=%F0%9F&virziens=x").content.decode()


def test_drafts_stay_with_editors(client, term):
    draft = term(live=False)
    assert client.get(f"/vardnica/{draft.pk}/").status_code == 404
    assert "supervīzija" not in client.get("/vardnica/").content.decode()


def test_an_empty_section_says_what_will_be_here(client):
    assert "Šeit būs sociālā darba termini" in client.get("/vardnica/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_section_asks_as_often_for_any_number_of_entries(django_assert_num_queries, client, term, count):
    for number in range(count):
        term(f"termins {number}", english=["term"])
    client.get("/vardnica/?x")  # sites, menus and kinds of pages are kept
    with django_assert_num_queries(5):
        client.get("/vardnica/")


def test_a_draft_can_be_previewed_before_it_is_saved():
    draft = TermPage(title="supervīzija", slug="supervizija")
    request = RequestFactory().get("/")
    assert draft.get_context(request)["page"] is draft
    assert links_of(draft) == {"broader": [], "narrower": [], "related": []}


def test_a_long_title_is_refused(term):
    with pytest.raises(ValidationError, match="255"):
        term("a" * 10_000)


def test_an_address_of_digits_belongs_to_numbers(term):
    with pytest.raises(ValidationError, match="numuram"):
        term("2023", slug="2023")


def test_the_preferred_latvian_name_is_the_title(term):
    with pytest.raises(IntegrityError), transaction.atomic():
        TermName.objects.create(term=term(), language="lv", kind="preferred", text="pārraudzība")


def test_a_term_is_not_linked_to_itself(term):
    entry = term()
    with pytest.raises(IntegrityError), transaction.atomic():
        TermLink.objects.create(term=entry, other=entry)


def test_machines_read_what_it_is(term):
    entry = term(definition="Konsultēšanas veids.")
    assert entry.structured_data() == {
        "@type": "DefinedTerm",
        "description": "Konsultēšanas veids.",
        "inDefinedTermSet": GlossaryPage.objects.get().full_url,
        "termCode": entry.pk,
    }
