from datetime import date

import pytest

from people import groups
from people.actions import appoint, change_appointment, end_appointment, post
from people.models import Notice, User
from tests.factories import UserFactory, at

pytestmark = pytest.mark.django_db


def in_managers(user):
    return User.objects.get(pk=user.pk).belongs_to(groups.MANAGER)


@pytest.fixture
def anna():
    return UserFactory(groups=[groups.ADMINISTRATOR])


@pytest.fixture
def dana():
    return UserFactory(groups=[groups.SPECIALIST])


def test_appointed_person_becomes_a_manager(office, anna, dana):
    appointment = appoint(manager=dana, employer=office, start=date(2026, 1, 1), by=anna, at=at(2026, 1, 1))
    assert in_managers(dana)
    assert (appointment.employer, appointment.appointed_by) == (office, anna)


def test_last_appointment_that_ends_takes_the_group_away(office, anna, dana):
    appointment = appoint(manager=dana, employer=office, start=date(2026, 1, 1), by=anna, at=at(2026, 1, 1))
    end_appointment(appointment, end=date(2026, 3, 1), at=at(2026, 3, 2))
    assert not in_managers(dana)


def test_group_stays_until_the_last_day(office, anna, dana):
    appointment = appoint(manager=dana, employer=office, start=date(2026, 1, 1), by=anna, at=at(2026, 1, 1))
    end_appointment(appointment, end=date(2026, 3, 1), at=at(2026, 3, 1))
    assert in_managers(dana)


def test_group_stays_while_another_appointment_runs(office, other_office, anna, dana):
    first = appoint(manager=dana, employer=office, start=date(2026, 1, 1), by=anna, at=at(2026, 1, 1))
    appoint(manager=dana, employer=other_office, start=date(2026, 1, 1), by=anna, at=at(2026, 1, 1))
    end_appointment(first, end=date(2026, 3, 1), at=at(2026, 3, 2))
    assert in_managers(dana)


def test_appointment_opened_again_brings_the_group_back(office, anna, dana):
    past = {"start": date(2025, 1, 1), "end": date(2025, 6, 30)}
    appointment = appoint(manager=dana, employer=office, by=anna, at=at(2026, 1, 1), **past)
    assert not in_managers(dana)
    change_appointment(appointment, start=date(2025, 1, 1), end=None, at=at(2026, 1, 2))
    assert in_managers(dana)


@pytest.mark.parametrize(("number", "at_once"), [(20, 1), (21, 0)])
def test_many_notices_wait_for_the_sweep_so_that_nobody_waits_for_the_mail_server(
    db, number, at_once, django_capture_on_commit_callbacks
):
    person = UserFactory()
    notices = [Notice(key=f"{one}", kind="invitation", person=person, created_at=at(2026)) for one in range(number)]
    with django_capture_on_commit_callbacks() as callbacks:
        post(notices)

    assert (Notice.objects.due(at(2026)).count(), len(callbacks)) == (number, at_once)
