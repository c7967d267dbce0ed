"""`kill -9` in the middle of an import leaves nothing of it, and the import can be done again."""

import signal
import subprocess
import sys

import pytest

from compliance.actions import balances
from compliance.models import CreditEntry, YearBalance
from offices.models import ImportRun
from people.models import Employment, Notice, User
from tests.database import ROOT
from tests.offices.importing.lists import check_staff, check_training, imported, person, training

from .portal import environment

pytestmark = pytest.mark.xdist_group("faults")


def killed_before_the_commit(run):
    """Whether the process had written all of it when it was killed."""
    command = [sys.executable, "-m", "tests.faults.importer", str(run.pk)]
    with subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True) as process:
        said = process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    return (said, process.returncode) == ("written\n", -signal.SIGKILL)


def written():
    tables = User, Employment, CreditEntry, Notice
    return [table.objects.count() for table in tables]


def test_killed_import_of_staff_leaves_nothing_and_works_again(own_database, bob, office):
    run = check_staff(bob, office, *(person(f"p{number}@example.lv") for number in range(50)))
    before = written()
    assert killed_before_the_commit(run)
    assert (written(), ImportRun.objects.get().state) == (before, "checked")

    imported(run)
    assert Employment.objects.filter(employer=office).count() == 50
    assert balances.differences() == set()


def test_killed_import_of_training_leaves_nothing_and_works_again(own_database, bob, alice, office):
    run = check_training(bob, office, *(training(title=f"Seminārs {number}") for number in range(50)))
    before = written()
    assert killed_before_the_commit(run)
    assert (written(), ImportRun.objects.get().state) == (before, "checked")

    imported(run)
    balance = YearBalance.objects.get(person=alice, year=2026, kind="training")
    assert (CreditEntry.objects.count(), balance.earned) == (50, 375)
