from django.db import transaction
from wagtail.models import Page

from . import order
from .completing import offer
from .documents.gathering import gathered
from .kinds import WEIGHTS
from .models import Entry, Part, Shelf
from .public import public_pages


@transaction.atomic
def index(pages):
    """Pages by number as they now stand: what changed is written anew, what is not public any more goes.

    Returns the numbers of the entries that came and of those that went.
    """
    found = {one.page.pk: one for one in gathered(list(Page.objects.filter(pk__in=public(pages)).specific()))}
    before = {page: (number, digest) for page, number, digest in standing(pages)}
    changed = [one for page, one in found.items() if before.get(page, (0, ""))[1] != one.digest]
    stale = [*(one.page.pk for one in changed), *(page for page in before if page not in found)]
    gone = remove(page for page in stale if page in before)
    return write(changed), gone


def public(pages):
    return public_pages().filter(pk__in=pages).values("pk")


def standing(pages):
    return Entry.objects.filter(page__in=pages).values_list("page", "id", "digest")


def remove(pages):
    """Without asking each row: its parts first."""
    gone = list(Entry.objects.filter(page__in=list(pages)).values_list("pk", flat=True))
    Part.objects.filter(entry__in=gone).delete()
    Entry.objects.filter(pk__in=gone).delete()
    return gone


def write(changed):
    shelves = shelved({one.shelf for one in changed})
    entries = {one: one.entry(number(one, shelves[one.shelf]), shelves[one.shelf]) for one in changed}
    Entry.objects.bulk_create(entries.values())
    Part.objects.bulk_create(part for one, entry in entries.items() for part in one.parts(entry))
    offer(entries.values())
    return [entry.pk for entry in entries.values()]


def shelved(keys):
    """The number of each shelf; those that are missing are put up."""
    Shelf.objects.bulk_create([Shelf(key=key) for key in sorted(keys)], ignore_conflicts=True)
    return dict(Shelf.objects.filter(key__in=keys).values_list("key", "pk"))


def number(one, shelf):
    return order.number(
        weight=WEIGHTS[one.kind], year=one.document.year, day=one.document.day, page=one.page.pk, shelf=shelf
    )
