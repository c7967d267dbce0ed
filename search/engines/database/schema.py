"""Tables and triggers of the database's own full text: after every migrate, as a remade table loses its triggers."""

from django.db import connections

from . import DIALECTS


def install_after_migrate(using, **kwargs):
    connection = connections[using]
    if "search_entry" in connection.introspection.table_names():
        install(connection)


def install(connection):
    """Idempotent: what stands is left alone."""
    _run(connection, DIALECTS[connection.vendor].SCHEMA)


def refill(connection):
    """From the entries, whatever it held."""
    _run(connection, DIALECTS[connection.vendor].FROM_ENTRIES)


def tidy(connection):
    """What much writing leaves behind makes asking slow."""
    with connection.cursor() as cursor:
        DIALECTS[connection.vendor].tidy(cursor)


def is_sound(connection):
    """Whether the full text holds what the entries hold."""
    with connection.cursor() as cursor:
        return DIALECTS[connection.vendor].is_sound(cursor)


def _run(connection, statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
