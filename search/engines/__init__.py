"""Which engine answers.

An engine is an object with `find(query, limit, after) -> Found`; one that keeps a copy of the index outside the
database also has `write(entries)` and `remove(ids)`.
"""

from .database import engine as database

__all__ = ["answering"]


def answering():
    return database()
