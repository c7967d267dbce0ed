"""Elasticsearch beside the database, where SEARCH_URL names one: the database's answers, from a copy of its entries."""

from functools import lru_cache

from elasticsearch import ApiError, TransportError

from .client import client, name
from .engine import Engine
from .index import Index

__all__ = ["TROUBLE", "Engine", "engine", "index"]

TROUBLE = (ApiError, TransportError, LookupError, TypeError, ValueError, AttributeError)
"""What an answer may end in, also of something that is no Elasticsearch or of one that somebody has changed."""


@lru_cache(maxsize=16)
def index(url, seconds):
    """Where no request lasts longer than so many seconds. Kept, as the client makes itself anew for each limit."""
    return Index(client(url).options(request_timeout=seconds), name(url))


def engine(url, seconds):
    return Engine(index(url, seconds))
