import logging
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.management import call_command

from compliance import tasks
from compliance.actions.employments import record_employments
from compliance.models import Seal, YearBalance
from people.models import Employment
from tests.factories import at


@pytest.fixture
def job(alice, office):
    row = Employment(person=alice, employer=office, role_id="carer", start=date(2026, 1, 1))
    return record_employments([row], at=at(2026, 11, 22))[0]


def years():
    return list(YearBalance.objects.filter(kind="training").order_by("year").values_list("year", "required"))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (at(2026, 12, 31, 23, 59), [(2026, 8)]),
        (at(2027, 1, 1, 0, 0), [(2026, 8), (2027, 8)]),
    ],
)
def test_new_year_opens_at_midnight_in_riga(job, moment, expected):
    with time_machine.travel(moment):
        tasks.open_year()
        tasks.open_year()
    assert years() == expected


def test_balances_that_differ_are_logged_without_names_and_left_alone(job, alice, caplog):
    YearBalance.objects.filter(kind="training").update(earned=Decimal(5))
    with caplog.at_level(logging.ERROR, logger="socdarbs.balances"), time_machine.travel(at(2026, 11, 22)):
        assert tasks.compare_balances() == 1
    (record,) = caplog.records
    assert record.facts == {"person": alice.pk, "year": 2026, "kind": "training"}
    assert YearBalance.objects.get(kind="training").earned == 5


def test_rebuild_command_tells_how_many_were_wrong(job, capsys):
    YearBalance.objects.update(earned=Decimal(5))
    with time_machine.travel(at(2026, 11, 22)):
        call_command("rebuild_balances")
        call_command("rebuild_balances")
        assert tasks.compare_balances() == 0
    assert capsys.readouterr().out == "Balances put right: 2\nBalances put right: 0\n"


def test_ledger_is_sealed_once_a_night(db, caplog):
    with caplog.at_level(logging.INFO, logger="socdarbs.ledger"), time_machine.travel(at(2026, 11, 22, 2)):
        tasks.seal_ledger()
        tasks.seal_ledger()
    assert [record.message for record in caplog.records] == ["ledger sealed"]
    assert caplog.records[0].facts["digest"] == Seal.objects.get().digest
