"""The feed, read by parsers that are not ours: lxml, and the schema of the podcast namespace (podcast.xsd, CC0)."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from lxml import etree

from pages.models import Contribution, ContributorIndexPage, ContributorPage
from podcasts import feeds
from podcasts.models import Chapter, Soundbite
from podcasts.models.show import guid_of
from podcasts.rss import ITUNES, PODCAST
from tests.podcasts.many import add_many

pytestmark = pytest.mark.django_db
ADDRESS = "/raidieraksts/barotne.xml"
SAID = [(0, 4, "Labdien!", "Ilze")]
SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "podcast.xsd"))
NAMES = {"itunes": ITUNES, "podcast": PODCAST, "atom": "http://www.w3.org/2005/Atom"}
LATER_THAN_THE_SCHEMA = {  # what the namespace says of elements that its schema of 2021 does not know yet
    "guid": lambda one: UUID(one.text).version == 5 and not one.attrib,
    "medium": lambda one: one.text == "podcast" and not one.attrib,
    "block": lambda one: one.text in ("yes", "no") and set(one.attrib) <= {"id"},
    "license": lambda one: 0 < len(one.text) <= 128 and set(one.attrib) <= {"url"},
    "trailer": lambda one: 0 < len(one.text) <= 128 and {"url", "pubdate"} <= set(one.attrib),
}


def channel(client, address=ADDRESS):
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/rss+xml; charset=utf-8")
    return etree.fromstring(answer.content)[0]


def wrong(element):
    """What its own schema, or the namespace's words, have against an element of the podcast namespace."""
    name = etree.QName(element).localname
    if name in LATER_THAN_THE_SCHEMA:
        return [] if LATER_THAN_THE_SCHEMA[name](element) else [etree.tostring(element)]
    alone = etree.Element(name, element.attrib)
    alone.text = element.text
    return [] if SCHEMA.validate(alone) else [SCHEMA.error_log.last_error.message]


def told(parent, path):
    return [(one.text, dict(one.attrib)) for one in parent.findall(path, NAMES)]


@pytest.fixture
def full(show, add_episode):
    """A show and an episode with everything that can be told of them."""
    show.name, show.author, show.email, show.summary = "Ne tikai", "Ministrija", "raksti@example.lv", "Par darbu."
    show.license, show.license_url, show.place, show.place_point = (
        "CC-BY-4.0",
        "https://example.lv/l",
        "Rīga",
        "geo:56.9,24.1",
    )
    show.save_revision().publish()
    episode = add_episode(cues=SAID, season=2, number=5, published_on=date(2021, 12, 14), summary="Par supervīziju.")
    Chapter.objects.create(episode=episode, start=0, title="Sākums")
    Soundbite.objects.create(episode=episode, start=5, seconds=20, title="Doma")
    person = ContributorIndexPage.objects.get().add_child(instance=ContributorPage(title="Anna Bērziņa"))
    Contribution.objects.create(page=episode, contributor=person, role="guest")
    add_episode("Drīzumā", kind="trailer", season=2, published_on=date(2021, 12, 1))
    return episode


def test_every_element_of_the_podcast_namespace_is_valid(client, full):
    elements = list(channel(client).iter(f"{{{PODCAST}}}*"))
    names = {etree.QName(one).localname for one in elements}
    assert names == {"guid", "medium", "locked", "license", "location", "trailer", "season", "episode", "person",
                     "transcript", "chapters", "soundbite"}  # fmt: skip
    assert [error for one in elements for error in wrong(one)] == []


def test_the_feed_tells_of_the_show(client, show, full):
    found = channel(client)
    assert [found.findtext(name) for name in ("title", "description", "language")] == ["Ne tikai", "Par darbu.", "lv"]
    assert told(found, "podcast:guid") == [(str(show.guid), {})]
    assert told(found, "podcast:locked") == [("yes", {"owner": "raksti@example.lv"})]
    assert told(found, "podcast:license") == [("CC-BY-4.0", {"url": "https://example.lv/l"})]
    assert told(found, "podcast:location") == [("Rīga", {"geo": "geo:56.9,24.1"})]
    assert told(found, "itunes:owner/itunes:email") == [("raksti@example.lv", {})]
    assert told(found, "itunes:category") == [(None, {"text": "Society & Culture"})]
    assert told(found, "atom:link") == [(None, {"rel": "self", "href": f"http://testserver{ADDRESS}"})]
    assert found.find("podcast:trailer", NAMES).get("pubdate") == "Wed, 01 Dec 2021 12:00:00 +0200"


def test_the_feed_tells_of_an_episode(client, full):
    item, site = channel(client).find("item"), "http://testserver"
    address = f"{site}/raidieraksts/{full.pk}/atsifrejums"
    assert item.findtext("title") == "Supervīzija kā atbalsts"
    assert item.findtext("pubDate") == "Tue, 14 Dec 2021 12:00:00 +0200"
    assert told(item, "guid") == [(str(full.translation_key), {"isPermaLink": "false"})]
    assert told(item, "enclosure") == [
        (None, {"url": site + full.audio.url, "length": str(full.size), "type": "audio/mpeg"})
    ]
    assert told(item, "itunes:duration") == [("40", {})]
    assert told(item, "podcast:season") == [("2", {"name": "2. sezona"})]
    assert told(item, "podcast:episode") == [("5", {})]
    assert told(item, "podcast:soundbite") == [("Doma", {"startTime": "5", "duration": "20"})]
    assert told(item, "podcast:person")[0][1] | {"href": ""} == {"group": "cast", "role": "guest", "href": ""}
    assert told(item, "podcast:transcript")[0] == (
        None, {"url": f"{address}.vtt", "type": "text/vtt", "language": "lv", "rel": "captions"}
    )  # fmt: skip
    for _text, attributes in told(item, "podcast:transcript") + told(item, "podcast:chapters"):
        assert client.get(attributes["url"])["Content-Type"].startswith(attributes["type"])


def test_the_id_of_a_show_is_the_one_of_the_namespace_and_stays(show, settings):
    show.guid = None
    show.save()
    assert str(show.guid) == "876ef62c-242c-58d8-bf93-1ce2eadbed4b"
    settings.BASE_URL = "https://portals.example.lv"
    show.save()
    assert str(show.guid) == "876ef62c-242c-58d8-bf93-1ce2eadbed4b"


def test_the_rule_of_ids_is_the_one_that_the_namespace_shows():
    assert str(guid_of("https://podnews.net/rss")) == "9b024349-ccf0-5f69-a609-6b82873eab3c"
    assert str(guid_of("http://mp3s.nashownotes.com/pc20rss.xml")) == "917393e3-1b1e-5cef-ace4-edaa54e1f810"


def test_what_is_not_known_is_left_out(client, show, add_episode):
    add_episode()
    found = channel(client)
    names = {etree.QName(one).localname for one in found.iter(f"{{{PODCAST}}}*")}
    assert names == {"guid", "medium"}
    assert found.find("item/pubDate") is None


def test_directories_are_asked_not_to_list_samples(client, add_episode):
    add_episode("Paraugs", is_sample=True)
    found = channel(client)
    assert (
        told(found, "itunes:block") == told(found, "podcast:block") == told(found, "item/itunes:block") == [("yes", {})]
    )
    assert found.findtext("item/description") == "Paraugs, nevis epizodes ieraksts. Paraugs"
    add_episode("Īsta epizode")
    found = channel(client)
    assert told(found, "itunes:block") == []
    assert len(told(found, "item/itunes:block")) == 1


def test_an_episode_without_sound_is_not_in_the_feed(client, add_episode):
    add_episode(audio=None)
    assert channel(client).find("item") is None


def test_who_has_the_feed_is_told_that_nothing_changed(client, show, add_episode):
    episode = add_episode()
    first = client.get(ADDRESS)
    tag, moment = first["ETag"], first["Last-Modified"]
    assert client.get(ADDRESS, headers={"if-none-match": tag}).status_code == 304
    assert client.get(ADDRESS, headers={"if-modified-since": moment}).status_code == 304
    episode.title = "Cits nosaukums"
    episode.save_revision().publish()
    assert client.get(ADDRESS, headers={"if-none-match": tag}).status_code == 200


def test_an_episode_taken_away_changes_the_feed(client, add_episode, time_machine):
    time_machine.move_to(datetime(2026, 1, 1, tzinfo=UTC), tick=False)
    _kept, gone = add_episode("Pirmā"), add_episode("Otrā")
    moment = client.get(ADDRESS)["Last-Modified"]
    time_machine.move_to(datetime(2026, 1, 2, tzinfo=UTC), tick=False)
    gone.unpublish()
    answer = client.get(ADDRESS, headers={"if-modified-since": moment})
    assert (answer.status_code, answer["Last-Modified"]) == (200, "Fri, 02 Jan 2026 00:00:00 GMT")


def test_a_feed_that_moved_sends_apps_on_for_good(client, show):
    show.moved_to = "https://example.lv/podcast.xml"
    show.save_revision().publish()
    answer = client.get(ADDRESS)
    assert (answer.status_code, answer["Location"]) == (301, "https://example.lv/podcast.xml")


def test_no_feed_of_a_show_that_is_not_public(client, show):
    show.unpublish()
    assert client.get(ADDRESS).status_code == 404


def test_older_episodes_stand_on_further_pages(client, add_episode, monkeypatch):
    monkeypatch.setattr(feeds, "A_PAGE", 2)
    for number in range(1, 6):
        add_episode(f"Epizode {number}", number=number)
    found = channel(client, ADDRESS + "?page=2")
    assert [item.findtext("title") for item in found.findall("item")] == ["Epizode 3", "Epizode 2"]
    links = {attributes["rel"]: attributes["href"] for _text, attributes in told(found, "atom:link")}
    address = f"http://testserver{ADDRESS}"
    assert links == {
        "self": f"{address}?page=2", "first": address, "previous": address,
        "next": f"{address}?page=3", "last": f"{address}?page=3",
    }  # fmt: skip


@pytest.mark.parametrize("number", [1, 3])
def test_the_feed_costs_the_same_whatever_its_length(client, show, add_episode, django_assert_num_queries, number):
    for position in range(number):
        episode = add_episode(f"Epizode {position}", number=position, cues=SAID)
        Chapter.objects.create(episode=episode, start=0, title="Sākums")
    client.get(ADDRESS)  # where the sites begin and which kinds of pages there are is kept
    with django_assert_num_queries(10):
        client.get(ADDRESS)


def test_pages_lead_to_the_feed(client, show):
    assert re.search(rf'<link rel="alternate" type="application/rss\+xml" title="Raidieraksts" href="{ADDRESS}">',
                     client.get(show.url).content.decode())  # fmt: skip


def test_of_ten_thousand_episodes_a_feed_holds_the_newest(client, show, django_assert_num_queries):
    client.get(ADDRESS)
    add_many(show, 10_000)
    with django_assert_num_queries(10):
        found = channel(client)
    assert len(found.findall("item")) == 100
    assert found.findtext("item/title") == "Epizode 10000"
    assert channel(client, ADDRESS + "?page=100").findall("item")[-1].findtext("title") == "Epizode 1"
    assert channel(client, ADDRESS + "?page=nav").findtext("item/title") == "Epizode 10000"
