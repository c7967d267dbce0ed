"""Rows by the thousand: new ones for a third of what bulk_create takes, and those whose keys one already has."""

import gc
import json
from collections.abc import Iterable
from contextlib import contextmanager
from functools import cache, partial
from itertools import batched
from operator import attrgetter

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import AutoField, JSONField, Model
from django.db.models.expressions import RawSQL

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
        fields = [field for field in rows[0]._meta.concrete_fields if not isinstance(field, AutoField)]
        for some in batched(rows, connection.ops.bulk_batch_size(fields, rows)):
            _insert(some, fields, ignore_conflicts)
    return rows


def _insert(rows, fields, ignore_conflicts):
    meta, quoted = rows[0]._meta, connection.ops.quote_name
    columns = ", ".join(quoted(field.column) for field in fields)
    into = f"INSERT INTO {quoted(meta.db_table)} ({columns}) VALUES "  # noqa: S608 - our models' names
    marks = ", ".join([f"({', '.join(['%s'] * len(fields))})"] * len(rows))
    then = " ON CONFLICT DO NOTHING" if ignore_conflicts else f" RETURNING {quoted(meta.pk.column)}"
    with connection.cursor() as cursor:
        cursor.execute(into + marks + then, _values(rows, fields))
        if not ignore_conflicts:
            _mark_as_saved(rows, cursor.fetchall())


def _values(rows, fields):
    read = attrgetter(*(field.attname for field in fields))
    prepare = [_preparing(field) for field in fields]
    return [
        value if type(value) in PLAIN else prepared(value)
        for row in rows
        for value, prepared in zip(read(row), prepare, strict=True)
    ]


def _preparing(field):
    """Days and moments repeat from row to row, so each is prepared once."""
    prepare = partial(field.get_db_prep_save, connection=connections[DEFAULT_DB_ALIAS])
    return prepare if isinstance(field, JSONField) else cache(prepare)


def _mark_as_saved(rows, keys):
    for row, (key,) in zip(rows, keys, strict=True):
        row.pk, row._state.adding, row._state.db = key, False, connection.alias
