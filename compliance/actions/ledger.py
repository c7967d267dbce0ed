"""Writing the ledger: `award` adds originals, `correct` a reversal and its correction, `reverse` the first alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter

from django.db import transaction
from django.utils import timezone

from people import bulk

from .. import canonical
from ..models import CreditEntry, Kind, Unit
from ..riga import legal_date as day_in_riga
from . import balances, heads

CENT = Decimal("0.01")
LARGEST = Decimal("99999.99")
UNITS = {Kind.TRAINING: Unit.ACADEMIC_HOURS, Kind.SUPERVISION: Unit.SESSIONS}
COPIED = ("person_id", "kind", "unit", "amount", "legal_date", "source", "source_key", "source_version", "title",
          "provider", "evidence", "funding")  # fmt: skip
CLAIMED = ("person_id", "kind", "source", "source_key", "source_version")
LENGTHS = {
    name: CreditEntry._meta.get_field(name).max_length
    for name in ("source_key", "source_version", "title", "provider", "evidence", "reason")
}


class AlreadyCredited(ValueError):
    """The person has this credit: the same source and version, or a course once more in one year."""


class AlreadyCorrected(ValueError):
    """The entry has been reversed; its correction is the one to correct."""


@dataclass(frozen=True, slots=True)
class Original:
    """What someone earned, before it is a line of the ledger; `source_key` and `_version` say by what."""

    person_id: int
    kind: str
    amount: Decimal
    legal_date: date
    source: str
    source_key: str
    title: str
    unit: str = Unit.ACADEMIC_HOURS
    source_version: str = ""
    provider: str = ""
    evidence: str = ""
    funding: str = ""


@transaction.atomic
def award(originals: Iterable[Original], *, by=None, at=None) -> list[CreditEntry]:
    """Write credits, in a handful of queries for one or for ten thousand, with the balances that they change."""
    at = at or timezone.now()
    originals = list(originals)
    for original in originals:
        _refuse_nonsense(original, at)
    locked = heads.lock(original.person_id for original in originals)
    _refuse_what_is_credited(originals)
    entries = [_copy(original, entry=CreditEntry.Entry.ORIGINAL) for original in originals]
    _append(entries, locked, by=by, at=at)
    return entries


@transaction.atomic
def correct(entry, *, reason, by, amount=None, legal_date=None, funding=None, at=None) -> CreditEntry:
    """Reverse an entry and write what should have stood there; returns the correction.

    What was only reversed gets the correction it lacks.
    """
    at = at or timezone.now()
    locked = heads.lock([entry.person_id])
    wrong = _to_mend(entry, reason)
    correction = _copy(
        wrong,
        entry=CreditEntry.Entry.CORRECTION,
        corrects=wrong,
        amount=wrong.amount if amount is None else amount,
        legal_date=legal_date or wrong.legal_date,
        funding=wrong.funding if funding is None else funding,
        reason=reason,
    )
    _refuse_nonsense(correction, at)
    reversals = [] if hasattr(wrong, "reversal") else [_reversal(wrong, reason)]
    _append([*reversals, correction], locked, by=by, at=at)
    return correction


@transaction.atomic
def reverse(entry, *, reason, by, at=None) -> CreditEntry:
    """Take back what should never have been credited; returns the reversal."""
    locked = heads.lock([entry.person_id])
    wrong = _to_mend(entry, reason)
    if hasattr(wrong, "reversal"):
        raise AlreadyCorrected(f"entry {wrong.pk} is reversed already")
    reversal = _reversal(wrong, reason)
    _append([reversal], locked, by=by, at=at or timezone.now())
    return reversal


def _to_mend(entry, reason):
    """The entry as it is under the lock, with its reversal if that stands alone."""
    if not reason.strip():
        raise ValueError("a correction needs a reason")
    wrong = CreditEntry.objects.select_related("reversal").get(pk=entry.pk)
    if wrong.entry == CreditEntry.Entry.REVERSAL or CreditEntry.objects.filter(corrects=wrong).exists():
        raise AlreadyCorrected(f"entry {wrong.pk} cannot be corrected again")
    return wrong


def _reversal(wrong, reason):
    return _copy(wrong, entry=CreditEntry.Entry.REVERSAL, reverses=wrong, amount=-wrong.amount, reason=reason)


def _refuse_nonsense(credit, at):
    """Amounts that are no amounts, units that do not fit, days that have not come, words that do not fit."""
    amount = credit.amount
    if not (isinstance(amount, Decimal) and amount.is_finite() and 0 < amount <= LARGEST):
        raise ValueError(f"not an amount to credit: {amount!r}")
    if amount != amount.quantize(CENT):
        raise ValueError(f"more than two decimals: {amount}")
    if UNITS.get(credit.kind) != credit.unit:
        raise ValueError(f"{credit.kind} is not counted in {credit.unit}")
    if credit.source not in CreditEntry.Source or not credit.source_key or not credit.title:
        raise ValueError("a credit needs a known source, its key and a title")
    if credit.funding and credit.funding not in CreditEntry.Funding:
        raise ValueError(f"not known who paid: {credit.funding!r}")
    if credit.legal_date > day_in_riga(at):
        raise ValueError(f"{credit.legal_date} has not come yet")
    for name, length in LENGTHS.items():
        if len(getattr(credit, name, "")) > length:
            raise ValueError(f"{name} is longer than {length} characters")


def _refuse_what_is_credited(originals):
    taken = set()
    rows = CreditEntry.objects.originals().filter(
        person__in=bulk.among({one.person_id for one in originals}),
        source_key__in=bulk.among({one.source_key for one in originals}, "text"),
    )
    for year, *claimed in rows.order_by().values_list("year", *CLAIMED).iterator():
        taken.update(_claims(*claimed, year))
    claimed = attrgetter(*CLAIMED)
    for original in originals:
        claims = _claims(*claimed(original), original.legal_date.year)
        if not taken.isdisjoint(claims):
            raise AlreadyCredited(f"person {original.person_id} has {original.source} {original.source_key}")
        taken.update(claims)


def _claims(person, kind, source, key, version, year):
    """What an original takes for itself, as the two unique constraints say it."""
    whole = (person, kind, source, key, version)
    return (whole, (person, key, year)) if source == CreditEntry.Source.COURSE else (whole,)


def _copy(original, **changes):
    kept = {name: getattr(original, name) for name in COPIED}
    return CreditEntry(**kept | changes)


def _append(entries, locked, *, by, at):
    """Chain the entries to their people's heads, write both and refresh what they change."""
    for entry in entries:
        head = locked[entry.person_id]
        entry.recorded_by, entry.recorded_at = by, at
        entry.year = entry.legal_date.year
        entry.sequence, entry.previous_hash = head.sequence + 1, head.hash
        entry.text = canonical.entry_text(entry.facts)
        entry.hash = canonical.link(entry.previous_hash, entry.text)
        head.sequence, head.hash = entry.sequence, entry.hash
    bulk.insert(entries)
    heads.move(locked.values())
    balances.refresh((entry.person_id, entry.year) for entry in entries)
