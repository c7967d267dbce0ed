from itertools import batched

from celery import shared_task
from django.utils import timezone

from compliance.riga import legal_date
from people.actions import post

from . import reminders

AT_ONCE = 1000


@shared_task
def remind_of_year():
    """Tell those who lack hours, once a step; in the daytime only, whenever the missed job runs."""
    at = timezone.now()
    today = legal_date(at)
    days = reminders.step(today) if reminders.is_fit(at) else None
    if days:
        for balances in batched(reminders.lacking(today.year), AT_ONCE):
            post(reminders.written(balances, days, at=at))
