"""Writing the ledger: `award` adds originals, `correct` a reversal and its correction, `reverse` the first alone."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from operator import attrgetter, itemgetter
from typing import NamedTuple

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
CLAIMED = ("person_id", "kind", "source", "source_key", "source_version")
MENDS = ("reverses_id", "corrects_id")
claimed, stated = attrgetter(*CLAIMED), itemgetter(*canonical.STATED)
LENGTHS = {
    name: CreditEntry._meta.get_field(name).max_length
    for name in ("source_key", "source_version", "title", "provider", "evidence")
}
LONGEST_REASON = CreditEntry._meta.get_field("reason").max_length


class AlreadyCredited(ValueError):
    """The person has this credit: the same source and version, or a course once more in one year."""


class AlreadyCorrected(ValueError):
    """The entry has been reversed; its correction is the one to correct."""


class Original(NamedTuple):
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


copied = attrgetter(*Original._fields)
"""Of an entry, what a line that mends it takes over."""


def award(originals: Iterable[Original], *, by=None, at=None) -> list[CreditEntry]:
    """Write credits, with the balances that they change."""
    return list(map(_entry, award_many(originals, by=by, at=at)))


@transaction.atomic
def award_many(originals: Iterable[Original], *, by=None, at=None) -> list[dict]:
    """The same in a handful of queries for one or for ten thousand, without an object for each; returns the lines."""
    at = at or timezone.now()
    originals, today = list(originals), day_in_riga(at)
    for original in originals:
        _refuse_nonsense(original, today)
    locked = heads.lock(original.person_id for original in originals)
    _refuse_what_is_credited(originals)
    lines = [_line(original, CreditEntry.Entry.ORIGINAL) for original in originals]
    _append(lines, locked, by=by, at=at)
    return lines


@transaction.atomic
def correct(entry, *, reason, by, amount=None, legal_date=None, funding=None, at=None) -> CreditEntry:
    """Reverse an entry and write what should have stood there; returns the correction.

    What was only reversed gets the correction it lacks.
    """
    at = at or timezone.now()
    locked = heads.lock([entry.person_id])
    wrong = _to_mend(entry, reason)
    right = Original(*copied(wrong))._replace(
        amount=wrong.amount if amount is None else amount,
        legal_date=legal_date or wrong.legal_date,
        funding=wrong.funding if funding is None else funding,
    )
    _refuse_nonsense(right, day_in_riga(at))
    correction = _line(right, CreditEntry.Entry.CORRECTION, corrects_id=wrong.pk, reason=reason)
    reversals = [] if hasattr(wrong, "reversal") else [_reversal(wrong, reason)]
    _append([*reversals, correction], locked, by=by, at=at, mended=wrong)
    return _entry(correction)


@transaction.atomic
def reverse(entry, *, reason, by, at=None) -> CreditEntry:
    """Take back what should never have been credited; returns the reversal."""
    locked = heads.lock([entry.person_id])
    wrong = _to_mend(entry, reason)
    if hasattr(wrong, "reversal"):
        raise AlreadyCorrected(f"entry {wrong.pk} is reversed already")
    reversal = _reversal(wrong, reason)
    _append([reversal], locked, by=by, at=at or timezone.now(), mended=wrong)
    return _entry(reversal)


def _to_mend(entry, reason):
    """The entry as it is under the lock, with its reversal if that stands alone."""
    if not reason.strip():
        raise ValueError("a correction needs a reason")
    if len(reason) > LONGEST_REASON:
        raise ValueError(f"reason is longer than {LONGEST_REASON} characters")
    wrong = CreditEntry.objects.select_related("reversal").get(pk=entry.pk)
    if wrong.entry == CreditEntry.Entry.REVERSAL or CreditEntry.objects.filter(corrects=wrong).exists():
        raise AlreadyCorrected(f"entry {wrong.pk} cannot be corrected again")
    return wrong


def _reversal(wrong, reason):
    taken_back = Original(*copied(wrong))._replace(amount=-wrong.amount)
    return _line(taken_back, CreditEntry.Entry.REVERSAL, reverses_id=wrong.pk, reason=reason)


def _refuse_nonsense(credit, today):
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
    if credit.legal_date > today:
        raise ValueError(f"{credit.legal_date} has not come yet")
    for name, length in LENGTHS.items():
        if len(getattr(credit, name)) > length:
            raise ValueError(f"{name} is longer than {length} characters")


def _refuse_what_is_credited(originals):
    taken = set()
    rows = CreditEntry.objects.originals().filter(
        person__in=bulk.among({one.person_id for one in originals}),
        source_key__in=bulk.among({one.source_key for one in originals}, "text"),
    )
    for year, *source in rows.order_by().values_list("year", *CLAIMED).iterator():
        taken.update(_claims(*source, year))
    for original in originals:
        claims = _claims(*claimed(original), original.legal_date.year)
        if not taken.isdisjoint(claims):
            raise AlreadyCredited(f"person {original.person_id} has {original.source} {original.source_key}")
        taken.update(claims)


def _claims(person, kind, source, key, version, year):
    """What an original takes for itself, as the two unique constraints say it."""
    whole = (person, kind, source, key, version)
    return (whole, (person, key, year)) if source == CreditEntry.Source.COURSE else (whole,)


def _line(credit, entry, **more):
    """As values by name: an object for each would cost more than all the rest."""
    return credit._asdict() | {"entry": entry, "reverses_id": None, "corrects_id": None, "reason": ""} | more


def _entry(line):
    entry = CreditEntry(**line)
    entry._state.adding = False
    return entry


def _append(lines, locked, *, by, at, mended=None):
    """Chain the lines to their people's heads, write both and refresh what they change."""
    recorded = {"recorded_by_id": by and by.pk, "recorded_at": at}
    for line in lines:
        sequence, link = locked[line["person_id"]]
        line.update(recorded, year=line["legal_date"].year, sequence=sequence + 1, previous_hash=link)
        line["text"] = canonical.entry_text(_stated(line, mended))
        line["hash"] = canonical.link(link, line["text"])
        locked[line["person_id"]] = line["sequence"], line["hash"]
    for line, key in zip(lines, bulk.write(CreditEntry, lines), strict=True):
        line["id"] = key
    heads.move(locked)
    balances.refresh((line["person_id"], line["year"]) for line in lines)


def _stated(line, mended):
    """An entry that is mended is named by its sequence."""
    return stated(line | {name: line[name] and mended.sequence for name in MENDS} if mended else line)
