"""A person asks for an absence, by dates alone; who decides about the employment confirms or declines."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from compliance.actions.absence_requests import ask_absence, confirm_absence, decline_absence
from compliance.actions.absences import record_absence
from compliance.actions.rules import replace_rule
from compliance.models import Rule, YearBalance
from people import groups
from people.models import Absence, AbsenceRequest, Employment, Notice
from tests.factories import UserFactory
from tests.offices.staffing import NOW, hire

FROM, TO = date(2026, 2, 1), date(2026, 4, 30)


@pytest.fixture
def job(alice, office):
    return hire(alice, office)


def required(person):
    return YearBalance.objects.get(person=person, year=2026, kind="training").required


def told(kind):
    return [(notice.person, notice.context) for notice in Notice.objects.filter(kind=kind)]


def test_asking_records_nothing_and_tells_the_manager_where_to_decide(job, alice, bob, office):
    asked = ask_absence(job, start=FROM, end=TO, at=NOW)
    assert (asked.state, Absence.objects.count()) == ("asked", 0)
    link = f"http://127.0.0.1:8000/darbinieki/{alice.pk}/?year=2026"
    assert told("absence_asked") == [(bob, {"employer": str(office), "link": link})]


def test_where_nobody_manages_the_administrator_is_led_to_a_page_they_may_open(job):
    administrator = UserFactory(groups=[groups.ADMINISTRATOR])
    ask_absence(job, start=FROM, at=NOW)
    ((person, context),) = told("absence_asked")
    assert (person, context["link"]) == (administrator, "http://127.0.0.1:8000/darbinieki/bez-vaditaja/")


def test_confirmed_request_is_an_absence_and_changes_no_norm_by_itself(job, alice, bob):
    asked = confirm_absence(ask_absence(job, start=FROM, end=TO, at=NOW), by=bob, at=NOW)
    absence = Absence.objects.get()
    assert (asked.state, asked.decided_by, asked.absence) == ("confirmed", bob, absence)
    assert (absence.start, absence.end, absence.recorded_by) == (FROM, TO, bob)
    assert (required(alice), [person for person, _context in told("absence_confirmed")]) == (24, [alice])


def test_norm_that_deducts_absences_does_so_once_the_request_is_confirmed(job, alice, bob):
    rule = Rule.objects.get(role="social_worker", kind="training", valid_from=date(2017, 7, 1))
    replace_rule(rule, absence="deducted", proration="months", reason="Skaidrots", by=bob, at=NOW)
    asked = ask_absence(job, start=FROM, end=TO, at=NOW)
    assert required(alice) == 24
    confirm_absence(asked, by=bob, at=NOW)
    assert required(alice) == 18


def test_declined_request_records_nothing_and_tells_the_person(job, alice, bob):
    decline_absence(ask_absence(job, start=FROM, at=NOW), by=bob, at=NOW)
    assert not Absence.objects.exists()
    assert [person for person, _context in told("absence_declined")] == [alice]


def test_second_decision_is_refused(job, bob):
    asked = ask_absence(job, start=FROM, at=NOW)
    decline_absence(asked, by=bob, at=NOW)
    with pytest.raises(ValidationError, match="jau izskatīja"):
        confirm_absence(asked, by=bob, at=NOW)


def test_nobody_decides_on_their_own(job, alice):
    with pytest.raises(ValidationError, match="kāds cits"):
        confirm_absence(ask_absence(job, start=FROM, at=NOW), by=alice, at=NOW)


def test_same_days_are_neither_asked_for_twice_nor_when_recorded(job, bob):
    ask_absence(job, start=FROM, end=TO, at=NOW)
    with pytest.raises(ValidationError, match="jau ir lūgta"):
        ask_absence(job, start=TO, at=NOW)
    record_absence(job, start=date(2026, 6, 1), by=bob, at=NOW)
    with pytest.raises(ValidationError, match="jau ir ierakstīta"):
        ask_absence(job, start=date(2026, 7, 1), at=NOW)
    assert AbsenceRequest.objects.count() == 1


def test_who_is_not_confirmed_cannot_ask(alice, office):
    claim = Employment.objects.create(
        person=alice, employer=office, role_id="carer", start=date(2026, 1, 1), claimed_at=NOW
    )
    with pytest.raises(ValidationError, match="nav apstiprināta"):
        ask_absence(claim, start=FROM, at=NOW)
