from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from compliance.actions.absences import record_absence, withdraw_absence
from compliance.actions.employments import record_employments
from compliance.actions.rules import replace_rule
from compliance.models import Rule, YearBalance
from people.models import Absence, Employment
from tests.factories import EmployerFactory, at

NOW = at(2026, 11, 22)
FROM, TO = date(2026, 2, 1), date(2026, 4, 30)


def employed(person, employer, start=date(2026, 1, 1), end=None):
    row = Employment(person=person, employer=employer, role_id="social_worker", start=start, end=end)
    return record_employments([row], at=NOW)[0]


@pytest.fixture
def job(alice, office):
    return employed(alice, office)


@pytest.fixture
def deducted(bob):
    """The norm of social workers as if absences were deducted from it."""
    rule = Rule.objects.get(role="social_worker", kind="training", valid_from=date(2017, 7, 1))
    return replace_rule(rule, absence="deducted", proration="months", reason="Skaidrots", by=bob, at=NOW)


def required(person):
    return YearBalance.objects.get(person=person, year=2026, kind="training").required


def test_absence_is_kept_as_dates_and_changes_no_norm_by_itself(job, alice, bob, office):
    absence = record_absence(job, start=FROM, end=TO, by=bob, at=NOW)
    assert (absence.person, absence.employer, absence.recorded_by, absence.recorded_at) == (alice, office, bob, NOW)
    assert required(alice) == 24


def test_absence_is_deducted_at_once_where_the_norm_says_so(job, alice, bob, deducted):
    record_absence(job, start=FROM, end=TO, by=bob, at=NOW)
    assert required(alice) == 18


def test_withdrawn_absence_stays_readable_and_counts_no_more(job, alice, bob, deducted):
    absence = record_absence(job, start=FROM, end=TO, by=bob, at=NOW)
    withdraw_absence(absence, by=bob, at=NOW)
    absence.refresh_from_db()
    assert (absence.withdrawn_by, absence.withdrawn_at, required(alice)) == (bob, NOW, 24)
    with pytest.raises(ValidationError, match="jau ir atsaukta"):
        withdraw_absence(absence, by=bob, at=NOW)


def test_absence_holds_for_every_job_at_the_employer_and_its_units(job, alice, bob, office, deducted):
    employed(alice, EmployerFactory(parent=office))
    record_absence(job, start=FROM, end=TO, by=bob, at=NOW)
    assert required(alice) == 18


def test_work_elsewhere_goes_on(job, alice, bob, other_office, deducted):
    employed(alice, other_office)
    record_absence(job, start=FROM, end=TO, by=bob, at=NOW)
    assert required(alice) == 24


def test_nobody_excuses_themselves(job, alice, bob):
    with pytest.raises(ValidationError, match="kāds cits"):
        record_absence(job, start=FROM, end=TO, by=alice, at=NOW)
    absence = record_absence(job, start=FROM, end=TO, by=bob, at=NOW)
    with pytest.raises(ValidationError, match="kāds cits"):
        withdraw_absence(absence, by=alice, at=NOW)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2025, 12, 31), TO),
        (FROM, date(2026, 7, 1)),
        (date(2026, 7, 1), None),
    ],
)
def test_absence_outside_the_employment_is_refused(alice, bob, office, start, end):
    job = employed(alice, office, end=date(2026, 6, 30))
    with pytest.raises(ValidationError, match="darba attiecību laikā"):
        record_absence(job, start=start, end=end, by=bob, at=NOW)


def test_absence_that_ends_before_it_begins_is_refused(job, bob):
    with pytest.raises(ValidationError, match="Pēdējā diena"):
        record_absence(job, start=TO, end=FROM, by=bob, at=NOW)


@pytest.mark.parametrize("end", [TO, None])
def test_same_days_are_not_recorded_twice(job, bob, end):
    record_absence(job, start=FROM, end=end, by=bob, at=NOW)
    with pytest.raises(ValidationError, match="jau ir ierakstīta"):
        record_absence(job, start=TO, by=bob, at=NOW)
    assert Absence.objects.count() == 1


def test_claimed_employment_has_no_absences(alice, bob, office):
    claim = Employment.objects.create(
        person=alice, employer=office, role_id="carer", start=date(2026, 1, 1), claimed_at=NOW
    )
    with pytest.raises(ValidationError, match="nav apstiprināta"):
        record_absence(claim, start=FROM, by=bob, at=NOW)


def test_norm_never_falls_below_nothing(job, alice, bob, deducted):
    record_absence(job, start=date(2026, 1, 1), by=bob, at=NOW)
    assert required(alice) == Decimal(0)
