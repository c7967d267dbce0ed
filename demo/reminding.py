"""The manager of the first office assigns courses and reminds; the year's own reminders have come before."""

import datetime

from courses.models import CoursePage
from lms import reminders
from offices.actions.assignments import assign
from offices.actions.reminders import remind
from offices.models import Assignment
from offices.roster import Roster
from people.actions import post
from people.models import Employer, Role, User

from . import log_ins, years


def remind_and_assign(manager: User, specialist: User, office: Employer, today: datetime.date):
    send_reminders_of_the_year(specialist, today)
    lacking = [row for row in Roster(manager, {}, today).rows if row.missing]
    remind(lacking[:2], by=manager, at=years.at_noon(log_ins.days_before(today, 9)))
    *_others, course = CoursePage.objects.live().open().order_by("pk")
    at, due = years.at_noon(log_ins.days_before(today, 20)), today + datetime.timedelta(days=16)
    assign([Assignment(person=specialist, employer=office)], course=course, due=due, by=manager, at=at)
    everyone = Assignment(role=Role.objects.get(code="social_carer"), employer=office)
    assign([everyone], course=course, due=due, by=manager, at=at)


def send_reminders_of_the_year(person, today):
    balances = list(reminders.lacking(today.year).filter(person=person))
    for days in reminders.STEPS:
        day = datetime.date(today.year, 12, 31) - datetime.timedelta(days=days)
        if day <= today:
            post(reminders.written(balances, days, at=years.at_noon(day)))
