from datetime import date
from decimal import Decimal

import pytest

from compliance.actions.employments import confirm_employment, end_employment
from compliance.actions.external import submit_external
from compliance.models import Kind
from lms.actions.enrolments import enrol
from offices import staff
from offices.roster import Roster
from people.models import Employment
from tests.factories import AppointmentFactory, CoursePageFactory, EmployerFactory, EmploymentFactory, UserFactory
from tests.offices.staffing import NOW, TODAY, earn, hire

pytestmark = pytest.mark.django_db


def rows_of(manager, year=2026, today=TODAY):
    jobs = staff.roster(manager, year, today=today).confirmed()
    return staff.staff(jobs, year, today=today)


def status_of(person, manager, year=2026):
    return next(row.status for row in rows_of(manager, year) if row.person == person)


@pytest.fixture
def worker(office):
    """Someone who owes 24 hours at bob's office."""
    worker = UserFactory(first_name="Zane", last_name="Ābele")
    hire(worker, office, start=date(2025, 1, 1))
    return worker


def test_the_row_of_a_person_holds_norm_hours_and_sessions(worker, bob):
    earn(worker, "17.5")
    earn(worker, "4", kind=Kind.SUPERVISION)
    submit_external(
        person=worker, title="Seminārs", provider="Skola", first_day=TODAY, last_day=TODAY, hours=Decimal(3), at=NOW
    )
    (row,) = rows_of(bob)
    assert (row.name, row.roles, row.units) == ("Ābele Zane", "sociālais darbinieks", "Ādažu novada Sociālais dienests")
    assert (row.norm, row.earned, row.pending, row.missing) == (24, Decimal("17.5"), 3, Decimal("6.5"))
    assert (row.sessions, row.sessions_norm) == (4, 10)


def test_a_manager_never_sees_people_of_others(bob, charlie, other_office):
    hire(charlie, other_office, role="social_carer")
    assert rows_of(bob) == []


def test_a_claimed_employment_shows_nobody(bob, office):
    EmploymentFactory(employer=office, state=Employment.State.CLAIMED)
    assert rows_of(bob) == []


def test_a_units_manager_sees_the_unit_and_the_employers_manager_all(office, bob, worker):
    unit = EmployerFactory(parent=office, name="Bērnu nodaļa")
    child_worker = UserFactory()
    hire(child_worker, unit)
    of_unit = AppointmentFactory(employer=unit).manager
    assert [row.person for row in rows_of(of_unit)] == [child_worker]
    assert {row.person for row in rows_of(bob)} == {worker, child_worker}


def test_an_appointment_that_ended_shows_nobody(worker, office):
    former = AppointmentFactory(employer=office, end=date(2026, 11, 21)).manager
    assert rows_of(former) == []


def test_a_person_with_two_jobs_here_is_one_row(worker, office, bob):
    hire(worker, EmployerFactory(parent=office, name="Nodaļa"), role="social_carer")
    (row,) = rows_of(bob)
    assert row.roles == "sociālais darbinieks, sociālais aprūpētājs"


def test_a_role_that_ended_in_the_year_gives_way_to_the_next(office, bob):
    person = UserFactory()
    hire(person, office, end=date(2026, 6, 30))
    hire(person, office, start=date(2026, 7, 1), role="social_carer")
    assert [row.roles for row in rows_of(bob)] == ["sociālais aprūpētājs"]


def test_who_left_is_shown_for_the_year_of_leaving_without_a_norm(worker, office, bob):
    earn(worker, "5")
    end_employment(worker.employments.get(), by=bob, end=date(2026, 6, 30), at=NOW)
    (row,) = rows_of(bob)
    assert (row.status, row.norm, row.earned, row.missing) == ("left", None, 5, 0)
    assert rows_of(bob, 2027, today=date(2027, 1, 2)) == []


def test_who_left_for_another_employer_owes_this_one_nothing(worker, office, other_office, bob):
    end_employment(worker.employments.get(), by=bob, end=date(2026, 6, 30), at=NOW)
    hire(worker, other_office, start=date(2026, 7, 1))
    (row,) = rows_of(bob)
    assert (row.status, row.norm, row.missing) == ("left", None, 0)


def test_a_role_without_a_rule_has_no_norm(office, bob):
    person = UserFactory()
    hire(person, office, role="family_assistant")
    assert status_of(person, bob) == "none"


@pytest.mark.parametrize(("hours", "status"), [("24", "met"), ("24.5", "met"), ("23.99", "behind")])
def test_the_norm_is_met_by_earned_hours(worker, bob, hours, status):
    earn(worker, hours)
    assert status_of(worker, bob) == status


def test_pending_hours_and_courses_under_way_make_it_on_track(worker, bob):
    earn(worker, "13")
    submit_external(
        person=worker, title="Seminārs", provider="Skola", first_day=TODAY, last_day=TODAY, hours=Decimal(3), at=NOW
    )
    assert status_of(worker, bob) == "behind"
    enrol(person=worker, course=CoursePageFactory(hours=8), at=NOW)
    assert status_of(worker, bob) == "on_track"


def test_in_a_past_year_nobody_is_on_track(worker, bob):
    earn(worker, "20", on=date(2025, 5, 4))
    enrol(person=worker, course=CoursePageFactory(hours=8), at=NOW)
    assert status_of(worker, bob, 2025) == "behind"


def test_those_who_lack_most_come_first_then_the_latvian_alphabet(office, bob):
    for last_name, hours in ("Žagare", "1"), ("Ābele", "1"), ("Abele", "1"), ("Bērziņa", "2"), ("Čakste", "30"):
        person = UserFactory(first_name="Ilze", last_name=last_name)
        hire(person, office)
        earn(person, hours)
    assert [row.person.last_name for row in rows_of(bob)] == ["Abele", "Ābele", "Žagare", "Bērziņa", "Čakste"]


def test_what_one_has_above_the_norm_never_covers_another(office, bob):
    for hours in "40", "20":
        person = UserFactory()
        hire(person, office)
        earn(person, hours)
    sums = Roster(bob, {}, TODAY).summary
    assert (sums.people, sums.lacking, sums.norm, sums.earned, sums.missing) == (2, 1, 48, 60, 4)


def test_who_left_and_who_has_no_norm_are_not_in_the_sums(worker, office, bob):
    hire(UserFactory(), office, role="family_assistant")
    hire(UserFactory(), office, end=date(2026, 3, 31))
    sums = Roster(bob, {}, TODAY).summary
    assert (sums.people, sums.missing) == (1, 24)


def test_the_years_reach_back_to_the_first_with_hours_while_employed_here(worker, bob):
    assert staff.years(bob, today=TODAY) == [2026]
    earn(worker, "1", on=date(2025, 5, 4))
    assert staff.years(bob, today=TODAY) == [2026, 2025]


def test_hours_from_before_the_employment_open_no_year(worker, bob):
    earn(worker, "1", on=date(2023, 5, 4))
    assert staff.years(bob, today=TODAY) == [2026]


def test_confirming_brings_a_person_into_the_table(office, bob):
    claim = EmploymentFactory(employer=office, state=Employment.State.CLAIMED)
    confirm_employment(claim, by=bob, at=NOW)
    assert [(row.person, row.norm) for row in rows_of(bob)] == [(claim.person, 24)]


@pytest.mark.parametrize("number", [1, 3])
def test_the_table_takes_one_query(office, bob, number, django_assert_num_queries):
    for _ in range(number):
        hire(UserFactory(), office)
    with django_assert_num_queries(1):
        rows = rows_of(bob)
        assert len([(row.roles, row.units) for row in rows]) == number
