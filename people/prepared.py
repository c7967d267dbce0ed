"""Queries whose SQL Django writes once in a process; each asking only puts its values in (docs/decisions/0076)."""

from collections.abc import Callable
from copy import copy
from functools import lru_cache, partial, update_wrapper

from django.db import connection, connections
from django.db.models import Expression, Field, QuerySet
from django.db.models.sql import Query
from django.utils.timezone import get_current_timezone_name

from .bulk import among

SHAPES = 256


class Parameter(Expression):
    """The place of a value that each asking brings; it is never None."""

    def __init__(self, name: str, field: Field):
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]

    def value(self, told, connection):
        return self.output_field.get_db_prep_value(told[self.name], connection)


class Several(Parameter):
    """The place of a list, for `…__in=`."""

    def as_sql(self, compiler, connection):
        return among((), self.output_field.db_type(connection)).sql, [self]

    def value(self, told, connection):
        return among(told[self.name]).params[0]


class Asked(Query):
    """One asking. What it says is written already, so nothing can be added: `filter`, `first`, `count` are errors."""

    def get_compiler(self, using=None, connection=None, elide_empty=True):
        compiler = copy(self.written)
        compiler.connection = connections[using]
        compiler.as_sql = self.with_values
        return compiler

    def with_values(self):
        sql, values = self.sql
        return sql, tuple(one.value(self.told, connection) if isinstance(one, Parameter) else one for one in values)

    def clone(self):
        raise TypeError("A prepared query is asked as it is written.")


class Prepared:
    """A function that writes a query, to be asked; what it wrote is kept for each shape."""

    def __init__(self, write: Callable[..., QuerySet], fields: dict[str, Field | list[Field]]):
        self.write = write
        self.parameters = {name: parameter(name, field) for name, field in fields.items()}
        self.written = lru_cache(SHAPES)(self.written_anew)
        update_wrapper(self, write)

    def __call__(self, *shape, **told) -> QuerySet:
        if told.keys() != self.parameters.keys():
            raise TypeError(f"{self.write.__name__}() is asked with {', '.join(self.parameters)}.")
        rows, compiler, sql = self.written(get_current_timezone_name(), *shape)
        asked = rows.all()
        asked.query.__class__ = Asked
        asked.query.written, asked.query.sql, asked.query.told = compiler, sql, told
        return asked

    def written_anew(self, _zone, *shape):
        """Django writes the time zone into what it says of days."""
        with connection.execute_wrapper(refuse):
            rows = self.write(*shape, **self.parameters)
        compiler = rows.query.get_compiler(rows.db)
        sql = compiler.as_sql()
        compiler.connection = None  # it is a thread's; each asking has that of its own
        return rows, compiler, sql


def parameter(name, field):
    return Several(name, *field) if isinstance(field, list) else Parameter(name, field)


def refuse(execute, sql, *args):
    """What the database said while a query was written would be in it for ever."""
    raise TypeError(f"A prepared query is written without asking: {sql}")


def prepared(**fields: Field | list[Field]) -> Callable:
    """Let a function write a query once for each set of its positional arguments, which must be all that shapes it:
    the language and the day, too, if it looks at them.

    Its keyword arguments are the parameters: expressions while it writes, values when it is asked; a field in brackets
    takes a list. The answer can be gone through, nothing else. Raises TypeError for a parameter too many or too few.
    """
    return partial(Prepared, fields=fields)
