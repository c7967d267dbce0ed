"""A big employer's pages and files, hours over millions of ledger rows and their verification, each beside its limit.

    DJANGO_SETTINGS_MODULE=tests.settings python -m benchmarks.scale [--people 10000] [--staff 0] [--years 10]
        [--verified 1000000] [--entries 10000000] [--rounds 9]

All people are at the manager's employer, or only the first `--staff` of them. `--verified 0` and `--entries 0` leave
those out.
On a copy of the tests' empty SQLite database, thrown away afterwards. Ten million entries are 4 GB in the temporary
folder; their verification in one go would be another matter, so a million have texts and hashes.
"""

import argparse
import time
from statistics import median

import django

django.setup()

from django.conf import settings
from django.db import connection
from django.db.models import Count, Q, Sum
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks import crowd
from compliance import audit
from compliance.models import CreditEntry, Kind, YearBalance
from tests import database


def measure(what, limit, call, rounds):
    """CPU of this process; SQLite's own work is in it."""
    with CaptureQueriesContext(connection) as queries:
        spent = [timed(call)]
    made = len(queries)
    if rounds > 1:
        spent = [timed(call) for _round in range(rounds)]
    figures = " ".join(f"{one:9.1f}" for one in (median(spent), min(spent), max(spent)))
    print(f"{what:44} {figures}  {made:3} SQL   limit {limit}", flush=True)


def timed(call):
    began = time.process_time()
    call()
    return 1000 * (time.process_time() - began)


def pages_and_files(manager, rounds):
    client = Client()
    client.force_login(manager)
    staff = reverse("offices:staff")
    for what, query in (
        ("manager's page of 25", {}),
        ("manager's page, the last", {"page": "last"}),
        ("manager's page, a name looked for", {"name": "berzina"}),
        ("manager's page, filtered", {"role": "social_carer", "status": "behind", "lacks": "16"}),
    ):
        measure(what, "15 ms, 6 SQL", lambda query=query: client.get(staff, query).content, rounds)
    measure("years of the office", "–", lambda: client.get(reverse("offices:years")).content, rounds)
    for name, limit in (("staff_csv", "600 ms"), ("staff_xlsx", "3500 ms")):
        address = reverse(f"offices:{name}")
        measure(
            f"all of them, {name}", limit, lambda address=address: b"".join(client.get(address)), max(3, rounds // 3)
        )


def hours(person, rounds):
    """From the balances, whatever the size of the ledger."""
    of_year = YearBalance.objects.order_by().filter(kind=Kind.TRAINING)
    everyone = of_year.filter(year=crowd.THIS_YEAR)
    sums = {"hours": Sum("earned"), "missed": Sum("missing"), "lacking": Count("pk", filter=Q(missing__gt=0))}
    print(f"{CreditEntry.objects.count()} entries, {YearBalance.objects.count()} balances")
    one = of_year.filter(person=person).values_list("year", "required", "earned", "missing")
    measure("one person's hours, every year", "2 ms", lambda: list(one.all()), rounds)
    measure("everyone's hours of a year", "15 ms", lambda: everyone.aggregate(**sums), rounds)


def verify():
    assert list(audit.findings()) == []


def main():
    options = argparse.ArgumentParser()
    sizes = {"people": 10_000, "staff": 0, "years": 10, "verified": 1_000_000, "entries": 10_000_000, "rounds": 9}
    for name, default in sizes.items():
        options.add_argument(f"--{name}", type=int, default=default)
    asked = options.parse_args()
    settings.ALLOWED_HOSTS, settings.GUEST_CACHE_SECONDS = ["testserver"], 60
    with database.copied(database.migrated()):
        staff = asked.staff or asked.people
        manager = crowd.gather(asked.people, asked.years, staff)
        print(f"{staff} of {asked.people} people, {asked.years} years and the running one; CPU, ms: median, min, max")
        pages_and_files(manager, asked.rounds)
        if each := asked.verified // asked.people:
            crowd.without_guards()
            crowd.write_chains(asked.people, each)
            measure(f"verify {CreditEntry.objects.count()} entries", "30 000 ms a million", verify, 1)
        if more := max(0, asked.entries // asked.people - each):
            crowd.without_guards()
            crowd.add_entries(asked.people, more, after=each)
        hours(crowd.FIRST + asked.people // 2, asked.rounds)


if __name__ == "__main__":
    main()
