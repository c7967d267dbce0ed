"""The database itself refuses to change the ledger, and what was frozen for an employer.

SQLite's `INSERT OR REPLACE` removes rows without firing triggers on DELETE, so an insert that meets a row under
any unique key is refused as well. Remaking a table drops its triggers: they are installed after every migrate.
"""

from dataclasses import dataclass

from django.core import checks
from django.db import connections

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

EXTRACT_TAKEN = """
    SELECT 1 FROM compliance_extract WHERE id = NEW.id
    UNION ALL SELECT 1 FROM compliance_extract WHERE replaces_id = NEW.replaces_id
    UNION ALL SELECT 1 FROM compliance_extract WHERE replaced_at IS NULL AND NEW.replaced_at IS NULL
        AND person_id = NEW.person_id AND employer_id = NEW.employer_id
"""


@dataclass(frozen=True)
class Guard:
    """A table whose rows stay as they were written, or those columns of them that are named."""

    name: str
    table: str
    refusal: str
    taken: str
    columns: str = ""

    def moments(self, vendor):
        """By the name of its trigger, when each fires."""
        update = f"UPDATE OF {self.columns}" if self.columns else "UPDATE"
        return {
            f"{self.name}_refuses_update": f"BEFORE {update} ON {self.table}",
            f"{self.name}_refuses_delete": f"BEFORE DELETE ON {self.table}",
        } | (
            {f"{self.name}_refuses_replace": f"BEFORE INSERT ON {self.table} WHEN EXISTS ({self.taken})"}
            if vendor == "sqlite"
            else {f"{self.name}_refuses_truncate": f"BEFORE TRUNCATE ON {self.table}"}
        )

    @property
    def body(self):
        """Of the function that PostgreSQL calls."""
        return f" BEGIN RAISE EXCEPTION '{self.refusal}' USING ERRCODE = 'integrity_constraint_violation'; END "

    def wanted(self, vendor):
        body = f"FOR EACH STATEMENT EXECUTE FUNCTION refuse_{self.name}_change()"
        if vendor == "sqlite":
            body = f"BEGIN SELECT RAISE(ABORT, '{self.refusal}'); END"
        return {name: f"CREATE TRIGGER {name} {when} {body}" for name, when in self.moments(vendor).items()}

    def standing(self, cursor, vendor):
        if vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [self.table])
        else:
            cursor.execute(
                "SELECT tgname, replace(pg_get_triggerdef(t.oid), 'public.', '')"
                " FROM pg_trigger t JOIN pg_proc p ON p.oid = tgfoid AND prosrc = %s"
                " WHERE tgrelid = to_regclass(%s) AND tgenabled IN ('O', 'A')",
                [self.body, self.table],
            )
        return dict(cursor.fetchall())

    def missing(self, connection):
        with connection.cursor() as cursor:
            standing = self.standing(cursor, connection.vendor)
        return {name: sql for name, sql in self.wanted(connection.vendor).items() if standing.get(name) != sql}

    def install(self, connection):
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(
                    f"CREATE OR REPLACE FUNCTION refuse_{self.name}_change() RETURNS trigger"
                    f" LANGUAGE plpgsql AS $${self.body}$$"
                )
            for name, sql in self.missing(connection).items():
                on = "" if connection.vendor == "sqlite" else f" ON {self.table}"
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
                cursor.execute(sql)


LEDGER = Guard("ledger", "compliance_creditentry", "the ledger is append-only", TAKEN)
EXTRACTS = Guard(  # an extract may be marked replaced, and that is all
    "extracts",
    "compliance_extract",
    "extracts are append-only",
    EXTRACT_TAKEN,
    columns="id, left_on, facts, digest, frozen_at, employer_id, person_id, replaces_id",
)


def missing_triggers(connection):
    """The names of the triggers that do not stand guard, as they should be written, on this database."""
    return [name for guard in (LEDGER, EXTRACTS) for name in guard.missing(connection)]


def install(connection):
    """Idempotent: what stands as it should is left alone."""
    for guard in _guards(connection):
        guard.install(connection)


def install_after_migrate(using, **kwargs):
    install(connections[using])


@checks.register(checks.Tags.database)
def check_rows_are_guarded(databases=None, **kwargs):
    return [
        checks.Warning(
            f"The trigger {name} is missing on database “{alias}”.",
            hint="Run manage.py migrate, then manage.py verify_ledger.",
            id="compliance.W001",
        )
        for alias in databases or ()
        for guard in _guards(connections[alias])
        for name in guard.missing(connections[alias])
    ]


def _guards(connection):
    """Of the tables that there are: before the first migrate none."""
    tables = connection.introspection.table_names()
    return [guard for guard in (LEDGER, EXTRACTS) if guard.table in tables]
