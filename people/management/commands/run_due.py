"""Runs what CELERY_BEAT_SCHEDULE says is due, where no beat does: from cron, or in a loop beside the server."""

import logging
import os
from copy import copy
from time import sleep

from celery import current_app
from celery.schedules import maybe_schedule
from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from people.models import JobRun

logger = logging.getLogger("socdarbs.jobs")


def is_due(schedule, began_at, at):
    """A job that never ran is due."""
    if began_at is None:
        return True
    schedule = copy(maybe_schedule(schedule, app=current_app))
    schedule.nowfun = lambda: at
    return schedule.is_due(began_at).is_due


def take(name, began_at, at):
    """Whether this process is the one that runs the job: of several at once, one UPDATE meets the row."""
    return JobRun.objects.filter(name=name, began_at=began_at).update(began_at=at) == 1


def run_due(at):
    """Run the jobs that are due, by name; returns the names of those it ran, each with whether it went well."""
    ran = {}
    for name, job in settings.CELERY_BEAT_SCHEDULE.items():
        began_at = JobRun.objects.get_or_create(name=name)[0].began_at
        if is_due(job["schedule"], began_at, at) and take(name, began_at, at):
            ran[name] = not current_app.tasks[job["task"]].delay(*job.get("args", ())).failed()
    return ran


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--every", type=int, metavar="SECONDS", help="go on, until whoever started this ends")
        parser.add_argument("--beside", type=int, metavar="PID", help="who that is, should they end before this begins")

    def handle(self, *args, every, beside, **options):
        if every:
            self.go_on(every, beside or os.getppid())
        else:
            self.report(run_due(timezone.now()))

    def report(self, ran):
        for name, went_well in ran.items():
            self.stdout.write(f"{name}: {'done' if went_well else 'FAILED, see the log'}")
        if not all(ran.values()):
            raise SystemExit(1)

    def go_on(self, every, starter):
        self.stdout.write(f"Looking every {every} s for what is due.")
        self.stdout.flush()
        while os.getppid() == starter:
            try:
                run_due(timezone.now())
            except Exception:  # the loop outlives a database that is away for a while
                logger.exception("jobs not run")
            close_old_connections()
            self.wait(every, starter)

    def wait(self, seconds, starter):
        for _ in range(seconds):
            if os.getppid() == starter:
                sleep(1)
