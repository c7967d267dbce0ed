import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from pages.models import HomePage, StandardPage, Subject, TopicIndexPage, TopicPage

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
