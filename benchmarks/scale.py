"""A big municipality's pages: the staff page and its exports, and everyone's hours from the balances.

    python -m benchmarks.scale [--people 10000] [--years 10] [--entries 200000]

Runs on SQLite in a temporary folder; with BENCHMARK_DATABASE_URL on that (empty) PostgreSQL database.
"""

import argparse

from .ledger import LAST, fill, measured, staff  # isort: skip - sets the database before Django reads it

from django.core.management import call_command
from django.http import QueryDict
from django.utils import timezone

from compliance.models import CreditEntry, YearBalance
from offices.exports import csv_file, xlsx_file
from offices.roster import Roster
from offices.views.staff import _table
from people.actions import appoint
from people.models import Employer, User

TODAY = timezone.localdate()


def manager_of_all():
    manager = User.objects.create_user("vaditaja@example.lv")
    appoint(manager=manager, employer=Employer.objects.get(), start=TODAY.replace(month=1, day=1), by=manager)
    return manager


def roster(manager):
    return Roster(manager, QueryDict(f"year={LAST}"), TODAY)


def measure_offices(manager):
    with measured("everyone's rows and the summary"):
        shown = roster(manager)
        assert shown.rows
        assert shown.summary
    for name, file in (("CSV", csv_file), ("XLSX", xlsx_file)):
        with measured(f"export of all, {name}"):
            assert b"".join(file("Darbinieki", _table(roster(manager))))


def measure_hours(person):
    """From the balances, whatever the size of the ledger."""
    of_year = YearBalance.objects.order_by().values_list("person", "kind", "earned")
    for name, rows in (("one person's", of_year.filter(person=person)), ("everyone's", of_year.filter(year=LAST))):
        with measured(f"{name} hours"):
            assert list(rows)


def main():
    options = argparse.ArgumentParser()
    for name, default in (("people", 10_000), ("years", 10), ("entries", 200_000)):
        options.add_argument(f"--{name}", type=int, default=default)
    asked = options.parse_args()
    call_command("migrate", verbosity=0)
    people = staff(asked.people, asked.years)
    fill(people, asked.years, asked.entries)
    print(f"{CreditEntry.objects.count()} entries, {YearBalance.objects.count()} balances")
    measure_offices(manager_of_all())
    measure_hours(people[len(people) // 2])


if __name__ == "__main__":
    main()
