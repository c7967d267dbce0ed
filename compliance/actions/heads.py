"""The lock under which a person's ledger and balances are written."""

from collections.abc import Iterable

from django.db import connection

from people import bulk

from ..models import LedgerHead

MOVE = "UPDATE compliance_ledgerhead SET sequence = %s, hash = %s WHERE person_id = %s"

type Head = tuple[int, str]
"""The sequence and the hash of a chain's last line."""


def lock(people: Iterable[int]) -> dict[int, Head]:
    """Lock the heads of these people's chains, in person order, making those that are missing."""
    wanted = sorted(set(people))
    locked = _locked(wanted)
    missing = [person for person in wanted if person not in locked]
    if missing:
        bulk.write(LedgerHead, ({"person_id": person} for person in missing), ignore_conflicts=True)
        locked |= _locked(missing)
    return locked


def lock_all():
    """Wait for whoever writes hours or employments and keep others waiting; taken before any other lock."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE compliance_ledgerhead IN EXCLUSIVE MODE")


def move(heads: dict[int, Head]) -> None:
    """Write where the chains of these people, whose heads are locked, end now."""
    with connection.cursor() as cursor:
        cursor.executemany(MOVE, [(*head, person) for person, head in heads.items()])


def _locked(people):
    heads = LedgerHead.objects.select_for_update().order_by("person_id").filter(person_id__in=bulk.among(people))
    return {person: (sequence, link) for person, sequence, link in heads.values_list("person_id", "sequence", "hash")}
