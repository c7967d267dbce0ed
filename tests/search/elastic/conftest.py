"""A real Elasticsearch, one for all workers of a run; each test has an index of its own there."""

import fcntl
import os
from contextlib import contextmanager
from itertools import count

import pytest

from glossary.models import GlossaryPage, TermPage
from search.asking import asked
from search.engines import elastic, outside
from search.finding import find
from tests import search_server

names = count(1)


@pytest.fixture(scope="session")
def address():
    with starting():
        server = search_server.running()
        address = server.__enter__()
    yield address
    server.__exit__(None, None, None)


@contextmanager
def starting():
    try:
        yield
    except search_server.Lacking as lacking:
        told = f"{search_server.MISSED}, {lacking}: {search_server.WAY}"
        avoidable = not isinstance(lacking, search_server.Unfetched)
        pytest.fail(told) if avoidable and os.environ.get("CI") else pytest.skip(told)


@pytest.fixture
def server(address, settings, monkeypatch):
    """An index of the test's own, on the server that others use too; a busy machine is no outage."""
    monkeypatch.setattr(outside, "PROMPT", 30)
    monkeypatch.setattr(outside, "HURRIED", 30)
    with search_server.locked("used", fcntl.LOCK_SH):
        yield from made(address, settings)


@pytest.fixture
def own_server(address, settings):
    """The same while nobody else uses the server, so that it may be stopped and frozen."""
    with search_server.locked("used"):
        yield from made(address, settings)


def made(address, settings):
    settings.SEARCH_URL = f"{address}/test-{os.getpid()}-{next(names)}"
    index = elastic.index(settings.SEARCH_URL, seconds=30)
    yield index
    for one in index.client.indices.get(index=[index.name, f"{index.name}-*"], ignore_unavailable=True):
        index.client.indices.delete(index=one)
    outside.breaker.cache_clear()


@pytest.fixture
def publish():
    """A term as an editor publishes it."""

    def published(title):
        page = TermPage(title=title, live=False)
        GlossaryPage.objects.get().add_child(instance=page)
        page.save_revision().publish()
        return page

    return published


def answer(text, **params):
    """Who answered, and the pages found."""
    results = find(asked(text, params))
    return results.engine, [hit.name for hit in results.hits]
