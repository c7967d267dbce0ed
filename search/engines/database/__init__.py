"""The database that holds the index also answers: no service is needed."""

from django.db import connection

from . import postgresql, sqlite

DIALECTS = {"sqlite": sqlite, "postgresql": postgresql}


def engine():
    return DIALECTS[connection.vendor].Engine()
