"""Reading and writing rows of YearBalance by the hundred thousand: a JSON text goes in, the database does the rest."""

import json
from collections import namedtuple
from collections.abc import Iterable
from itertools import batched
from typing import NamedTuple

from django.db import connection

from people import bulk

from ..models import YearBalance

KEY = ("person_id", "year", "kind")
Derived = namedtuple("Derived", "required rule_id earned carried pending missing")
CHUNK = 50_000


class Alike(NamedTuple):
    """Balances of a year and kind that say the same: most people's do, so they are computed and written as one."""

    year: int
    kind: str
    derived: Derived
    people: list[int]


UPSERT = """
    INSERT INTO compliance_yearbalance AS kept
        (person_id, year, kind, required, rule_id, earned, carried, pending, missing)
    WITH alike AS MATERIALIZED (SELECT {values})
    SELECT {person}, year, kind, required, rule_id, earned, carried, pending, missing FROM alike, {people}
    WHERE true ORDER BY 1, 2, 3
    ON CONFLICT (person_id, year, kind) DO UPDATE SET
        required = excluded.required, rule_id = excluded.rule_id, earned = excluded.earned,
        carried = excluded.carried, pending = excluded.pending, missing = excluded.missing
    WHERE (kept.required, kept.rule_id, kept.earned, kept.carried, kept.pending, kept.missing) {differs}
        (excluded.required, excluded.rule_id, excluded.earned, excluded.carried, excluded.pending, excluded.missing)
"""
COLUMNS = ("year", "kind", *Derived._fields, "people")
SQL = {
    "sqlite": UPSERT.format(
        values=", ".join(f"json_extract(value, '$[{place}]') AS {name}" for place, name in enumerate(COLUMNS))
        + " FROM json_each(%s)",
        person="one.value",
        people="json_each(people) AS one",
        differs="IS NOT",
    ),
    "postgresql": UPSERT.format(
        values="(v->>0)::smallint AS year, v->>1 AS kind, (v->>2)::numeric AS required, (v->>3)::bigint AS rule_id,"
        " (v->>4)::numeric AS earned, (v->>5)::numeric AS carried, (v->>6)::numeric AS pending,"
        " (v->>7)::numeric AS missing, v->8 AS people FROM jsonb_array_elements(%s::jsonb) AS rows(v)",
        person="one::bigint",
        people="jsonb_array_elements(people) AS one",
        differs="IS DISTINCT FROM",
    ),
}


def write(groups: Iterable[Alike]) -> int:
    """Insert or update balances; returns how many rows were not so already."""
    return sum(_upsert(chunk) for chunk in batched(groups, CHUNK))


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


def _upsert(groups):
    rows = [(year, kind, *map(_text, derived), people) for year, kind, derived, people in groups]
    with connection.cursor() as cursor:
        cursor.execute(SQL[connection.vendor], [json.dumps(rows)])
        return cursor.rowcount


def _text(value):
    """As JSON keeps it exactly."""
    return None if value is None else str(value)
