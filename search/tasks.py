import logging

from celery import shared_task

from . import actions, whole

logger = logging.getLogger("socdarbs.search")


@shared_task
def index_pages(pages):
    actions.index_with_neighbours(pages)


@shared_task
def compare_index():
    """What a task missed is put right, and told of."""
    if wrong := whole.put_right(whole.batches()):
        logger.warning("search index differed", extra={"facts": {"pages": wrong}})
