"""The search server answers while it is well; whenever it is not the database does, as it has the same entries."""

import logging
from functools import lru_cache

from . import elastic
from .breaker import Breaker
from .database import engine as database

PROMPT, AGAIN = 0.7, 0.25  # seconds: for an answer that is waited for, and for one that shows whether all is well again
logger = logging.getLogger("socdarbs.search")


@lru_cache(maxsize=4)
def breaker(url):
    return Breaker()


class Preferred:
    """`name` is that of the engine which answered last."""

    name = elastic.Engine.name

    def __init__(self, url):
        self.url, self.breaker = url, breaker(url)

    def find(self, query, limit, after=0):
        return self.first(query, limit, after) or self.second(query, limit, after)

    def first(self, query, limit, after):
        limit_of_time = AGAIN if self.breaker.is_open else PROMPT
        if not self.breaker.allows():
            return None
        try:
            found = elastic.engine(self.url, limit_of_time).find(query, limit, after)
        except elastic.TROUBLE as trouble:
            self.breaker.failed()
            logger.warning("search server does not answer", extra={"facts": {"error": type(trouble).__name__}})
            return None
        self.breaker.succeeded()
        return found

    def second(self, query, limit, after):
        engine = database()
        self.name = engine.name
        return engine.find(query, limit, after)
