"""Which engine answers. An engine is an object with a name and `find(query, limit, after) -> Found`.

One that keeps a copy of the index outside the database hears here, after each commit, what was written and removed.
"""

from .database import engine as database


def answering():
    return database()


def write(entries):
    """The database's own full text is in step by itself."""


def remove(ids):
    """As above."""
