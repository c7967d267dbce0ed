"""The index says what is public, as soon as it is and no longer than that."""

import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import Page, PageViewRestriction

from courses.models import CoursePage, LessonPage
from pages.models import Subject, TopicIndexPage, TopicPage
from search import actions, tasks
from search.engines.database import schema
from search.models import Entry, Part, Shelf
from tests.factories import CoursePageFactory
from tests.glossary.conftest import add_term
from tests.publications import making
from tests.search.asked import find, index, page, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def after_commit(django_capture_on_commit_callbacks):
    """`with after_commit(): …` and the tasks it asked for have run."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def restrict(place):
    return PageViewRestriction.objects.create(page=place, restriction_type="login")


def test_what_is_published_is_found_and_what_is_unpublished_is_not(after_commit):
    with after_commit():
        made = page("Jauna lapa", live=False)
        made.save_revision().publish()
    assert titles("jauna lapa") == ["Jauna lapa"]
    made.refresh_from_db()
    made.unpublish()
    assert titles("jauna lapa") == []


def test_a_draft_is_not_found_and_a_changed_text_by_its_new_words_only(after_commit):
    index(made := page("Lapa", "Vecais teksts."))
    made.body = [("text", "Jaunais saturs.")]
    made.save_revision()
    assert (titles("vecais"), titles("saturs")) == (["Lapa"], [])
    with after_commit():
        made.latest_revision.publish()
    assert (titles("vecais"), titles("saturs")) == ([], ["Lapa"])


def test_what_is_deleted_is_gone():
    index(made := page("Lapa", "Teksts."))
    Page.objects.get(pk=made.pk).delete()
    assert (titles("lapa"), Part.objects.count(), schema.is_sound(connection)) == ([], 0, True)


def test_a_restriction_hides_a_page_and_all_below_it_at_once(after_commit):
    above = page("Augšējā", "Noslēpums.")
    below = above.add_child(instance=type(above)(title="Apakšējā", body=[("text", "Noslēpums.")]))
    index(above, below)
    with after_commit():
        restriction = restrict(above)
        assert titles("noslēpums") == []
    index(above, below)
    assert titles("noslēpums") == []
    with after_commit():
        restriction.delete()
    assert sorted(titles("noslēpums")) == ["Apakšējā", "Augšējā"]


def test_lessons_are_found_while_their_course_is_open(after_commit):
    course = CoursePageFactory(title="Mācības")
    lesson = LessonPage.objects.child_of(course).first()
    index(course, lesson)
    assert find("nodarbība").total == 1
    course.state = CoursePage.State.IN_PREPARATION
    with after_commit():
        course.save_revision().publish()
    assert find("nodarbība").total == 0


def test_lessons_go_with_a_course_that_is_unpublished():
    course = CoursePageFactory()
    index(course, *LessonPage.objects.child_of(course))
    course.unpublish()
    assert Entry.objects.count() == 0


def test_an_alias_is_not_found_beside_what_it_repeats():
    made = page("Lapa")
    index(made, made.create_alias(update_slug="otra"))
    assert find("lapa").total == 1


def test_a_moved_page_and_those_below_it_have_new_addresses(after_commit):
    above, place = page("Augšējā"), page("Vieta")
    below = above.add_child(instance=type(above)(title="Apakšējā"))
    index(above, place, below)
    with after_commit():
        above.move(place, pos="last-child")
    assert find("apakšējā").hits[0].address.endswith("/vieta/augseja/apakseja/")
    assert find("apakšējā").hits[0].crumbs == ("Vieta", "Augšējā")


def test_a_new_title_reaches_the_breadcrumbs_below(after_commit):
    above = page("Augšējā")
    index(above, above.add_child(instance=type(above)(title="Apakšējā")))
    above.title = "Jaunā"
    with after_commit():
        above.save_revision().publish()
    assert find("apakšējā").hits[0].crumbs == ("Jaunā",)


def test_an_unpublished_page_stands_in_no_breadcrumb_below(after_commit):
    above = page("Augšējā")
    index(above, above.add_child(instance=type(above)(title="Apakšējā")))
    with after_commit():
        above.unpublish()
    assert find("apakšējā").hits[0].crumbs == ()


def test_a_changed_name_of_an_author_reaches_the_works(after_commit):
    index(article := making.article("Raksts", "Ilze Rudzīte"))
    person = making.person("Ilze Rudzīte")
    index(person)
    person.title = "Ilze Kalniņa"
    with after_commit():
        person.save_revision().publish()
    assert "Raksts" in titles("Kalniņa")
    assert article.title == "Raksts"


@pytest.mark.parametrize("hide", [lambda page: page.unpublish(), restrict])
def test_what_is_hidden_is_told_by_no_other_page_either(after_commit, hide):
    topic = TopicIndexPage.objects.get().add_child(instance=TopicPage(title="Noslēpums"))
    person = making.person("Ilze Rudzīte")
    index(topic, person, making.article("Raksts", "Ilze Rudzīte", subjects=[Subject(topic=topic)]))
    assert (titles("noslēpums"), "Raksts" in titles("Rudzīte")) == (["Noslēpums", "Raksts"], True)
    with after_commit():
        hide(topic)
        hide(person)
    assert (titles("noslēpums"), titles("Rudzīte")) == ([], [])
    assert find("raksts").facets["topic"] == []


def test_a_new_synonym_counts_from_its_publishing(after_commit):
    index(page("Pirmā", "Par DI."))
    assert titles("deinstitucionalizācija") == []
    with after_commit():
        add_term("deinstitucionalizācija", latvian=[("abbreviation", "DI")])
    assert titles("deinstitucionalizācija") == ["deinstitucionalizācija", "Pirmā"]


def test_what_has_not_changed_is_not_written_again():
    made = page("Lapa", "Teksts.")
    assert (actions.index([made.pk]), actions.index([made.pk])) == (1, 0)


def test_each_night_what_was_missed_is_put_right(caplog):
    index(made := page("Lapa", "Vecais."))
    type(made).objects.filter(pk=made.pk).update(title="Jaunā")
    missed = page("Aizmirstā")
    with caplog.at_level("WARNING", "socdarbs.search"):
        tasks.compare_index()
    assert (titles("jaunā"), titles("aizmirstā"), caplog.messages) == (
        ["Jaunā"],
        ["Aizmirstā"],
        ["search index differed"],
    )
    assert Entry.objects.filter(page=missed.pk).exists()


def test_rebuilding_goes_on_where_it_was_stopped(capsys):
    call_command("rebuild_search")
    call_command("rebuild_search", anew=True)
    count = Entry.objects.count()
    Entry.objects.filter(pk__in=Entry.objects.values("pk")[:3]).update(digest="")
    capsys.readouterr()
    call_command("rebuild_search")
    assert capsys.readouterr().out.endswith(f"{Page.objects.count()} pages looked at, 3 written.\n")
    assert Entry.objects.count() == count


def test_shelves_on_which_nothing_stands_are_taken_down():
    index(study := making.study(year=2017))
    type(study).objects.update(live=False)
    call_command("rebuild_search", verbosity=0)
    assert not Shelf.objects.filter(key__contains="2017").exists()


def test_full_text_out_of_step_is_noticed_and_made_anew():
    index(page("Lapa"))
    with connection.cursor() as cursor:
        sqlite = "INSERT INTO search_bag (search_bag) VALUES ('delete-all')"
        cursor.execute(sqlite if connection.vendor == "sqlite" else "DELETE FROM search_bag")
    assert not schema.is_sound(connection)
    tasks.compare_index()
    assert (schema.is_sound(connection), titles("lapa")) == (True, ["Lapa"])
