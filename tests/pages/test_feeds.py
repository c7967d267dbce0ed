from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from pages.models import TopicIndexPage, TopicPage

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def add_topic(title, **fields):
    now = timezone.now()
    page = TopicPage(title=title, first_published_at=now, last_published_at=now, **fields)
    return TopicIndexPage.objects.get().add_child(instance=page)


def titles(answer):
    return [entry.find(f"{ATOM}title").text for entry in ET.fromstring(answer.content).findall(f"{ATOM}entry")]  # noqa: S314 - our own


def test_a_section_feeds_what_was_published_last():
    for title in ("Pirmā", "Otrā & trešā"):
        add_topic(title)
    add_topic("Melnraksts", live=False)
    answer = Client().get("/barotnes/temas.xml")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert titles(answer) == ["Otrā & trešā", "Pirmā"]


def test_who_knows_the_feed_already_gets_nothing_again():
    add_topic("Pirmā")
    known = Client().get("/barotnes/temas.xml")["ETag"]
    assert Client().get("/barotnes/temas.xml", HTTP_IF_NONE_MATCH=known).status_code == 304


def test_an_entry_keeps_its_key_when_its_address_changes():
    page = add_topic("Pirmā")
    assert page.translation_key.urn in Client().get("/barotnes/temas.xml").content.decode()


def test_a_section_names_its_feed():
    assert "barotnes" not in Client().get("/temas/").content.decode()
    topic = add_topic("Pirmā")
    link = '<link rel="alternate" type="application/atom+xml" title="Tēmas" href="/barotnes/temas.xml">'
    assert link in Client().get("/temas/").content.decode()
    assert "barotnes" not in Client().get(topic.url).content.decode()


@pytest.mark.parametrize("section", ["nav-tadas", "home", "pirma"])
def test_what_is_no_section_has_no_feed(section):
    add_topic("Pirmā")
    assert Client().get(f"/barotnes/{section}.xml").status_code == 404


def test_a_private_section_has_no_feed():
    section = TopicIndexPage.objects.get()
    PageViewRestriction.objects.create(page=section, restriction_type="login")
    assert Client().get("/barotnes/temas.xml").status_code == 404
