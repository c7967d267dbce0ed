"""What the ledger costs: awards, the rebuilding of balances and the verification, on a database of its own.

    python -m benchmarks.ledger [--people 10000] [--years 10] [--verified 1000000]

Runs on SQLite in a temporary folder; with BENCHMARK_DATABASE_URL on that (empty) PostgreSQL database.
"""

import argparse
import os
import tempfile
import time
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
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
from django.utils import timezone

from compliance import audit
from compliance.actions import balances
from compliance.actions.employments import record_employments
from compliance.actions.ledger import Original, award, award_many
from compliance.models import CreditEntry, YearBalance
from people.models import Employer, Employment, Municipality, User

LAST = timezone.now().year - 1


@contextmanager
def measured(what):
    queries = 0

    def counted(execute, *args):
        nonlocal queries
        queries += 1
        return execute(*args)

    began, cpu = time.perf_counter(), time.process_time()
    with connection.execute_wrapper(counted):
        yield
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    print(f"{what:<52} {seconds:8.3f} s  {cpu:8.3f} s CPU  {queries:4} SQL", flush=True)


def staff(people, years):
    """People employed since the first of the years."""
    municipality = Municipality.objects.order_by("pk").last()
    office = Employer.objects.create(name="Parauga dienests", municipality=municipality)
    made = User.objects.bulk_create(User(email=f"person{number}@example.lv") for number in range(people))
    start = date(LAST - years + 1, 1, 1)
    rows = [Employment(person=one, employer=office, role_id="social_worker", start=start) for one in made]
    with measured(f"record {people} employments, {years} years each"):
        record_employments(rows, at=timezone.now())
    return made


def credits(people, key, year):  # noqa: A001 - the word of the field
    return [
        Original(one.pk, "training", Decimal("2.5"), date(year, 5, 31), "course", key, "Supervīzijas saņemšana")
        for one in people
    ]


def one_by_one(people):
    times = []
    for number, person in enumerate(people[:200]):
        began = time.perf_counter()
        award(credits([person], f"single-{number}", LAST))
        times.append(1000 * (time.perf_counter() - began))
    print(f"award one, 200 times: median {median(times):.2f} ms, {min(times):.2f}–{max(times):.2f}")
    with measured("award one"):
        award(credits(people[:1], "counted", LAST))


def fill(people, years, rows):
    """Write courses until the ledger has so many rows."""
    while (written := CreditEntry.objects.count()) < rows:
        award_many(credits(people, f"course-{written}", LAST - written // len(people) % years))


def main():
    options = argparse.ArgumentParser()
    for name, default in (("people", 10_000), ("years", 10), ("verified", 1_000_000)):
        options.add_argument(f"--{name}", type=int, default=default)
    asked = options.parse_args()
    call_command("migrate", verbosity=0)
    people = staff(asked.people, asked.years)
    with measured(f"award {asked.people} in one list"):
        award_many(credits(people, "all-at-once", LAST))
    one_by_one(people)
    fill(people, asked.years, 10 * asked.people)
    with measured(f"rebuild {YearBalance.objects.count()} balances that are right"):
        balances.rebuild_all()
    YearBalance.objects.all().delete()
    with measured("rebuild all balances from nothing"):
        balances.rebuild_all()
    fill(people, asked.years, asked.verified)
    with measured(f"verify {CreditEntry.objects.count()} entries"):
        assert list(audit.findings()) == []


if __name__ == "__main__":
    main()
