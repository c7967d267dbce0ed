"""SQLite's FTS5 over the bags: which tokens an entry holds and nothing else, newest numbers first without sorting.

Its `ascii` tokenizer parts at spaces only, as no token has other signs; the triggers keep it in step with the entries.
"""

from collections import Counter
from functools import lru_cache

from django.db import DatabaseError

from ... import order
from ...shelves import FENCE
from ...tiers import All
from .statement import DatabaseEngine

SCHEMA = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_bag USING fts5("
    "bag, content='search_entry', content_rowid='id', detail=none, tokenize='ascii')",
    "CREATE TRIGGER IF NOT EXISTS search_entry_added AFTER INSERT ON search_entry BEGIN"
    " INSERT INTO search_bag (rowid, bag) VALUES (NEW.id, NEW.bag); END",
    "CREATE TRIGGER IF NOT EXISTS search_entry_removed AFTER DELETE ON search_entry BEGIN"
    " INSERT INTO search_bag (search_bag, rowid, bag) VALUES ('delete', OLD.id, OLD.bag); END",
    "CREATE TRIGGER IF NOT EXISTS search_entry_changed AFTER UPDATE OF id, bag ON search_entry BEGIN"
    " INSERT INTO search_bag (search_bag, rowid, bag) VALUES ('delete', OLD.id, OLD.bag);"
    " INSERT INTO search_bag (rowid, bag) VALUES (NEW.id, NEW.bag); END",
)
FROM_ENTRIES = ("INSERT INTO search_bag (search_bag) VALUES ('rebuild')",)


TIDIED_AT_ONCE = 500  # pages of the full text


def is_sound(cursor):
    try:
        cursor.execute("INSERT INTO search_bag (search_bag, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        return False
    return True


SOURCE = "(SELECT rowid AS id FROM search_bag WHERE search_bag MATCH %({name})s) AS found"
COUNTED = """
    SELECT 0, NULL, group_concat(found.id & {shelf}), (SELECT group_concat(id || key, char(10)) FROM search_shelf), NULL
    FROM {every}
"""


def tidy(cursor):
    """In one piece again: a word is looked up in every piece that writing left. A little at a time, as others write."""
    written, pages = 2, -TIDIED_AT_ONCE
    while written > 1:
        before = cursor.connection.total_changes
        cursor.execute("INSERT INTO search_bag (search_bag, rank) VALUES ('merge', %s)", [pages])
        written, pages = cursor.connection.total_changes - before, TIDIED_AT_ONCE


class Engine(DatabaseEngine):
    entries_by_title = "search_entry INDEXED BY entries_by_title"

    def written(self, wanted, without=()):
        """Every token in quotes, as a bare word could be an operator."""
        found = written(wanted)
        return f"{found} NOT ({' OR '.join(map(written, without))})" if without else found

    def source(self, name):
        return SOURCE.format(name=name)

    def holds(self, column, name):
        """Neither words nor values of facets have signs that GLOB takes for others; `instr` takes twice as long."""
        return f"{column} GLOB '*' || %({name})s || '*'"

    def counted(self, is_kept):
        """As one text of numbers: SQLite would sort them to count, which takes it three times as long."""
        return COUNTED.format(shelf=order.SHELF, every=self.every(is_kept))

    def shelves(self, row):
        _place, _entry, numbers, keys, _key = row
        if not numbers:
            return {}
        of_number = keys_of(keys)
        return {of_number[number]: times for number, times in Counter(numbers.split(",")).items()}


@lru_cache(maxsize=4)
def keys_of(told):
    """{number: key} of all shelves."""
    return {number: f"{fence}{key}" for number, fence, key in (line.partition(FENCE) for line in told.split("\n"))}


def written(wanted):
    if isinstance(wanted, str):
        return f'"{wanted}"'
    return "(" + (" AND " if isinstance(wanted, All) else " OR ").join(map(written, wanted.parts)) + ")"
