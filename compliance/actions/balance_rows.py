"""Reading and writing rows of YearBalance by the hundred thousand: a JSON text goes in, the database does the rest."""

import json
from collections import namedtuple
from functools import cache
from itertools import batched

from django.db import connection

from people import bulk

from ..models import YearBalance

KEY = ("person_id", "year", "kind")
Derived = namedtuple("Derived", "required rule_id earned carried pending missing")
CHUNK = 50_000

UPSERT = """
    INSERT INTO compliance_yearbalance AS kept
        (person_id, year, kind, required, rule_id, earned, carried, pending, missing)
    SELECT {values} WHERE true
    ON CONFLICT (person_id, year, kind) DO UPDATE SET
        required = excluded.required, rule_id = excluded.rule_id, earned = excluded.earned,
        carried = excluded.carried, pending = excluded.pending, missing = excluded.missing
    WHERE (kept.required, kept.rule_id, kept.earned, kept.carried, kept.pending, kept.missing) {differs}
        (excluded.required, excluded.rule_id, excluded.earned, excluded.carried, excluded.pending, excluded.missing)
"""
SQL = {
    "sqlite": UPSERT.format(
        values=", ".join(f"json_extract(value, '$[{place}]')" for place in range(9)) + " FROM json_each(%s)",
        differs="IS NOT",
    ),
    "postgresql": UPSERT.format(
        values="(v->>0)::bigint, (v->>1)::smallint, v->>2, (v->>3)::numeric, (v->>4)::bigint, (v->>5)::numeric,"
        " (v->>6)::numeric, (v->>7)::numeric, (v->>8)::numeric FROM jsonb_array_elements(%s::jsonb) AS rows(v)",
        differs="IS DISTINCT FROM",
    ),
}


def write(computed) -> int:
    """Insert or update {(person, year, kind): derived values}; returns how many rows were not so already."""
    texts = cache(_texts)
    rows = ((*key, *texts(values)) for key, values in computed.items())
    return sum(_upsert(chunk) for chunk in batched(rows, CHUNK))


def read():
    """All rows as `write` takes them."""
    rows = YearBalance.objects.order_by().values_list(*KEY, *Derived._fields)
    return {row[:3]: Derived(*row[3:]) for row in rows.iterator(chunk_size=10_000)}


def remove(pairs) -> int:
    """Delete the rows of (person, year) in which the data have nothing (any more); returns how many there were."""
    removed = 0
    for year in {year for person, year in pairs}:
        people = bulk.among(person for person, its_year in pairs if its_year == year)
        removed += YearBalance.objects.filter(year=year, person__in=people).delete()[0]
    return removed


def _texts(values):
    """As JSON keeps them; most people of a year have the same."""
    return [None if value is None else str(value) for value in values]


def _upsert(rows):
    with connection.cursor() as cursor:
        cursor.execute(SQL[connection.vendor], [json.dumps(rows)])
        return cursor.rowcount
