"""The same question gets the same hits, facets and order from the database and from Elasticsearch, over the demo."""

from dataclasses import replace

import pytest

from search.asking import ORDERS, Query, asked
from search.engines.database import engine as database
from search.engines.elastic import TROUBLE, Engine, mirror
from search.finding import RANKED
from tests.search.asked import find, lines

ASKED = [question for question, *_first in lines("relevance.txt")]
TEXTS = ["sociālais darbs", "jauniešiem", "supervīzija -mediācija", '"sociālais darbinieks"', "kind:term darbs", ""]
CHOSEN = [{}, {"kind": ["term", "episode"]}, {"year": ["2016", "2017"], "language": ["lv"]}, {"topic": ["nav-tada"]}]
BAD = [
    "\x00",
    "\ud800",
    "a" * 1000,
    '"' * 999,
    "* OR 1=1",
    "-\U0001f600",
    "дом 家",
    "x" * 65 + " darbs",
    "AND OR NOT (",
]


@pytest.fixture
def demo(demo_index, server):
    mirror.rebuild(server)
    return server


def differ(query, index, limit=RANKED, after=0):
    return database().find(query, limit, after) != Engine(index).find(query, limit, after)


def test_engines_answer_alike(demo, settings):
    whole = [asked(text, {"order": order} | more) for text in TEXTS for order in ORDERS for more in CHOSEN]
    deep = [asked(text, {"order": order}) for text in ("darbs", "kind:term") for order in ORDERS]

    assert [query for query in whole if differ(query, demo)] == []
    assert [query for query in deep if differ(query, demo, limit=10, after=20)] == []


def test_bad_input_is_answered_by_elasticsearch_too(demo):
    words = [f"v{number}" for number in range(99)]
    widest = " ".join([*words[:40], *(f"-{word}" for word in words), f'"{" ".join(words[:12])}"'])
    chosen = dict.fromkeys(("kind", "topic", "year", "audience"), words)
    queries = [*(asked(text, {}) for text in BAD), asked(widest, chosen), asked("darbs", {"page": "1000000000"})]

    assert [query for query in queries if differ(query, demo, limit=10, after=10 * (query.page - 1))] == []


@pytest.mark.parametrize(
    "beyond",
    [
        {"query": Query(facets={"topic": tuple(map(str, range(70_000)))}), "limit": 10},
        {"query": Query(), "limit": 10, "after": 10_000},
    ],
)
def test_what_elasticsearch_refuses_is_trouble(server, db, beyond):
    mirror.rebuild(server)

    with pytest.raises(TROUBLE):
        Engine(server).find(**beyond)


def test_results_of_all_that_is_asked_are_alike(demo, settings):
    ours = [find(question) for question in ASKED]
    settings.SEARCH_URL = ""
    theirs = [find(question) for question in ASKED]

    assert ({one.engine for one in ours}, {one.engine for one in theirs}) == ({"elasticsearch"}, {"database"})
    assert [replace(one, engine="") for one in ours] == [replace(one, engine="") for one in theirs]
