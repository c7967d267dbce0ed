from celery import shared_task
from django.utils import timezone

from compliance.riga import legal_date
from lms.reminders import is_fit
from people.actions import post

from .assigned import due_soon, reached, written
from .models import Assignment, ImportRun


@shared_task
def remind_of_assignments():
    """Tell who has joined a profession's assignment since yesterday, and whoever's due date is near."""
    at = timezone.now()
    today = legal_date(at)
    if not is_fit(at):
        return
    running = Assignment.objects.standing().filter(due__gt=today)
    rows = reached(running.select_related("employer__parent", "assigned_by"), today=today)
    post(written("assignment", rows, at=at))
    post(written("assignment_due", [one for one in rows if due_soon(one.assignment, today)], at=at))


@shared_task
def abandon_forgotten_imports():
    ImportRun.objects.forgotten(timezone.now()).abandon()
