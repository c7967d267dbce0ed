"""Whether the ledger is what was written: every chain, text, head and seal, in one pass; and whether extracts are."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter

from django.db import connection
from django.db.models import FloatField, TextField
from django.db.models.functions import Cast

from . import canonical
from .models import CreditEntry, Extract, LedgerHead, Seal
from .seals import Recount
from .triggers import missing_triggers

SNAPSHOT = {
    "sqlite": "BEGIN DEFERRED",  # unlike the portal's own transactions it does not keep writers waiting
    "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
}


AS_STORED = {"sqlite": {"amount": FloatField(), "legal_date": TextField(), "recorded_at": TextField()}}
"""What SQLite has no types for: to make objects of it and then text again would take as long as all the rest."""


def findings() -> Iterator[str]:
    """A sentence for each thing that is not as it was written; none for a sound ledger."""
    yield from (f"trigger {name} is missing" for name in missing_triggers(connection))
    with _snapshot():
        heads = {person: (last, link) for person, last, link in LedgerHead.objects.values_list().iterator()}
        recount = Recount(Seal.objects.order_by("pk").values_list("pk", "last_entry", "people", "entries", "digest"))
        for person, rows in groupby(_rows(), itemgetter(1)):
            chain = []
            yield from _read_chain(person, rows, chain)
            recount.read(person, chain)
            if heads.pop(person, None) != chain[-1][1:]:
                yield f"person {person}: the head is not entry {chain[-1][0]}, the last one"
        yield from (f"person {person}: entries up to {last} are gone" for person, (last, _) in heads.items() if last)
        yield from (f"seal {number} does not fit the entries" for number in recount.broken())
        yield from _read_extracts()


def _rows():
    stored = AS_STORED.get(connection.vendor, {})
    stated = [Cast(name, stored[name]) if name in stored else name for name in canonical.STATED]
    rows = CreditEntry.objects.order_by("person_id", "sequence")
    return rows.values_list("pk", *stated, "text", "previous_hash", "hash").iterator(chunk_size=5000)


def _read_chain(person, rows, chain):
    """Check one person's entries in their order; adds (id, sequence, hash) of each to `chain`."""
    sequences, last, running = {None: None}, 0, ""
    for entry, *values, text, previous, link in rows:
        sequence = values[1]
        sequences[entry] = sequence
        values[3], values[4] = sequences.get(values[3], "?"), sequences.get(values[4], "?")
        chain.append((entry, sequence, link))
        if sequence != last + 1:
            yield f"entry {entry} (person {person}): sequence {sequence} follows {last}"
        if previous != running:
            yield f"entry {entry} (person {person}): it does not follow the entry before it"
        if canonical.link(previous, text) != link:
            yield f"entry {entry} (person {person}): the hash does not fit the text"
        if canonical.entry_text(values, canonical.format_of(text)) != text:
            yield f"entry {entry} (person {person}): the columns do not say what the text says"
        last, running = sequence, link


def _read_extracts():
    """They form no chain: a digest made anew with its text is not noticed here, only by whoever kept the older one."""
    extracts = Extract.objects.order_by("pk").values_list("pk", "left_on", "facts", "digest")
    for number, left_on, text, digest in extracts.iterator():
        if canonical.digest(text) != digest:
            yield f"extract {number}: the digest does not fit the facts"
        elif json.loads(text)["left_on"] != f"{left_on}":
            yield f"extract {number}: the columns do not say what the facts say"


@contextmanager
def _snapshot():
    """One state of the database for all reads, without locking anyone out."""
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(SNAPSHOT[connection.vendor])
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
