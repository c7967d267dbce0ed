"""SQLite's FTS5 over the bags: which tokens an entry holds and nothing else, newest numbers first without sorting.

Its `ascii` tokenizer parts at spaces only, as no token has other signs; the triggers keep it in step with the entries.
"""

from django.db import DatabaseError

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


def is_sound(cursor):
    try:
        cursor.execute("INSERT INTO search_bag (search_bag, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        return False
    return True


class Engine(DatabaseEngine):
    number = "search_bag.rowid"

    def written(self, wanted, without=()):
        """Every token in quotes, as a bare word could be an operator."""
        found = written(wanted)
        return f"{found} NOT ({' OR '.join(map(written, without))})" if without else found

    def matching(self, name):
        return f"search_bag WHERE search_bag MATCH %({name})s"

    def every(self, narrowed):
        return "", self.matching("every") + narrowed

    def holds(self, column, name):
        return f"instr({column}, %({name})s) > 0"


def written(wanted):
    if isinstance(wanted, str):
        return f'"{wanted}"'
    return "(" + (" AND " if isinstance(wanted, All) else " OR ").join(map(written, wanted.parts)) + ")"
