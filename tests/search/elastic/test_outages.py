"""Elasticsearch gone, frozen or not what it was: the database answers, publishing goes on, and all is made up for."""

import signal
from contextlib import contextmanager

import pytest

from search import tasks
from search.actions import index
from search.engines import outside
from search.engines.elastic import mirror
from search.models import Entry, Unmirrored
from tests import search_server

from .conftest import answer
from .impostor import WAYS, impostor

FROM_THE_DATABASE = ("database", ["Supervīzija"])
FROM_THE_SERVER = ("elasticsearch", ["Supervīzija"])


class TooLate(BaseException):
    """Nothing that the client of the search server could take for a failure of its own."""


@contextmanager
def within(seconds):
    def too_late(*_):
        raise TooLate

    before = signal.signal(signal.SIGALRM, too_late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def at_last(text):
    """Until the server is awake enough to answer in time."""
    with within(60):
        while (found := answer(text))[0] == "database":
            outside.breaker.cache_clear()
    return found


@pytest.mark.parametrize("way", WAYS)
def test_database_answers_for_whatever_is_no_search_server(db, settings, publish, way):
    index([publish("Supervīzija").pk])
    with impostor(way) as server:
        settings.SEARCH_URL = f"http://127.0.0.1:{server.server_address[1]}"
        with within(2):
            assert answer("supervīzijas") == FROM_THE_DATABASE
        assert answer("supervīzijas") == FROM_THE_DATABASE

    assert server.asked == 1


def test_database_answers_where_nobody_listens(db, settings, publish):
    index([publish("Supervīzija").pk])
    settings.SEARCH_URL = "http://127.0.0.1:1"

    with within(2):
        assert answer("supervīzijas") == FROM_THE_DATABASE


def test_frozen_server_keeps_nobody_from_publishing(own_server, own_database, publish):
    mirror.rebuild(own_server)
    search_server.send(signal.SIGSTOP)
    try:
        publish("Supervīzija")
        outside.breaker.cache_clear()
        with within(2):
            assert answer("supervīzijas") == FROM_THE_DATABASE
        tasks.mirror_entries()
        assert Unmirrored.objects.exists()
    finally:
        search_server.send(signal.SIGCONT)

    tasks.keep_up_mirror()

    assert not Unmirrored.objects.exists()
    assert at_last("supervīzijas") == FROM_THE_SERVER


def test_killed_server_catches_up(own_server, own_database, publish):
    mirror.rebuild(own_server)
    search_server.stop()
    try:
        publish("Supervīzija")
        assert answer("supervīzijas") == FROM_THE_DATABASE
    finally:
        search_server.start()

    tasks.keep_up_mirror()

    assert dict(mirror.held_by(own_server, own_server.name)) == dict(Entry.objects.values_list("pk", "digest"))
    assert at_last("supervīzijas") == FROM_THE_SERVER


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param({}, id="mapping gone"),
        pytest.param({"properties": {"number": {"type": "keyword"}, "bag": {"type": "boolean"}}}, id="another mapping"),
    ],
)
def test_index_that_is_not_ours_is_replaced(server, own_database, publish, broken):
    mirror.rebuild(server)
    publish("Supervīzija")
    server.client.indices.delete(index=next(iter(server.under(server.name))))
    server.client.indices.create(index=server.name, mappings=broken)
    assert answer("supervīzijas") == FROM_THE_DATABASE

    tasks.keep_up_mirror()

    assert answer("supervīzijas") == FROM_THE_SERVER


def test_alias_that_leads_elsewhere_is_led_back(server, own_database, publish):
    publish("Supervīzija")
    mirror.rebuild(server)
    (ours,), other = server.under(server.name), f"{server.name}-other"
    server.client.indices.create(index=other)
    leave, lead = ({"index": index, "alias": server.name} for index in (ours, other))
    server.client.indices.update_aliases(actions=[{"remove": leave}, {"add": lead}])
    assert answer("supervīzijas") == FROM_THE_DATABASE

    tasks.keep_up_mirror()

    assert answer("supervīzijas") == FROM_THE_SERVER
    assert server.client.indices.exists(index=other)


def test_changes_without_an_index_wait_for_one(server, own_database, publish):
    publish("Supervīzija")

    assert Unmirrored.objects.exists()
    assert list(server.under(server.name)) == []
