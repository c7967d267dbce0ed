"""The search server beside the database: it answers and keeps up while it is well, and catches up when it is again."""

import logging
from contextlib import contextmanager
from functools import lru_cache

from django.conf import settings
from django.core.cache import cache

from ..asking import Query
from . import elastic
from .breaker import Breaker
from .database import engine as database
from .elastic import mirror

PROMPT, AGAIN, HURRIED, PATIENT = 0.7, 0.25, 1, 30
"""Seconds of a request: while someone waits for hits, if it failed before, while someone waits for a change, else."""
CATCHING_UP = "search-catching-up"
logger = logging.getLogger("socdarbs.search")


@lru_cache(maxsize=4)
def breaker(url):
    return Breaker()


class Preferred:
    """`name` is that of the engine which answered last."""

    name = elastic.Engine.name

    def find(self, query, limit, after=0):
        return first(query, limit, after) or self.second(query, limit, after)

    def second(self, query, limit, after):
        engine = database()
        self.name = engine.name
        return engine.find(query, limit, after)


def first(query, limit, after):
    seconds = AGAIN if breaker(settings.SEARCH_URL).is_open else PROMPT
    if breaker(settings.SEARCH_URL).allows():
        with watched():
            return elastic.engine(settings.SEARCH_URL, seconds).find(query, limit, after)
    return None


def push():
    """What has just changed; more than a little is left to the sweep."""
    if not breaker(settings.SEARCH_URL).is_open:
        with watched():
            mirror.push(index(HURRIED), batches=1)


def catch_up():
    if cache.add(CATCHING_UP, value=True, timeout=600):
        try:
            with watched():
                mirror.catch_up(index(PATIENT))
                elastic.engine(settings.SEARCH_URL, PATIENT).find(Query(), limit=1)  # the first takes its time
        finally:
            cache.delete(CATCHING_UP)


def compare():
    with watched():
        mirror.compare(index(PATIENT))


def rebuild(shown):
    mirror.rebuild(index(PATIENT), shown)


def trouble():
    """Asked anew each time, so that one who looks need not wait for the breaker."""
    try:
        return "" if index(HURRIED).is_sound() else "no index"
    except elastic.TROUBLE:
        return "unreachable"


def index(seconds):
    return elastic.index(settings.SEARCH_URL, seconds)


@contextmanager
def watched():
    """What fails is told of and not tried again for a while."""
    try:
        yield
    except elastic.TROUBLE as trouble:
        breaker(settings.SEARCH_URL).failed()
        logger.warning("search server does not answer", extra={"facts": {"error": type(trouble).__name__}})
    else:
        breaker(settings.SEARCH_URL).succeeded()
