from itertools import batched

from django.db import transaction
from wagtail.models import Page

from people import background

from . import engines, files, neighbours, order
from .completing import offer
from .documents.gathering import gathered
from .kinds import WEIGHTS
from .models import Entry, FileText, Part, Shelf
from .pdf import apart
from .public import public_pages

AT_ONCE = 100


def ask_for(pages):
    """Pages by number are indexed as they then stand, once the transaction has committed."""
    if pages:
        background.start("search.tasks.index_pages", pages)


def index_with_neighbours(pages):
    """And those pages whose entries repeat what has changed of these."""
    before = neighbours.looks(pages)
    index(pages)
    after = neighbours.looks(pages)
    changed = {page for page in pages if before.get(page) != after.get(page)} | neighbours.courses(pages)
    for some in batched(sorted(neighbours.of(changed).difference(pages)), AT_ONCE):
        index(some)


@transaction.atomic
def index(pages):
    """Pages by number as they now stand: what changed is written anew, what is not public any more goes.

    Returns how many entries came, changed or went.
    """
    list(Page.objects.select_for_update().filter(pk__in=pages).order_by("pk").values("pk"))
    changed, gone = differences(pages)
    remove(Entry.objects.filter(page__in=[*(one.page.pk for one in changed), *gone]))
    write(changed)
    return len(changed) + len(gone)


def differences(pages):
    """What the index should hold of them and does not, and the pages it should not hold."""
    before = dict(Entry.objects.filter(page__in=pages).values_list("page", "digest"))
    found = gathered(list(public_pages().filter(pk__in=pages).specific()))
    changed = [one for one in found if before.get(one.page.pk) != one.digest]
    return changed, before.keys() - {one.page.pk for one in found}


def repair(pages):
    """The same for many pages that are mostly right: nobody waits for a lock meanwhile."""
    changed, gone = differences(pages)
    return index([*(one.page.pk for one in changed), *gone]) if changed or gone else 0


def remove(entries):
    gone = list(entries.values_list("pk", flat=True))
    Part.objects.filter(entry__in=gone).delete()
    Entry.objects.filter(pk__in=gone).delete()
    engines.mirror(gone)


def write(changed):
    shelves = shelved({one.shelf for one in changed})
    entries = {one: one.entry(number(one, shelves[one.shelf]), shelves[one.shelf]) for one in changed}
    Entry.objects.bulk_create(entries.values())
    Part.objects.bulk_create(part for one, entry in entries.items() for part in one.parts(entry))
    offer(entries.values())
    engines.mirror(entry.pk for entry in entries.values())


def read_file(document):
    """What stands in a PDF, for the pages that lead to it. Slow: never in a request."""
    try:
        with document.file.open() as file:
            told = {"pages": apart.read(file), "is_readable": True}
    except (OSError, apart.Unreadable):
        told = {"pages": [], "is_readable": False}
    with transaction.atomic():
        FileText.objects.update_or_create(document=document, defaults=told | {"file": document.file.name})
        ask_for(files.pages_with([document]))


def shelved(keys):
    """The number of each shelf; those that are missing are put up."""
    known = dict(Shelf.objects.filter(key__in=keys).values_list("key", "pk"))
    if missing := sorted(keys - known.keys()):
        Shelf.objects.bulk_create([Shelf(key=key) for key in missing], ignore_conflicts=True)
        known |= dict(Shelf.objects.filter(key__in=missing).values_list("key", "pk"))
    return known


def number(one, shelf):
    told = one.document
    return order.number(weight=WEIGHTS[one.kind], year=told.year, day=told.day, page=one.page.pk, shelf=shelf)
