from datetime import date

import pytest

from offices.roster import Roster
from people.models import Employment
from tests.factories import EmployerFactory, EmploymentFactory, RoleFactory, UserFactory
from tests.offices.staffing import TODAY, earn, hire

pytestmark = pytest.mark.django_db


def roster(manager, **query):
    return Roster(manager, query, TODAY)


def names(asked):
    return [row.person.last_name for row in asked.rows]


@pytest.fixture
def unit(office):
    return EmployerFactory(parent=office, name="Bērnu nodaļa")


@pytest.fixture(autouse=True)
def staff(office, unit):
    """Bērziņa met her norm at the office; Kalniņa, a carer of the unit, did not."""
    for last_name, employer, role in ("Bērziņa", office, "social_worker"), ("Kalniņa", unit, "social_carer"):
        person = UserFactory(first_name="Ilze", last_name=last_name)
        hire(person, employer, start=date(2025, 1, 1), role=role)
        earn(person, "24" if employer == office else "4", on=date(2025, 3, 3))
        earn(person, "24" if employer == office else "4")


def test_nothing_asked_shows_everyone(bob):
    assert names(roster(bob)) == ["Kalniņa", "Bērziņa"]


@pytest.mark.parametrize("typed", ["bērz", "berzina ilze", "  BĒRZIŅA  "])
def test_a_name_is_found_without_its_marks_and_in_any_order(bob, typed):
    assert names(roster(bob, name=typed)) == ["Bērziņa"]


def test_a_long_name_is_cut(bob):
    asked = roster(bob, name="x" + "\u0301" * 4000 + "\u0316" * 4000)
    assert (asked.rows, len(asked.name)) == ([], 100)


def test_the_filters_narrow_the_table_and_its_sums_but_not_the_headline(bob):
    asked = roster(bob, role="social_worker", status="met")
    assert names(asked) == ["Bērziņa"]
    assert (asked.sums.missing, asked.summary.missing, asked.summary.lacking) == (0, 12, 1)


def test_a_unit_narrows_the_headline_too(bob, unit):
    asked = roster(bob, unit=str(unit.pk))
    assert (names(asked), asked.summary.people, asked.offices) == (["Kalniņa"], 1, [str(unit)])


def test_an_employer_holds_its_units(bob, office):
    assert len(roster(bob, unit=str(office.pk)).rows) == 2


def test_unknown_values_are_ignored(bob, other_office):
    asked = roster(bob, role="king", unit=str(other_office.pk), status="great", year="1890")
    assert (len(asked.rows), asked.year, asked.narrowed) == (2, 2026, False)


@pytest.mark.parametrize("year", ["", "abc", "2026.5", "-1", "99999999999", "²"])
def test_a_bad_year_is_the_running_one(bob, year):
    assert roster(bob, year=year).year == 2026


def test_a_past_year_counts_its_own_hours(bob):
    asked = roster(bob, year="2025")
    assert (asked.years, asked.year, asked.running) == ([2026, 2025], 2025, False)
    assert [(status, count) for status, label, count in asked.progress] == [("met", 1), ("behind", 1)]


def test_claims_wait_oldest_first_and_never_the_managers_own(bob, office, other_office):
    later = EmploymentFactory(employer=office, state=Employment.State.CLAIMED, start=date(2026, 2, 1))
    first = EmploymentFactory(employer=office, state=Employment.State.CLAIMED, start=date(2026, 1, 1))
    EmploymentFactory(person=bob, employer=office, state=Employment.State.CLAIMED)
    EmploymentFactory(employer=other_office, state=Employment.State.CLAIMED)
    assert roster(bob).claims == [first, later]


def test_a_profession_that_comes_while_the_page_is_made_is_named(bob, office):
    asked = roster(bob)
    assert asked.found == 2
    hire(UserFactory(last_name="Jaunā"), office, role="carer")
    assert str(RoleFactory(code="carer")) in [row.roles for row in asked.page.object_list]
