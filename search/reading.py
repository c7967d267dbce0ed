"""What the index tells of entries: their names, and of those shown the part that holds most of what was asked."""

from datetime import date
from typing import NamedTuple

from django.db import connection

from . import order
from .found import Name
from .shelves import facets

NAMED = """
    SELECT entry.id, title, names, key
    FROM search_entry AS entry JOIN search_shelf AS shelf ON shelf.id = (entry.id & %(shelf)s)
    WHERE entry.id IN ({entries})
"""
SHOWN = """
    SELECT entry.id, key, title, names, entry.address, crumbs, "when", day, part.address, place, text
    FROM search_entry AS entry JOIN search_shelf AS shelf ON shelf.id = (entry.id & %(shelf)s) LEFT JOIN (
        SELECT entry_id, address, place, text,
            row_number() OVER (PARTITION BY entry_id ORDER BY {held} DESC, number) AS likeness
        FROM search_part WHERE entry_id IN ({entries})
    ) AS part ON part.entry_id = entry.id AND likeness = 1
    WHERE entry.id IN ({entries})
"""


class Row(NamedTuple):
    """An entry with its best part; a page without any text has none."""

    entry: int
    shelf: str
    title: str
    names: str
    address: str
    crumbs: str
    when: str
    day: date | None
    part_address: str | None
    place: str | None
    text: str | None


def named(entries):
    """{entry: its names} of those that are still there."""
    if not entries:
        return {}
    params, of_entries = numbered(entries)
    with connection.cursor() as cursor:
        cursor.execute(NAMED.format(entries=of_entries), params)
        return {entry: called(*told) for entry, *told in cursor.fetchall()}


def called(title, names, key):
    return Name(facets(key)["kind"][0], (title, *names.splitlines()))


def shown(entries, query):
    """Rows of those that are still there, in the order of `entries`: one statement for all of them."""
    if not entries:
        return []
    params, of_entries = numbered(entries)
    held = " + ".join(words_held(query, params)) or "0"
    with connection.cursor() as cursor:
        cursor.execute(SHOWN.format(held=held, entries=of_entries), params)
        rows = {row[0]: Row(*row) for row in cursor.fetchall()}
    return [rows[entry] for entry in entries if entry in rows]


def numbered(entries):
    params = {f"entry{number}": entry for number, entry in enumerate(entries)}
    return params | {"shelf": order.SHELF}, ", ".join(f"%({name})s" for name in params)


def words_held(query, params):
    """1 for every word whose stem a part holds, or all stems of one of its synonyms."""
    for word in query.words:
        either = " OR ".join(all_of(keys, params) for keys in ((word.key,), *word.synonyms))
        yield f"CASE WHEN {either} THEN 1 ELSE 0 END"


def all_of(keys, params):
    names = [f"key{len(params) + place}" for place in range(len(keys))]
    params |= {name: f"% {key} %" for name, key in zip(names, keys, strict=True)}
    return "(" + " AND ".join(f"keys LIKE %({name})s" for name in names) + ")"
