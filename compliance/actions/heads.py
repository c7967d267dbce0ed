"""The lock under which a person's ledger and balances are written."""

from itertools import batched

from django.db import connection

from ..models import LedgerHead

BATCH = 5000


def lock(people):
    """Lock the heads of these people's chains, in person order, making those that are missing."""
    wanted = sorted(set(people))
    locked = _locked(wanted)
    missing = [person for person in wanted if person not in locked]
    if missing:
        LedgerHead.objects.bulk_create([LedgerHead(person_id=person) for person in missing], ignore_conflicts=True)
        locked = _locked(wanted)
    return locked


def lock_all():
    """Wait for whoever writes hours or employments and keep others waiting; taken before any other lock."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE compliance_ledgerhead IN EXCLUSIVE MODE")


def _locked(people):
    heads = LedgerHead.objects.select_for_update().order_by("person_id")
    return {head.person_id: head for some in batched(people, BATCH) for head in heads.filter(person_id__in=some)}
