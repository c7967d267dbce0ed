from celery import shared_task
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from .actions import ask_links, gather_links

A_NIGHT = 100


@shared_task
def publish_scheduled():
    """What editors set to appear or to go away at a time."""
    call_command("publish_scheduled")


@shared_task
def check_links():
    """A part of the outside links each night: mails of the minute wait meanwhile. A development server asks nobody."""
    gather_links()
    if not settings.DEBUG:
        ask_links(at=timezone.now(), limit=A_NIGHT)
