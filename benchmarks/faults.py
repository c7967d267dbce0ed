"""What `kill -9` at random moments costs: people finish courses, approve certificates or confirm imports while the web
server dies again and again.

    python -m benchmarks.faults [courses | approvals | imports] [--kills 100] [--seed 2026]
    python -m benchmarks.faults --forked          # Django's server, forked anew after each kill: far quicker
    python -m benchmarks.faults --forgetful           # the portal no longer looks before it writes
    python -m benchmarks.faults --without-unique      # neither that nor the unique keys: doubles appear

SQLite, or DATABASE_URL=postgres://…: the tests' own scene (tests/faults) on a copy of its own. Exits 1 if anything is
lost or doubled; with --without-unique, if nothing is: then the count would prove nothing.
"""

import argparse
import os
import signal
import sys
import time
from collections import Counter
from datetime import UTC, datetime

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()

from django.db import connection

from compliance import audit
from compliance.actions import balances
from tests import database
from tests.faults import approvals, courses, imports
from tests.faults.portal import ForkedPortal, Portal, running_portal
from tests.faults.post_office import post_office
from tests.faults.reckoning import reckon
from tests.faults.storm import Storm
from tests.faults.unguarded import drop_unique_keys

WORK = {"courses": courses, "approvals": approvals, "imports": imports}


def say(what, **figures):
    told = "  ".join(f"{name} {figure}" for name, figure in figures.items())
    print(f"{what:<12} {told}", flush=True)


def counted(storm):
    found = reckon(storm.acknowledged, storm.work.tables())
    return {name: len(getattr(found, name)) for name in ("lost", "doubled", "torn")}


def refused(storm):
    """How many requests were answered with each status that is no success; None: not at all, by a server that stood."""
    return dict(Counter(status for _task, status in storm.failed)) or 0


def measure(asked):
    """Whether what had to happen did."""
    application = f"{'benchmarks.forgetful' if asked.forgetful or asked.without_unique else 'config.wsgi'}:application"
    kind = ForkedPortal if asked.forked else Portal
    with post_office() as office, running_portal(application, kind, EMAIL_URL=office.url) as portal:
        storm = Storm(portal, WORK[asked.work], asked.kills, asked.seed)
        began = time.monotonic()
        storm.run()
        seconds, found = round(time.monotonic() - began, 1), counted(storm)
        say(
            "killed",
            kills=asked.kills,
            answered=len(storm.answered),
            promised=len(storm.acknowledged),
            **found,
            seconds=seconds,
        )
        say("met", unanswered=storm.unanswered, of_them_written=storm.written, refused=refused(storm))
        storm.finish_again()
        say("sent again", requests=len(storm.tasks), **counted(storm), refused=refused(storm))
    say("afterwards", wrong_balances=len(balances.differences()), ledger_findings=len(list(audit.findings())))
    return bool(found["doubled"]) if asked.without_unique else not any(counted(storm).values())


def main():
    options = argparse.ArgumentParser()
    options.add_argument("work", nargs="?", choices=WORK, default="courses")
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--seed", type=int, default=2026)
    for name in ("forked", "forgetful", "without-unique"):
        options.add_argument(f"--{name}", action="store_true")
    asked = options.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))  # so that the portal ends as well
    with database.copied(database.migrated()):
        if asked.without_unique:
            drop_unique_keys()
        say(f"{datetime.now(UTC):%Y-%m-%d}", work=asked.work, database=connection.vendor, seed=asked.seed)
        went_well = measure(asked)
    sys.exit(not went_well)


if __name__ == "__main__":
    main()
