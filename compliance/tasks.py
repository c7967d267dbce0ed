import logging

from celery import shared_task
from django.utils import timezone

from .actions import balances, documents, sealing
from .riga import legal_date

logger = logging.getLogger("socdarbs.balances")
LOGGED = 100


@shared_task
def open_year():
    """Give everyone employed this year their rows of it."""
    balances.open_year(legal_date(timezone.now()).year)


@shared_task
def seal_ledger():
    sealing.seal_ledger()


@shared_task
def compare_balances():
    """Log the balances that are not what the data say; `manage.py rebuild_balances` puts them right."""
    wrong = sorted(balances.differences())
    for person, year, kind in wrong[:LOGGED]:
        logger.error("balance differs", extra={"facts": {"person": person, "year": year, "kind": kind}})
    return len(wrong)


@shared_task
def discard_unused_documents():
    documents.discard_unused()
