"""PostgreSQL's full text over the bags: a narrow table beside the entries, kept in step by triggers.

Vectors hold no positions and lie outside the row, so that a common word reads few pages (only from long rows are they
moved out, hence the padding, which itself shrinks to nothing); a bag becomes a vector by a cast, as `to_tsvector` would
take its tokens apart again. The planner does not know what it costs to read vectors, so
that rows are found by a function of its own, which never reads them all.
"""

from ... import order
from ...tiers import All
from .statement import DatabaseEngine

PLANNED_SO = "SET enable_seqscan = off SET jit = off SET work_mem = '32MB'"
FOUND = """
    CREATE OR REPLACE FUNCTION search_found(wanted tsquery) RETURNS SETOF bigint
    LANGUAGE sql STABLE {options} AS $$ SELECT id FROM search_bag WHERE tokens @@ wanted $$
"""
COUNTED_AT_ONCE = """
    CREATE OR REPLACE FUNCTION search_counted(wanted tsquery) RETURNS TABLE (shelf bigint, number bigint)
    LANGUAGE sql STABLE {options} AS $$
        SELECT id & {shelf}, count(*) FROM search_bag WHERE tokens @@ wanted GROUP BY 1
    $$
"""
SCHEMA = (
    "CREATE TABLE IF NOT EXISTS search_bag ("
    "id bigint PRIMARY KEY REFERENCES search_entry ON DELETE CASCADE ON UPDATE CASCADE, tokens tsvector NOT NULL)"
    " WITH (toast_tuple_target = 128)",
    "ALTER TABLE search_bag ALTER COLUMN tokens SET STORAGE EXTERNAL",
    "ALTER TABLE search_bag ADD COLUMN IF NOT EXISTS padding text DEFAULT repeat(' ', 2100)",
    "CREATE INDEX IF NOT EXISTS search_bag_tokens ON search_bag USING gin (tokens) WITH (fastupdate = off)",
    "CREATE OR REPLACE FUNCTION search_bag_write() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " INSERT INTO search_bag (id, tokens) SELECT id, bag::tsvector FROM written"
    " ON CONFLICT (id) DO UPDATE SET tokens = EXCLUDED.tokens; RETURN NULL; END $$",
    "CREATE OR REPLACE TRIGGER search_entry_added AFTER INSERT ON search_entry"
    " REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION search_bag_write()",
    "CREATE OR REPLACE TRIGGER search_entry_changed AFTER UPDATE ON search_entry"
    " REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION search_bag_write()",
    FOUND.format(options=PLANNED_SO),
    COUNTED_AT_ONCE.format(options=PLANNED_SO, shelf=order.SHELF),
)
FROM_ENTRIES = (
    "DELETE FROM search_bag",
    "INSERT INTO search_bag (id, tokens) SELECT id, bag::tsvector FROM search_entry",
)
TO_COUNT = "(SELECT found.id & {shelf} AS shelf, count(*) AS number FROM every AS found GROUP BY 1) AS counted"
COUNTED = """
    SELECT 0, NULL::bigint, string_agg(number::text, ','), string_agg(key, chr(10)), NULL
    FROM {source} JOIN search_shelf ON search_shelf.id = shelf
"""
MISSING = """
    SELECT count(*) FROM search_entry
    WHERE NOT EXISTS (SELECT 1 FROM search_bag WHERE search_bag.id = search_entry.id)
"""


def is_sound(cursor):
    """What is removed from the entries goes by itself."""
    cursor.execute(MISSING)
    return cursor.fetchone() == (0,)


def tidy(cursor):
    cursor.execute("ANALYZE search_bag, search_entry")


class Engine(DatabaseEngine):
    orders_what_it_keeps = True

    def written(self, wanted, without=()):
        return " & ".join([written(wanted), *(f"!{written(token)}" for token in without)])

    def source(self, name):
        return f"search_found(%({name})s::tsquery) AS found (id)"

    def holds(self, column, name):
        return f"strpos({column}, %({name})s) > 0"

    def counted(self, is_kept):
        source = TO_COUNT.format(shelf=order.SHELF) if is_kept else "search_counted(%(every)s::tsquery) AS counted"
        return COUNTED.format(source=source)

    def shelves(self, row):
        """Two texts cost the driver less than a row for each shelf."""
        _place, _entry, numbers, keys, _key = row
        return dict(zip(keys.split("\n"), map(int, numbers.split(",")), strict=True)) if keys else {}


def written(wanted):
    if isinstance(wanted, str):
        return f"'{wanted}'"
    return "(" + (" & " if isinstance(wanted, All) else " | ").join(map(written, wanted.parts)) + ")"
