from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, models, transaction

from compliance import canonical, triggers
from compliance.actions.ledger import Original, award
from compliance.models import CreditEntry, Extract
from tests.factories import at

TABLE = triggers.LEDGER.table

sqlite_only = pytest.mark.skipif(connection.vendor != "sqlite", reason="a way past the triggers that SQLite has")
postgresql_only = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")

COLUMNS = [field.column for field in CreditEntry._meta.concrete_fields]


@pytest.fixture
def entry(alice):
    credit = Original(alice.pk, "training", Decimal(4), date(2026, 5, 31), "course", "course-1", "Kurss")
    return award([credit], at=at(2026, 6, 1))[0]


def refused(sql):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    return True


def replacing(**changes):
    """INSERT OR REPLACE of the only row with some columns changed."""
    picked = ", ".join(changes.get(name, name) for name in COLUMNS)
    return f"INSERT OR REPLACE INTO {TABLE} ({', '.join(COLUMNS)}) SELECT {picked} FROM {TABLE}"  # noqa: S608 - own words


def test_entries_cannot_be_updated_or_deleted(entry):
    assert refused("UPDATE compliance_creditentry SET amount = 400")
    assert refused("DELETE FROM compliance_creditentry")
    assert list(CreditEntry.objects.values_list("amount")) == [(Decimal(4),)]


def test_model_cannot_update_or_delete_either(entry):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        entry.save()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        models.QuerySet(CreditEntry).delete()


@postgresql_only
def test_table_cannot_be_truncated(entry):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert refused("TRUNCATE compliance_creditentry CASCADE")


@sqlite_only
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"id": "id + 1"},
        {"sequence": "sequence + 1"},
        {"id": "id + 1", "sequence": "sequence + 1"},
        {"id": "id + 1", "sequence": "sequence + 1", "source_version": "'v2'"},
        {"id": "NULL", "sequence": "sequence + 1", "source_version": "'v2'"},
    ],
    ids=str,
)
def test_insert_or_replace_is_refused_under_every_unique_key(entry, changes):
    assert refused(replacing(**changes))
    assert list(CreditEntry.objects.values_list("id", "sequence", "source_version")) == [(entry.pk, 1, "")]


@sqlite_only
def test_update_or_replace_and_upsert_are_refused(entry):
    assert refused("UPDATE OR REPLACE compliance_creditentry SET amount = 400")
    same = replacing().replace("OR REPLACE ", "") + " WHERE true ON CONFLICT DO UPDATE SET amount = 400"
    assert refused(same)


FROZEN = ["id", "left_on", "facts", "digest", "frozen_at", "employer_id", "person_id", "replaces_id"]


@pytest.fixture
def extract(alice, office):
    return Extract.objects.create(
        employer=office, person=alice, left_on=date(2026, 6, 30), facts='{"left_on":"2026-06-30"}',
        digest=canonical.digest('{"left_on":"2026-06-30"}'), frozen_at=at(2026, 7),
    )  # fmt: skip


@pytest.mark.parametrize("column", FROZEN)
def test_nothing_of_an_extract_can_be_updated(extract, column):
    assert refused(f"UPDATE compliance_extract SET {column} = {column}")  # noqa: S608 - own words


def test_extract_is_marked_replaced_and_never_deleted(extract):
    Extract.objects.update(replaced_at=at(2026, 8))
    assert refused("DELETE FROM compliance_extract")
    assert Extract.objects.get().replaced_at == at(2026, 8)


@sqlite_only
@pytest.mark.parametrize("key", ["id", "NULL"])
def test_extract_is_not_replaced_by_an_insert(extract, key):
    copy = f"SELECT {key}, left_on, '{{}}', digest, frozen_at, employer_id, person_id FROM compliance_extract"  # noqa: S608 - own words
    columns = "id, left_on, facts, digest, frozen_at, employer_id, person_id"
    assert refused(f"INSERT OR REPLACE INTO compliance_extract ({columns}) {copy}")


@sqlite_only
def test_remade_table_gets_its_triggers_back_with_the_next_migrate(own_database):
    field = CreditEntry._meta.get_field("title")
    with connection.schema_editor() as editor:
        longer = models.CharField(max_length=301)
        longer.set_attributes_from_name("title")
        editor.alter_field(CreditEntry, longer, field)
    assert triggers.missing_triggers(connection) == list(triggers.LEDGER.wanted("sqlite"))
    call_command("migrate", verbosity=0)
    assert triggers.missing_triggers(connection) == []


def test_every_trigger_stands_after_migrate(db):
    assert triggers.missing_triggers(connection) == []
    assert triggers.check_rows_are_guarded(["default"]) == []


def test_hollowed_trigger_counts_as_missing(db):
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER ledger_refuses_update")
            cursor.execute(
                "CREATE TRIGGER ledger_refuses_update BEFORE UPDATE ON compliance_creditentry BEGIN SELECT 1; END"
            )
        else:
            cursor.execute("ALTER TABLE compliance_creditentry DISABLE TRIGGER ledger_refuses_update")
    assert triggers.missing_triggers(connection) == ["ledger_refuses_update"]
    (warning,) = triggers.check_rows_are_guarded(["default"])
    assert (warning.id, "ledger_refuses_update" in warning.msg) == ("compliance.W001", True)
    triggers.install(connection)
    assert triggers.missing_triggers(connection) == []
