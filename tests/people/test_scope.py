"""Whose employments a person may see, and what a manager manages."""

from datetime import date

import pytest

from people import groups
from people.models import Employer, Employment, Invitation
from tests.factories import AppointmentFactory, EmployerFactory, EmploymentFactory, RoleFactory, UserFactory, at

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 1)


@pytest.fixture
def unit(office):
    return EmployerFactory(name="Ģimeņu atbalsta nodaļa", parent=office)


def seen(user):
    return {row.person for row in Employment.objects.visible_to(user, on=DAY)}


def test_learner_sees_own_rows_only(alice, charlie):
    assert seen(alice) == {alice}


def test_manager_sees_the_office_and_its_units(alice, bob, charlie, unit):
    in_unit = EmploymentFactory(employer=unit).person
    assert seen(bob) == {alice, in_unit}


def test_manager_of_a_unit_sees_the_unit_only(alice, unit):
    in_unit = EmploymentFactory(employer=unit).person
    head = AppointmentFactory(employer=unit).manager
    assert seen(head) == {in_unit}


def test_former_manager_sees_nobody(alice, office):
    former = AppointmentFactory(employer=office, end=date(2026, 4, 30)).manager
    assert seen(former) == set()


def test_administrator_sees_everyone(alice, charlie):
    assert seen(UserFactory(groups=[groups.ADMINISTRATOR])) == {alice, charlie}


def test_analyst_sees_no_names(alice, charlie):
    assert seen(UserFactory(groups=[groups.ANALYST])) == set()


def test_managed_employers_are_those_of_the_day(bob, office, unit, other_office):
    assert set(Employer.objects.managed_by(bob, DAY)) == {office, unit}
    assert set(Employer.objects.managed_by(bob, date(2023, 12, 31))) == set()


@pytest.mark.parametrize(
    ("start", "end", "held"),
    [
        (date(2025, 12, 31), None, True),
        (date(2026, 12, 31), None, True),
        (date(2027, 1, 1), None, False),
        (date(2020, 1, 1), date(2026, 1, 1), True),
        (date(2020, 1, 1), date(2025, 12, 31), False),
    ],
)
def test_year_holds_whoever_worked_one_day_of_it(start, end, held):
    EmploymentFactory(start=start, end=end)
    assert Employment.objects.in_year(2026).exists() is held


def test_invitation_is_open_for_its_address_until_answered(alice, bob, office):
    invited = {"email": alice.email, "employer": office, "role": RoleFactory(), "start": DAY, "invited_by": bob}
    Invitation.objects.create(**invited, created_at=at(2026, 5, 1), declined_at=at(2026, 5, 2))
    waiting = Invitation.objects.create(**invited, created_at=at(2026, 5, 3))
    Invitation.objects.create(**invited | {"email": "cita@example.lv"}, created_at=at(2026, 5, 3))
    assert list(Invitation.objects.open_for(alice)) == [waiting]
