"""PostgreSQL's full text over the bags: a narrow table beside the entries, kept in step by triggers.

Vectors hold no positions and lie outside the row, so that a common word reads few pages; a bag becomes a vector by a
cast, as `to_tsvector` would take its tokens apart again.
"""

from ...tiers import All
from .statement import DatabaseEngine

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS search_bag ("
    "id bigint PRIMARY KEY REFERENCES search_entry ON DELETE CASCADE ON UPDATE CASCADE, tokens tsvector NOT NULL)"
    " WITH (toast_tuple_target = 128)",
    "ALTER TABLE search_bag ALTER COLUMN tokens SET STORAGE EXTERNAL",
    "CREATE INDEX IF NOT EXISTS search_bag_tokens ON search_bag USING gin (tokens) WITH (fastupdate = off)",
    "CREATE OR REPLACE FUNCTION search_bag_write() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " INSERT INTO search_bag SELECT id, bag::tsvector FROM written"
    " ON CONFLICT (id) DO UPDATE SET tokens = EXCLUDED.tokens; RETURN NULL; END $$",
    "CREATE OR REPLACE TRIGGER search_entry_added AFTER INSERT ON search_entry"
    " REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION search_bag_write()",
    "CREATE OR REPLACE TRIGGER search_entry_changed AFTER UPDATE ON search_entry"
    " REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION search_bag_write()",
)
FROM_ENTRIES = (
    "DELETE FROM search_bag",
    "INSERT INTO search_bag SELECT id, bag::tsvector FROM search_entry",
)
EVERY = "WITH every AS MATERIALIZED (SELECT id FROM {source})"
MISSING = """
    SELECT count(*) FROM search_entry
    WHERE NOT EXISTS (SELECT 1 FROM search_bag WHERE search_bag.id = search_entry.id)
"""


def is_sound(cursor):
    """What is removed from the entries goes by itself."""
    cursor.execute(MISSING)
    return cursor.fetchone() == (0,)


class Engine(DatabaseEngine):
    collation = 'COLLATE "C"'

    def written(self, wanted, without=()):
        return " & ".join([written(wanted), *(f"!{written(token)}" for token in without)])

    def matching(self, name):
        return f"search_bag WHERE tokens @@ %({name})s::tsquery"

    def every(self, narrowed):
        return EVERY.format(source=self.matching("every") + narrowed), "every AS search_bag"

    def holds(self, column, name):
        return f"strpos({column}, %({name})s) > 0"


def written(wanted):
    if isinstance(wanted, str):
        return f"'{wanted}'"
    return "(" + (" & " if isinstance(wanted, All) else " | ").join(map(written, wanted.parts)) + ")"
