import os
import subprocess
import sys
from datetime import timedelta

import pytest
from celery import shared_task
from celery.schedules import crontab
from django.core.management import call_command

from people.management.commands.run_due import is_due, run_due
from people.models import JobRun
from tests.database import ROOT, database_url, together
from tests.factories import at

NOON = at(2026, 11, 22)
calls = []


@shared_task
def count_call():
    calls.append("call")


@shared_task
def break_down():
    raise RuntimeError("broken on purpose")


@pytest.fixture(autouse=True)
def schedule(settings):
    calls.clear()
    settings.CELERY_BEAT_SCHEDULE = {
        "count": {"task": count_call.name, "schedule": 60},
    }
    return settings.CELERY_BEAT_SCHEDULE


@pytest.mark.django_db
def test_job_that_never_ran_is_due_and_not_again_before_its_time():
    assert run_due(NOON) == {"count": True}
    assert run_due(NOON + timedelta(seconds=59)) == {}
    assert run_due(NOON + timedelta(seconds=60)) == {"count": True}
    assert len(calls) == 2


@pytest.mark.parametrize(
    ("began", "now", "due"),
    [
        (at(2026, 12, 31, 0, 5), at(2026, 12, 31, 23, 59), False),
        (at(2026, 12, 31, 0, 5), at(2027, 1, 1, 0, 4), False),
        (at(2026, 12, 31, 0, 5), at(2027, 1, 1, 0, 5), True),
        (at(2026, 12, 29, 0, 5), at(2026, 12, 31, 15, 0), True),
    ],
)
def test_nightly_job_is_due_by_the_clock_in_latvia(began, now, due):
    assert is_due(crontab(hour=0, minute=5), began, now) is due


@pytest.mark.django_db
def test_failed_job_keeps_no_other_back(schedule):
    schedule["broken"] = {"task": break_down.name, "schedule": 60}
    schedule["count"] = schedule.pop("count")

    assert run_due(NOON) == {"broken": False, "count": True}


@pytest.mark.django_db
def test_command_tells_what_ran_and_fails_with_a_job(schedule, capsys):
    schedule["broken"] = {"task": break_down.name, "schedule": 60}

    with pytest.raises(SystemExit):
        call_command("run_due")

    assert capsys.readouterr().out == "count: done\nbroken: FAILED, see the log\n"


def test_two_loops_never_run_a_job_twice(own_database):
    JobRun.objects.create(name="count", began_at=NOON)
    later = NOON + timedelta(minutes=5)

    ran = together(*[lambda: run_due(later)] * 4)

    assert sorted(ran, key=len) == [{}, {}, {}, {"count": True}]
    assert calls == ["call"]


def test_loop_ends_with_whoever_started_it(own_database):
    starter = subprocess.Popen(
        ["sh", "-c", f"{sys.executable} manage.py run_due --every 60 & read line"],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "tests.settings"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert starter.stdout.readline() == "Looking every 60 s for what is due.\n"

    starter.communicate("the starter ends\n", timeout=20)
