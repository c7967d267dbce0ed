from celery import shared_task
from django.utils import timezone

from .actions import ask_links, gather_links

A_NIGHT = 100


@shared_task
def check_links():
    """A part of the outside links each night, so that no server is asked too much and no night grows long."""
    gather_links()
    ask_links(at=timezone.now(), limit=A_NIGHT)
