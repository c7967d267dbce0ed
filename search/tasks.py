import logging

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from . import actions, engines, files, learning, whole
from .models import Unfound

logger = logging.getLogger("socdarbs.search")
A_MINUTE = 5


@shared_task
def index_pages(pages):
    actions.index_with_neighbours(pages)
    learning.learn(pages)


@shared_task
def read_files():
    """A few at a time, as mails of the minute wait meanwhile."""
    for document in files.unread()[:A_MINUTE]:
        actions.read_file(document)


@shared_task
def compare_index():
    """What a task missed is put right, and told of."""
    if wrong := whole.put_right(whole.batches()):
        logger.warning("search index differed", extra={"facts": {"pages": wrong}})
    if settings.SEARCH_URL:
        engines.server().compare()


@shared_task
def mirror_entries():
    engines.server().push()


@shared_task
def keep_up_mirror():
    """What the search server missed while it was away."""
    if settings.SEARCH_URL:
        engines.server().catch_up()


@shared_task
def recount_words():
    learning.recount()


@shared_task
def forget_unfound():
    Unfound.forget(day=timezone.localdate())
