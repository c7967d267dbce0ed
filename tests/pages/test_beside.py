"""What stands beside a page costs the same however much of it there is, and nothing where there is nothing."""

import pytest
from django.test import Client
from wagtail.models import Page

from events.models import EventPage, ProgrammeRow
from pages.beside import related_to, topics_of
from pages.models import Relation, Subject, TopicIndexPage, TopicPage
from pages.specifics import specifics
from publications.models import StudyPage
from tests.events.archive import add_event
from tests.publications.making import article, book, person, study

pytestmark = pytest.mark.django_db
GUEST = {"HTTP_COOKIE": "messages=x"}  # whom the guests' cache passes by


def topic(title):
    return TopicIndexPage.objects.get().add_child(instance=TopicPage(title=title))


def asked_by_a_guest(page, count, ask):
    """The second time: what a process keeps is there. One question is the menu's, which tests do not keep."""
    guest = Client(**GUEST)
    guest.get(page.url)
    with ask(count):
        guest.get(page.url)


def test_topics_stand_as_the_editor_ordered_them():
    ethics, law = topic("Ētika"), topic("Tiesības")
    page = study(subjects=[Subject(topic=law), Subject(topic=ethics)])
    assert topics_of(StudyPage.objects.get(pk=page.pk)) == [law, ethics]


def test_topics_of_a_draft_are_those_it_holds_now():
    ethics, law = topic("Ētika"), topic("Tiesības")
    page = study(subjects=[Subject(topic=law)])
    page.subjects = [Subject(topic=ethics), Subject(topic=law)]
    assert topics_of(page) == [ethics, law]


def test_related_pages_are_told_on_both_sides():
    one, other = study("Pirmais"), add_event()
    Relation.objects.create(page=one, related=other)
    assert (related_to(one), related_to(other)) == ([other], [one])


def test_private_pages_and_drafts_do_not_stand_beside():
    one, other = study("Pirmais"), study("Otrais")
    Relation.objects.create(page=one, related=other)
    other.unpublish()
    assert related_to(one) == []


@pytest.mark.parametrize("count", [1, 3])
def test_pages_of_several_kinds_come_by_one_question(count, django_assert_num_queries):
    pages = [study(), add_event(), book(year=2019)][:count]
    rows = list(Page.objects.filter(pk__in=[page.pk for page in pages]))
    with django_assert_num_queries(1):
        assert sorted(page.when for page in specifics(rows)) == sorted(["2017", "2022", "2019"][:count])


@pytest.mark.parametrize("count", [1, 3])
def test_a_topic_gathers_any_number_of_kinds(count, django_assert_num_queries):
    about = topic("Ētika")
    for make in [study, book, add_event][:count]:
        make(subjects=[Subject(topic=about)])
    asked_by_a_guest(about, 5, django_assert_num_queries)


@pytest.mark.parametrize("count", [1, 3])
def test_a_contributor_has_any_number_of_articles(count, django_assert_num_queries):
    for number in range(count):
        article(f"Raksts {number}", "Ieva Ozola")
    asked_by_a_guest(person("Ieva Ozola"), 6, django_assert_num_queries)


@pytest.mark.parametrize(("make", "count"), [(add_event, 4), (article, 5), (study, 4), (book, 4)])
def test_lists_that_hold_nothing_are_not_asked(make, count, django_assert_num_queries):
    asked_by_a_guest(make(), count, django_assert_num_queries)


def test_lists_that_hold_something_are_asked_once(django_assert_num_queries):
    event = add_event(programme=[ProgrammeRow(title="Atklāšana")])
    asked_by_a_guest(event, 5, django_assert_num_queries)
    assert EventPage.objects.get().programme.get().title == "Atklāšana"
