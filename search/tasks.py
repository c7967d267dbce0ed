import logging

from celery import shared_task
from django.utils import timezone

from . import actions, learning, whole
from .models import Unfound

logger = logging.getLogger("socdarbs.search")


@shared_task
def index_pages(pages):
    actions.index_with_neighbours(pages)
    learning.learn(pages)


@shared_task
def compare_index():
    """What a task missed is put right, and told of."""
    if wrong := whole.put_right(whole.batches()):
        logger.warning("search index differed", extra={"facts": {"pages": wrong}})


@shared_task
def recount_words():
    learning.recount()


@shared_task
def forget_unfound():
    Unfound.forget(day=timezone.localdate())
