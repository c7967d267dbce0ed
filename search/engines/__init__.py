"""Which engine answers.

An engine is an object with `find(query, limit, after) -> Found` and the `name` of who answers.
"""

from django.conf import settings

from .database import engine as database

__all__ = ["answering"]


def answering():
    return preferred(settings.SEARCH_URL) if settings.SEARCH_URL else database()


def preferred(url):
    from .preferred import Preferred  # noqa: PLC0415 - the client costs a second and 30 MB, which most have no use for

    return Preferred(url)
