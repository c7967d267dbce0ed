"""Answers to harvesters: valid by the protocol's schema, read by a client that is not ours."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.signing import dumps
from django.test import Client
from lxml import etree
from oaipmh.client import BaseClient
from oaipmh.metadata import MetadataRegistry, oai_dc_reader
from wagtail.models import PageViewRestriction

from publications.models import ArticlePage, Record
from publications.oai import tokens, verbs
from tests.publications.making import PUBLISHED, article, book, issue, periodical, study

pytestmark = pytest.mark.django_db
SCHEMA = etree.XMLSchema(file=str(Path(__file__).parent / "answers.xsd"))
OAI = "{http://www.openarchives.org/OAI/2.0/}"
LIST = {"verb": "ListRecords", "metadataPrefix": "oai_dc"}


def ask(client, **arguments):
    """The answer's root, valid by the schema."""
    response = client.get("/oai", {name.rstrip("_"): value for name, value in arguments.items()})
    assert (response.status_code, response["Content-Type"]) == (200, "text/xml; charset=utf-8")
    root = etree.fromstring(response.content)
    SCHEMA.assertValid(root)
    return root


def texts(root, name):
    return [element.text for element in root.iter(OAI + name)]


def error(client, **arguments):
    root = ask(client, **arguments)
    return [one.get("code") for one in root.iter(OAI + "error")]


class Harvester(BaseClient):
    """pyoai's client over Django's."""

    def __init__(self, client):
        registry = MetadataRegistry()
        registry.registerReader("oai_dc", oai_dc_reader)
        super().__init__(registry)
        self.client = client

    def makeRequest(self, **arguments):  # noqa: N802 - the library's name
        return self.client.post("/oai", arguments).content


def test_identify_says_how_the_repository_works(client):
    root = ask(client, verb="Identify")
    assert texts(root, "baseURL") == ["http://testserver/oai"]
    assert texts(root, "deletedRecord") == ["persistent"]
    assert texts(root, "granularity") == ["YYYY-MM-DDThh:mm:ssZ"]


def test_sets_are_the_kinds(client):
    assert texts(ask(client, verb="ListSets"), "setSpec") == ["issues", "articles", "books", "studies"]
    assert texts(ask(client, verb="ListMetadataFormats"), "metadataPrefix") == ["oai_dc"]


def test_an_independent_client_reads_every_record(client, monkeypatch):
    monkeypatch.setattr(verbs, "BATCH", 2)
    issue(pages_total=58)
    article("Supervīzija", "Ieva Ozola", first_page=46)
    book(isbn="978-9934-18-910-4"), study(contractor="BISS")
    found = list(Harvester(client).listRecords(metadataPrefix="oai_dc"))
    assert [header.setSpec() for header, _meta, _about in found] == [["issues"], ["articles"], ["books"], ["studies"]]
    article_told = found[1][1]
    assert article_told.getField("creator") == ["Ozola, Ieva"]
    assert article_told.getField("source") == ["Sociālais darbs Latvijā, 1/2020, 46"]
    assert found[3][1].getField("creator") == ["BISS"]


def test_a_list_in_parts_holds_each_record_once(client, monkeypatch):
    monkeypatch.setattr(verbs, "BATCH", 2)
    issue()
    for number in range(4):
        article(f"Raksts {number}")
    root, seen, cursors = ask(client, **LIST), [], []
    while True:
        seen += texts(root, "identifier")
        token = next(root.iter(OAI + "resumptionToken"))
        cursors.append(token.get("cursor"))
        if not token.text:
            break
        root = ask(client, verb="ListRecords", resumptionToken=token.text)
    assert (len(seen), len(set(seen)), cursors) == (5, 5, ["0", "2", "4"])


def test_a_token_is_the_same_however_often_it_is_asked(client, monkeypatch):
    monkeypatch.setattr(verbs, "BATCH", 1)
    issue(), article()
    first, again = (ask(client, **LIST), ask(client, **LIST))
    assert texts(first, "identifier") == texts(again, "identifier")
    token = texts(first, "resumptionToken")[0]
    answers = [texts(ask(client, verb="ListRecords", resumptionToken=token), "identifier") for _ in range(2)]
    assert answers[0] == answers[1]


def test_records_cost_the_same_queries_however_many(client, django_assert_num_queries):
    issue(), article("Pirmais", "Ieva Ozola")
    ask(client, **LIST)
    with django_assert_num_queries(14):
        ask(client, **LIST)
    article("Otrais", "Ilze Rudzīte"), article("Trešais", "Ieva Ozola", "Ilze Rudzīte")
    ask(client, **LIST)
    with django_assert_num_queries(14):
        ask(client, **LIST)


@pytest.mark.parametrize("vanish", ["unpublish", "delete", "restrict"])
def test_what_vanished_is_told_as_deleted(client, vanish):
    issue()
    page = article("Pazudis")
    ask(client, **LIST)
    if vanish == "restrict":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    else:
        getattr(ArticlePage.objects.get(), vanish)()
    later = datetime.now(UTC) - timedelta(minutes=1)
    root = ask(client, **LIST, from_=later.strftime("%Y-%m-%dT%H:%M:%SZ"))
    header = next(root.iter(OAI + "header"))
    assert header.get("status") == "deleted"
    assert not list(root.iter(OAI + "metadata"))


def test_what_was_deleted_and_comes_back_is_told_anew(client):
    issue()
    page = article()
    ask(client, **LIST)
    page.unpublish()
    ask(client, **LIST)
    page.save_revision().publish()
    assert [header.get("status") for header in ask(client, **LIST, set="articles").iter(OAI + "header")] == [None]


def test_a_page_published_anew_has_a_new_datestamp(client):
    issue()
    ask(client, **LIST)
    page = periodical().get_children().get().specific
    page.last_published_at = PUBLISHED + timedelta(days=1)
    page.save()
    assert texts(ask(client, **LIST), "datestamp") == ["2026-01-03T03:04:05Z"]


def test_drafts_are_not_told(client):
    issue(), article(live=False)
    assert len(texts(ask(client, **LIST), "identifier")) == 2 - 1


def test_one_record_is_had_by_its_identifier(client, settings):
    settings.BASE_URL = "https://socdarbs.lv"
    made = issue()
    root = ask(client, verb="GetRecord", metadataPrefix="oai_dc", identifier=f"oai:socdarbs.lv:{made.pk}")
    assert texts(root, "datestamp") == ["2026-01-02T03:04:05Z"]
    assert root.findtext(".//{http://purl.org/dc/elements/1.1/}title") == "Sociālais darbs Latvijā, 1/2020"


@pytest.mark.parametrize(
    ("limits", "count"),
    [
        ({"from_": "2026-01-02"}, 1),
        ({"until": "2026-01-02"}, 1),
        ({"from_": "2026-01-02T03:04:05Z", "until": "2026-01-02T03:04:05Z"}, 1),
        ({"from_": "2026-01-02T03:04:06Z"}, 0),
        ({"until": "2026-01-01"}, 0),
        ({"set": "issues"}, 1),
        ({"set": "articles"}, 0),
        ({"set": "videos"}, 0),
    ],
)
def test_a_list_keeps_its_limits(client, limits, count):
    issue()
    root = ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc", **limits)
    assert len(texts(root, "identifier")) == count
    assert [one.get("code") for one in root.iter(OAI + "error")] == ["noRecordsMatch"] * (not count)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({}, "badVerb"),
        ({"verb": "Harvest"}, "badVerb"),
        ({"verb": ""}, "badVerb"),
        ({"verb": ["Identify", "Identify"]}, "badVerb"),
        ({"verb": "Identify", "set": "issues"}, "badArgument"),
        ({"verb": "ListRecords"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": ["oai_dc", "oai_dc"]}, "badArgument"),
        (LIST | {"from": "vakar"}, "badArgument"),
        (LIST | {"from": "2026-02-30"}, "badArgument"),
        (LIST | {"from": "2026-01-02T03:04Z"}, "badArgument"),
        (LIST | {"from": "2026-01-02", "until": "2026-01-02T03:04:05Z"}, "badArgument"),
        (LIST | {"from": "2026-01-03", "until": "2026-01-02"}, "badArgument"),
        (LIST | {"until": "9999-12-31"}, None),
        (LIST | {"set": "nav tādas"}, "badArgument"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "a\x00b"}, "badArgument"),
        (LIST | {"color\x01": "red"}, "badArgument"),
        (LIST | {"resumptionToken": "x"}, "badArgument"),
        (LIST | {"metadataPrefix": "marc21"}, "cannotDisseminateFormat"),
        ({"verb": "ListRecords", "resumptionToken": "safs"}, "badResumptionToken"),
        ({"verb": "ListRecords", "resumptionToken": ""}, "badResumptionToken"),
        ({"verb": "ListSets", "resumptionToken": "x"}, "badResumptionToken"),
        ({"verb": "GetRecord", "identifier": "oai:x:1"}, "badArgument"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "nav"}, "idDoesNotExist"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "oai:127.0.0.1:²"}, "idDoesNotExist"),
        (
            {"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "oai:127.0.0.1:99999999999"},
            "idDoesNotExist",
        ),
        ({"verb": "GetRecord", "metadataPrefix": "marc21", "identifier": "nav"}, "cannotDisseminateFormat"),
        ({"verb": "ListMetadataFormats", "identifier": "nav"}, "idDoesNotExist"),
    ],
)
def test_every_wrong_argument_has_the_code_of_the_protocol(client, arguments, code):
    issue()
    root = ask(client, **arguments)
    assert [one.get("code") for one in root.iter(OAI + "error")] == ([code] if code else [])
    if code in {"badVerb", "badArgument"}:
        assert dict(root.find(OAI + "request").attrib) == {}


def test_a_token_that_was_tampered_with_or_is_of_another_verb_is_refused(client, monkeypatch):
    monkeypatch.setattr(verbs, "BATCH", 1)
    issue(), article()
    token = texts(ask(client, **LIST), "resumptionToken")[0]
    assert error(client, verb="ListRecords", resumptionToken="A" + token) == ["badResumptionToken"]
    assert error(client, verb="ListIdentifiers", resumptionToken=token) == ["badResumptionToken"]
    of_others = dumps(["ListRecords"], salt=tokens.SALT)
    assert error(client, verb="ListRecords", resumptionToken=of_others) == ["badResumptionToken"]


def test_a_harvester_may_post_without_a_token_of_csrf():
    browser = Client(enforce_csrf_checks=True)
    assert b"<repositoryName>" in browser.post("/oai", {"verb": "Identify"}).content
    assert browser.post("/oai/", {"verb": "Identify"}).status_code == 403
    assert browser.put("/oai").status_code == 403


def test_a_record_outlives_its_page():
    assert str(Record(page_id=7, kind="articles")) == "articles 7"
