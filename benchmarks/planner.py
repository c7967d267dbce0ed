"""What the planner costs: offices of 25 and of 200 people who lack hours, 40 open courses.

    python -m benchmarks.planner [--courses 40] [--times 5]

The pure search first, then what the page reads and the button writes, on a database of its own.
"""

import argparse
import os
import random
import tempfile
import time
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from statistics import median

PLACE = tempfile.TemporaryDirectory()
os.environ |= {"DEBUG": "false", "SECRET_KEY": "of-the-benchmark-only", "ALLOWED_HOSTS": "localhost"}
os.environ["DATABASE_URL"] = os.environ.get("BENCHMARK_DATABASE_URL", f"sqlite:///{Path(PLACE.name) / 'db.sqlite3'}")
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from compliance.actions.employments import record_employments
from compliance.actions.ledger import Original, award
from courses.models import CataloguePage, CoursePage
from lms.actions.plans import propose_courses
from lms.planning import Offer, office_plan, smallest
from offices.planner import Planner
from people.models import Appointment, Employer, Employment, Municipality, User

CHANCE = random.Random(20_150_414)  # noqa: S311 - repeatable on purpose
HOURS = ("2", "3", "4", "6", "6", "7.5", "8", "12")
TODAY = timezone.localdate()


def measured(what, call, times):
    spent = []
    for _time in range(times):
        began = time.process_time()
        answer = call()
        spent.append(1000 * (time.process_time() - began))
    print(f"{what:<60} median {median(spent):8.1f} ms CPU, {min(spent):.1f}–{max(spent):.1f}", flush=True)
    return answer


def search(people, courses, times):
    """The pure part: gaps of half hours up to 24, every tenth course taken by a person."""
    hours = [Decimal(CHANCE.choice(HOURS)) for _course in range(courses)]
    takers = [frozenset(CHANCE.sample(range(people), people // 10)) for _course in range(courses)]
    offers = [Offer(str(n), f"Kurss {n}", *one) for n, one in enumerate(zip(hours, takers, strict=True))]
    gaps = {person: Decimal(CHANCE.randint(1, 48)) / 2 for person in range(people)}
    measured(f"search for one, {courses} courses", lambda: smallest(offers, Decimal("23.5")), times)
    plan = measured(f"search for {people} people, {courses} courses", lambda: office_plan(offers, gaps), times)
    print(f"  {len(plan.takers)} different courses, {sum(map(len, plan.courses.values()))} enrolments")


def catalogue(courses):
    parent = CataloguePage.objects.first()
    for number in range(courses):
        hours = Decimal(CHANCE.choice(HOURS))
        parent.add_child(instance=CoursePage(title=f"Kurss {number}", summary="Par ko", hours=hours))
        parent.refresh_from_db()
    CoursePage.objects.update(state=CoursePage.State.OPEN)  # lessons do not matter here


def office(people):
    """Its manager; everyone has earned up to 20 hours of 24."""
    employer = Employer.objects.create(name=f"Dienests {people}", municipality=Municipality.objects.last())
    made = User.objects.bulk_create(User(email=f"p{n}-of{people}@example.lv") for n in range(people))
    start = date(TODAY.year, 1, 1)
    rows = [Employment(person=one, employer=employer, role_id="social_worker", start=start) for one in made]
    record_employments(rows, at=timezone.now())
    earned = [(one, Decimal(CHANCE.randint(1, 40)) / 2) for one in made]
    award([Original(one.pk, "training", hours, start, "import", "x", "Seminārs") for one, hours in earned])
    manager = User.objects.create(email=f"manager-of{people}@example.lv")
    Appointment.objects.create(manager=manager, employer=employer, start=start)
    return manager


def reads(manager, people, times):
    def read():
        shown = Planner(manager, QueryDict(), today=TODAY)
        return shown, len(shown.rows), len(shown.courses)

    shown, rows, courses = measured(f"planner's reads, {people} people", read, times)
    with CaptureQueriesContext(connection) as queries:
        read()
    print(f"  {rows} rows, {courses} different courses, {len(queries)} SQL")
    return shown


def propose(shown, manager):
    return propose_courses(shown.proposals, year=TODAY.year, by=manager)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--courses", type=int, default=40)
    options.add_argument("--times", type=int, default=5)
    asked = options.parse_args()
    for people in (25, 200):
        search(people, asked.courses, asked.times)
    call_command("migrate", verbosity=0)
    catalogue(asked.courses)
    for people in (25, 200):
        manager = office(people)
        shown = reads(manager, people, asked.times)
        measured(f"propose {people} development plans", partial(propose, shown, manager), 1)


if __name__ == "__main__":
    main()
