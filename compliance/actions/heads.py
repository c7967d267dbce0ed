"""The lock under which a person's ledger and balances are written."""

from django.db import connection

from people import bulk

from ..models import LedgerHead

MOVE = "UPDATE compliance_ledgerhead SET sequence = %s, hash = %s WHERE person_id = %s"


def lock(people):
    """Lock the heads of these people's chains, in person order, making those that are missing."""
    wanted = sorted(set(people))
    locked = _locked(wanted)
    missing = [person for person in wanted if person not in locked]
    if missing:
        bulk.insert((LedgerHead(person_id=person) for person in missing), ignore_conflicts=True)
        locked |= _locked(missing)
    return locked


def lock_all():
    """Wait for whoever writes hours or employments and keep others waiting; taken before any other lock."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE compliance_ledgerhead IN EXCLUSIVE MODE")


def move(heads):
    """Write where the chains of these locked heads end now."""
    with connection.cursor() as cursor:
        cursor.executemany(MOVE, [(head.sequence, head.hash, head.person_id) for head in heads])


def _locked(people):
    heads = LedgerHead.objects.select_for_update().order_by("person_id")
    return {head.person_id: head for head in heads.filter(person_id__in=bulk.among(people))}
