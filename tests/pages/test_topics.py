from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from events.models import EventIndexPage, EventPage
from pages.models import HomePage, StandardPage, Subject, TopicIndexPage, TopicPage
from pages.templatetags.listing import by_kind
from tests.publications.making import article, issue

pytestmark = pytest.mark.django_db


def add_topic(title):
    return TopicIndexPage.objects.get().add_child(instance=TopicPage(title=title))


def add_page(title, *topics, **fields):
    page = StandardPage(title=title, **fields)
    page.subjects.add(*(Subject(topic=topic) for topic in topics))
    return HomePage.objects.get(slug="home").add_child(instance=page)


def test_a_topic_gathers_what_is_public_on_it():
    ethics = add_topic("Ētika")
    add_page("Ētikas vadlīnijas", ethics)
    add_page("Vēl top", ethics, live=False)
    page = Client().get(ethics.url).content.decode()
    assert "Ētikas vadlīnijas" in page
    assert "Vēl top" not in page


def test_the_section_lists_the_topics():
    add_topic("Ētika")
    assert "Ētika" in Client().get("/temas/").content.decode()


def test_a_page_has_a_topic_once():
    ethics = add_topic("Ētika")
    page = add_page("Ētikas vadlīnijas", ethics)
    with pytest.raises(IntegrityError), transaction.atomic():
        Subject.objects.create(page=page, topic=ethics)


@pytest.fixture
def discussions():
    """Told of by words that no alphabet puts in order: „16. novembris”, „29. septembris”, „5. septembris”, „2023”."""
    days = [date(2023, 9, 5), None, date(2023, 11, 16), date(2023, 9, 29), date(2022, 12, 30)]
    pages = [
        EventPage(title=str(day), kind="discussion", first_day=day, year=day.year if day else 2023) for day in days
    ]
    return [EventIndexPage.objects.get().add_child(instance=page) for page in pages]


def test_what_is_on_a_topic_comes_newest_first(discussions):
    shown = [page.title for page in by_kind(discussions)]
    assert shown == ["2023-11-16", "2023-09-29", "2023-09-05", "None", "2022-12-30"]


def test_articles_come_by_the_year_of_their_issue_before_its_number():
    pages = [article(title, parent=issue(*number)) for title, number in (("Vecs", (2, 2016)), ("Jauns", (1, 2020)))]
    assert [page.title for page in by_kind(pages)] == ["Jauns", "Vecs"]


def test_headings_of_a_topic_are_of_several(discussions):
    topic = add_topic("Kopiena")
    Subject.objects.create(page=discussions[0], topic=topic)
    assert "<h2>Tematiskās diskusijas " in Client().get(topic.url).content.decode()
