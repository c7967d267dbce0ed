"""Which engine answers. An engine is an object with a name and `find(query, limit, after) -> Found`.

The entries in the database are the index; a search server has a copy of them and is told what changed.
"""

from importlib import import_module

from django.conf import settings

from people import background

from ..models import Unmirrored
from .database import engine as database


def answering():
    return server().Preferred() if settings.SEARCH_URL else database()


def mirror(numbers):
    """Of entries that came, changed or went: remembered with the change, told once it is committed."""
    if settings.SEARCH_URL:
        Unmirrored.objects.bulk_create(Unmirrored(entry=number) for number in numbers)
        background.start("search.tasks.mirror_entries")


def server():
    """Its client costs a second and 30 MB, which portals without a search server do not pay."""
    return import_module(".outside", __name__)
