"""The whole index beside all pages, some at a time."""

from itertools import batched

from django.db import connection
from wagtail.models import Page

from .actions import repair
from .engines.database import schema
from .models import Entry, Shelf

AT_ONCE = 100


def batches():
    """The numbers of all pages, public or not."""
    return list(batched(Page.objects.order_by("pk").values_list("pk", flat=True), AT_ONCE))


def put_right(batches):
    """Makes every entry what its page says, and the full text what the entries say; how many pages were wrong."""
    wrong = sum(map(repair, batches))
    Shelf.objects.exclude(pk__in=Entry.objects.values("shelf")).delete()
    if not schema.is_sound(connection):
        schema.refill(connection)
    schema.tidy(connection)
    return wrong


def mark_stale():
    """Every entry is written anew when it is looked at."""
    Entry.objects.update(digest="")
