"""Managers who confirm lists of staff and of past training; what is promised are the rows, (name of the list, row)."""

import re
from collections import Counter
from itertools import chain

from django.urls import reverse
from django.utils import timezone

from compliance.models import CreditEntry
from offices.models import ImportRun
from people.models import Employment, Notice, User
from tests.factories import AppointmentFactory
from tests.offices.importing.lists import check_staff, check_training, person, training

from .courses import staff
from .visitor import Task, Visitor

LISTS_PER_KILL, ROWS = 4, 60
MOMENTS = (1, 6)
NAME = re.compile(r"(list\d+)-(\d+)")


def tasks(kills):
    return [_list(number) for number in range(LISTS_PER_KILL * kills)]


def tables():
    """How often each row stands as imported, as an entry or a job, and as an entry or a person who was told."""
    runs = ImportRun.objects.filter(state=ImportRun.State.IMPORTED).values_list("file_name", "counts")
    told = Notice.objects.filter(kind="account_made").values_list("person__email", flat=True)
    entries = list(CreditEntry.objects.originals().values_list("title", flat=True))
    jobs = Employment.objects.values_list("person__email", flat=True)
    return (
        Counter((name, str(row)) for name, counts in runs for row in range(sum(map(_rows, counts.items())))),
        *(_named(chain(entries, names)) for names in (jobs, told, User.objects.values_list("email", flat=True))),
    )


def _rows(count):
    outcome, number = count
    return number if outcome in {"account", "credit"} else 0


def _named(texts):
    return Counter(found.groups() for text in texts if (found := NAME.match(text)))


def _list(number):
    """Of staff and of training in turns, each of an office of its own: a second file would put the first away."""
    appointment, name, rows = AppointmentFactory(), f"list{number}", range(ROWS)
    manager, office = appointment.manager, appointment.employer
    if number % 2:
        lines = [person(f"{name}-{row}@example.lv") for row in rows]
        run = check_staff(manager, office, *lines, at=timezone.now())
    else:
        (learner,) = staff(1, office)
        day = f"{timezone.localdate():%d.%m.%Y}"
        lines = [training(learner.email, title=f"{name}-{row}", day=day) for row in rows]
        run = check_training(manager, office, *lines, at=timezone.now())
    ImportRun.objects.filter(pk=run.pk).update(file_name=name)
    promised = frozenset((name, str(row)) for row in rows)
    return Task(Visitor(manager), promised, ((reverse("offices:import_confirm", args=[run.pk]), {}),))
