"""Two development plans of the first office: one agreed at the beginning of the year, one being written."""

import datetime
from decimal import Decimal

from courses.models import CoursePage
from lms.actions.plans import agree, begin_plan, keep_item

from . import names, years

ITEMS = [
    # (theme, training, hours, month by whose end)
    ("Darbs ar klientu", names.TRAININGS[0], "4", 11),
    ("Sadarbība", names.TRAININGS[8], "6", 12),
]


def load_plans(*, manager, specialist, colleague, place, today):
    load_agreed(specialist, place, manager, today)
    at = years.at_noon(today)
    draft = begin_plan(person=colleague, employer=place, year=today.year, by=manager, at=at)
    add_training(draft, *ITEMS[1])


def load_agreed(person, place, manager, today):
    at = years.at_noon(datetime.date(today.year, 1, 2))
    plan = begin_plan(person=person, employer=place, year=today.year, by=person, at=at)
    for course in CoursePage.objects.live().open().order_by("pk")[:2]:
        until = datetime.date(today.year, 12, 31)
        keep_item(
            plan,
            theme="Supervīzija un profesija",
            activity=course.title,
            course_key=course.translation_key,
            hours=course.hours,
            until=until,
        )
    add_training(plan, *ITEMS[0])
    for side in (person, manager):
        plan.refresh_from_db()
        plan = agree(plan, by=side, changes=plan.changes, at=at)


def add_training(plan, theme, activity, hours, month):
    until = datetime.date(plan.year, month, 30)
    keep_item(plan, theme=theme, activity=activity, course_key=None, hours=Decimal(hours), until=until)
