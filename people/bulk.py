"""Rows by the thousand: new ones for a third of what bulk_create takes, and those whose keys one already has."""

import gc
import json
from collections.abc import Iterable
from contextlib import contextmanager
from functools import cache, partial
from itertools import batched, chain, repeat

from django.db import connection
from django.db.models import AutoField, JSONField, Model
from django.db.models.expressions import RawSQL

from .models.names import KeptField

PLAIN = frozenset({str, int, bool, type(None)})
"""Values of these types are stored as they are; others the field prepares, one by one."""


@contextmanager
def uncollected():
    """Where all rows stay until the end, looking for garbage among them takes a quarter of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def among(values: Iterable[int | str], kind="bigint") -> RawSQL:
    """For `…__in=`: the values as one parameter, where Django would prepare each; `kind` is PostgreSQL's type."""
    if connection.vendor == "sqlite":
        return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(list(values))])
    return RawSQL(f"SELECT unnest(%s::{kind}[])", [list(values)])  # noqa: S611 - the type is the caller's own word


def insert[Row: Model](rows: Iterable[Row], *, ignore_conflicts=False) -> list[Row]:
    """Write rows of one model and give them their ids, unless what is there already may be left as it is."""
    rows = list(rows)
    if rows:
        keys = write(type(rows[0]), map(vars, rows), ignore_conflicts=ignore_conflicts)
        for row, key in zip(rows, keys, strict=True) if keys else ():
            row.pk, row._state.adding, row._state.db = key, False, connection.alias
    return rows


def write(model: type[Model], rows: Iterable[dict], *, ignore_conflicts=False) -> list[int]:
    """The same of rows as values by attribute, each with those of the first; what they lack is the field's default.

    Returns their ids, unless what is there already may be left as it is.
    """
    rows, keys = list(rows), []
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, AutoField)]
    for some in batched(rows, connection.ops.bulk_batch_size(fields, rows) if rows else 1):
        keys += _write(model, some, fields, ignore_conflicts)
    return keys


def _write(model, rows, fields, ignore_conflicts):
    meta, quoted = model._meta, connection.ops.quote_name
    columns = ", ".join(quoted(field.column) for field in fields)
    into = f"INSERT INTO {quoted(meta.db_table)} ({columns}) VALUES "  # noqa: S608 - our models' names
    marks = ", ".join([f"({', '.join(['%s'] * len(fields))})"] * len(rows))
    then = " ON CONFLICT DO NOTHING" if ignore_conflicts else f" RETURNING {quoted(meta.pk.column)}"
    values = zip(*(_column(field, rows) for field in fields), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(into + marks + then, list(chain.from_iterable(values)))
        return [] if ignore_conflicts else [key for (key,) in cursor.fetchall()]


def _column(field, rows):
    """Days and moments repeat from row to row, so each is prepared once; so is an object that becomes JSON."""
    prepare = partial(field.get_db_prep_save, connection=connection)
    if isinstance(field, KeptField):
        return [field.of(row) for row in rows]
    if field.attname not in rows[0]:
        return repeat(prepare(field.get_default()), len(rows))
    values = [row[field.attname] for row in rows]
    if isinstance(field, JSONField):
        prepared = {id(value): prepare(value) for value in {id(value): value for value in values}.values()}
        return [prepared[id(value)] for value in values]
    if PLAIN.issuperset(map(type, values)):
        return values
    prepared = cache(prepare)
    return [value if type(value) in PLAIN else prepared(value) for value in values]
