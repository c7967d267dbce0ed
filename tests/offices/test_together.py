"""Two managers press at one moment: one reminder, one assignment, one mail."""

from datetime import date

import pytest

from offices import staff
from offices.actions.assignments import assign
from offices.actions.reminders import remind
from offices.models import Assignment
from people.models import Notice
from tests.database import together
from tests.factories import AppointmentFactory, CoursePageFactory, UserFactory
from tests.offices.staffing import NOW, TODAY, hire

pytestmark = pytest.mark.usefixtures("own_database")
DUE = date(2026, 12, 12)


def test_two_managers_at_once_remind_each_person_once(bob, office):
    hire(UserFactory(), office)
    hire(UserFactory(), office)
    rows = staff.staff(staff.roster(bob, 2026, today=TODAY).confirmed(), 2026, today=TODAY)
    managers = [bob, AppointmentFactory(employer=office).manager]

    sent = together(*[lambda by=by: len(remind(rows, by=by, at=NOW)) for by in managers])

    assert sorted(sent) == [0, 2]
    assert Notice.objects.filter(kind="manager_reminder").count() == 2


def test_two_managers_at_once_assign_once(bob, office):
    worker, course = UserFactory(), CoursePageFactory()
    hire(worker, office)
    managers = [bob, AppointmentFactory(employer=office).manager]

    def press(by):
        return len(assign([Assignment(person=worker, employer=office)], course=course, due=DUE, by=by, at=NOW))

    assert sorted(together(*[lambda by=by: press(by) for by in managers])) == [0, 1]
    assert Notice.objects.filter(kind="assignment").count() == 1
