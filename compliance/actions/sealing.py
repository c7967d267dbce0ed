"""The nightly seal: a row, a log line and, if an address is set, a mail that witnesses outside the database."""

import logging

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from people import background
from people.models import Notice

from .. import seals
from ..models import CreditEntry, LedgerHead, Seal
from ..riga import legal_date
from . import heads

logger = logging.getLogger("socdarbs.ledger")


@transaction.atomic
def seal_ledger(*, at=None) -> Seal:
    """Seal what has been written since the last seal; once a day."""
    at = at or timezone.now()
    heads.lock_all()  # of an award half done the entries could get lower numbers than the last one sealed
    before = Seal.objects.order_by("pk").last()
    if before and legal_date(before.sealed_at) == legal_date(at):
        return before
    seal = Seal.objects.create(
        sealed_at=at,
        people=LedgerHead.objects.filter(sequence__gt=0).count(),
        entries=CreditEntry.objects.count(),
        last_entry=CreditEntry.objects.aggregate(last=Max("pk"))["last"] or 0,
        digest=_digest(before),
    )
    _witness(seal)
    return seal


def _digest(before):
    digest = seals.begun(before.digest if before else "")
    new = CreditEntry.objects.filter(pk__gt=before.last_entry if before else 0).order_by("person_id", "sequence")
    for link in seals.last_of_each(new.values_list("person_id", "sequence", "hash").iterator()):
        seals.add(digest, *link)
    return digest.hexdigest()


def _witness(seal):
    facts = {"seal": seal.pk, "people": seal.people, "entries": seal.entries, "digest": seal.digest}
    logger.info("ledger sealed", extra={"facts": facts})
    if settings.SEAL_EMAIL:
        Notice.objects.create(
            key=f"seal:{seal.pk}",
            kind="ledger_sealed",
            email=settings.SEAL_EMAIL,
            context=facts,
            created_at=seal.sealed_at,
        )
        background.start("people.tasks.send_notices")
