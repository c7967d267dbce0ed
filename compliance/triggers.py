"""The database itself refuses to change the ledger.

SQLite's `INSERT OR REPLACE` removes rows without firing triggers on DELETE, so an insert that meets a row under
any unique key is refused as well. Remaking a table drops its triggers: they are installed after every migrate.
"""

from django.core import checks
from django.db import connections

TABLE = "compliance_creditentry"
REFUSAL = "the ledger is append-only"

TAKEN = """
    SELECT 1 FROM compliance_creditentry WHERE id = NEW.id
    UNION ALL SELECT 1 FROM compliance_creditentry WHERE person_id = NEW.person_id AND sequence = NEW.sequence
    UNION ALL SELECT 1 FROM compliance_creditentry WHERE reverses_id = NEW.reverses_id
    UNION ALL SELECT 1 FROM compliance_creditentry WHERE corrects_id = NEW.corrects_id
    UNION ALL SELECT 1 FROM compliance_creditentry WHERE entry = 'original' AND NEW.entry = 'original'
        AND person_id = NEW.person_id AND kind = NEW.kind AND source = NEW.source
        AND source_key = NEW.source_key AND source_version = NEW.source_version
    UNION ALL SELECT 1 FROM compliance_creditentry WHERE entry = 'original' AND NEW.entry = 'original'
        AND source = 'course' AND NEW.source = 'course'
        AND person_id = NEW.person_id AND source_key = NEW.source_key AND year = NEW.year
"""

SQLITE = {
    "ledger_refuses_update": f"BEFORE UPDATE ON {TABLE}",
    "ledger_refuses_delete": f"BEFORE DELETE ON {TABLE}",
    "ledger_refuses_replace": f"BEFORE INSERT ON {TABLE} WHEN EXISTS ({TAKEN})",
}
POSTGRESQL = {
    "ledger_refuses_update": f"BEFORE UPDATE ON {TABLE}",
    "ledger_refuses_delete": f"BEFORE DELETE ON {TABLE}",
    "ledger_refuses_truncate": f"BEFORE TRUNCATE ON {TABLE}",
}
REFUSE = f" BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END "


def missing_triggers(connection):
    """The names of the triggers that do not stand guard, as they should be written, on this database."""
    standing = _standing(connection)
    return [name for name, sql in _wanted(connection).items() if standing.get(name) != sql]


def install(connection):
    """Idempotent: what stands as it should is left alone."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $${REFUSE}$$"
            )
        for name in missing_triggers(connection):
            on = "" if connection.vendor == "sqlite" else f" ON {TABLE}"
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
            cursor.execute(_wanted(connection)[name])


def install_after_migrate(using, **kwargs):
    if TABLE in connections[using].introspection.table_names():
        install(connections[using])


@checks.register(checks.Tags.database)
def check_ledger_is_guarded(databases=None, **kwargs):
    return [
        checks.Warning(
            f"The ledger's trigger {name} is missing on database “{alias}”.",
            hint="Run manage.py migrate, then manage.py verify_ledger.",
            id="compliance.W001",
        )
        for alias in databases or ()
        if TABLE in connections[alias].introspection.table_names()
        for name in missing_triggers(connections[alias])
    ]


def _wanted(connection):
    if connection.vendor == "sqlite":
        body = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        return {name: f"CREATE TRIGGER {name} {when} {body}" for name, when in SQLITE.items()}
    body = "FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()"
    return {name: f"CREATE TRIGGER {name} {when} {body}" for name, when in POSTGRESQL.items()}


def _standing(connection):
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [TABLE])
        else:
            cursor.execute(
                "SELECT tgname, replace(pg_get_triggerdef(t.oid), 'public.', '')"
                " FROM pg_trigger t JOIN pg_proc p ON p.oid = tgfoid AND prosrc = %s"
                " WHERE tgrelid = to_regclass(%s) AND tgenabled IN ('O', 'A')",
                [REFUSE, TABLE],
            )
        return dict(cursor.fetchall())
