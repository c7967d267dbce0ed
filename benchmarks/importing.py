"""What an import costs: 5,000 people, then 10,000 entries of past training, from XLSX, checked and written.

    python -m benchmarks.importing [--people 5000] [--entries 10000]

Runs on SQLite in a temporary folder; with BENCHMARK_DATABASE_URL on that (empty) PostgreSQL database.
"""

import argparse
import os
import random
import tempfile
import time
from contextlib import contextmanager
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

PLACE = tempfile.TemporaryDirectory()
os.environ |= {"DEBUG": "false", "SECRET_KEY": "of-the-benchmark-only", "ALLOWED_HOSTS": "localhost"}
os.environ["DATABASE_URL"] = os.environ.get("BENCHMARK_DATABASE_URL", f"sqlite:///{Path(PLACE.name) / 'db.sqlite3'}")
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from xlsxwriter import Workbook

from compliance.models import CreditEntry
from offices.actions.imports import check_import, confirm_import
from people.models import Employer, Employment, Municipality, Role, User

YEARS = 8
TODAY = timezone.localdate()
CHANCE = random.Random(2026)  # noqa: S311 - the same file each time


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


def xlsx(rows):
    file = BytesIO()
    with Workbook(file, {"constant_memory": True, "default_date_format": "dd.mm.yyyy"}) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)
    return file.getvalue()


def address(number):
    return f"persona{number}@example.lv"


def began(number):
    """People began in any of the last years, and half of them in the first."""
    year = TODAY.year - YEARS + 1 + (number % (2 * YEARS) if number % (2 * YEARS) < YEARS else 0)
    return date(year, 1, 1)


def staff(people):
    roles = list(Role.objects.values_list("name_lv", flat=True))[:6]
    yield "E-pasts", "Vārds", "Uzvārds", "Amats", "Strādā no"
    for number in range(people):
        yield address(number), "Ilze", f"Bērziņa {number}", roles[number % len(roles)], began(number)


def training(people, entries):
    yield "E-pasts", "Mācību nosaukums", "Rīkotājs", "Pēdējā diena", "Stundas", "Dokumenta numurs"
    for number in range(entries):
        person = number % people
        day = began(person) + timedelta(days=CHANCE.randrange((TODAY - began(person)).days or 1))
        yield address(person), f"Seminārs {number % 40}", "Parauga mācību centrs", day, 7.5, f"AB-{number}"


def imported(content, kind, what, office, manager):
    whose = {"kind": kind, "file_name": "f.xlsx", "employer": office, "by": manager}
    with measured(f"check {what}, {len(content) // 1024} kB of XLSX"):
        run = check_import(content, **whose)
    assert run.errors == [], run.errors[:3]
    with measured(f"write {what}"):
        confirm_import(run, by=manager)
    with measured(f"check {what} once more"):
        again = check_import(content, **whose)
    assert not again.changes


def main():
    options = argparse.ArgumentParser()
    for name, default in (("people", 5000), ("entries", 10_000)):
        options.add_argument(f"--{name}", type=int, default=default)
    asked = options.parse_args()
    call_command("migrate", verbosity=0)
    reverse("offices:imports")  # a server has read its addresses
    office = Employer.objects.create(name="Parauga dienests", municipality=Municipality.objects.first())
    manager = User.objects.create_user("vaditaja@example.lv")
    imported(xlsx(staff(asked.people)), "staff", f"{asked.people} people", office, manager)
    entries = xlsx(training(asked.people, asked.entries))
    imported(entries, "training", f"{asked.entries} entries", office, manager)
    assert (Employment.objects.count(), CreditEntry.objects.count()) == (asked.people, asked.entries)


if __name__ == "__main__":
    main()
