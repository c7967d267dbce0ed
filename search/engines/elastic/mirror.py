"""Elasticsearch's copy of the entries: what waits is given, what differs is found, the whole is made anew."""

from itertools import batched

from ...models import Entry, Unmirrored
from .bulk import give, held_by

AT_ONCE = 200


def push(index, batches=None):
    """Give what waits, the oldest first; what Elasticsearch does not take waits on."""
    last = 0
    while batches is None or batches > 0:
        waiting = dict(Unmirrored.objects.filter(id__gt=last).order_by("id").values_list("id", "entry")[:AT_ONCE])
        if not waiting:
            return
        taken = give(index, index.name, {entry: version for version, entry in waiting.items()})
        Unmirrored.objects.filter(pk__in=[pk for pk, entry in waiting.items() if entry in taken]).delete()
        last, batches = max(waiting), batches and batches - 1


def catch_up(index):
    """Whatever was missed: the index itself, changes, or so much that the numbers differ."""
    if not index.is_sound():
        rebuild(index)
    push(index)
    if index.count() != Entry.objects.count():
        compare(index)


def compare(index):
    """Entry by entry; what still differs when all was given tells that the index is past mending."""
    note(differing(index, index.name))
    push(index)
    if list(differing(index, index.name)):
        rebuild(index)


def rebuild(index, shown=iter):
    """Another index is filled while this one answers; what changed meanwhile is compared afterwards."""
    index.begin()
    for numbers in shown(list(batched(differing(index, index.next), AT_ONCE))):
        give(index, index.next, dict.fromkeys(numbers, 0))
    index.switch()
    note(differing(index, index.name))
    push(index)


def note(numbers):
    Unmirrored.objects.bulk_create([Unmirrored(entry=number) for number in numbers], batch_size=1000)


def differing(index, alias):
    """Of entries that are not there, are other ones there, or are no more: their numbers."""
    held = dict(held_by(index, alias))
    for number, digest in Entry.objects.values_list("pk", "digest").iterator():
        if held.pop(number, None) != digest:
            yield number
    yield from held
