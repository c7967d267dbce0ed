"""Three believable years of an office: training and supervision as one award list a year."""

import datetime
import uuid
from decimal import Decimal

from compliance.actions.external import approve_external, submit_external
from compliance.actions.ledger import Original, award_many
from compliance.models import CreditEntry, Kind, Unit

from . import names
from .papers import paper

HOURS = [Decimal(h) for h in ("2", "3", "4", "4", "6", "6", "7.5", "8")]
SUPERVISION_SINCE = 2022


def believable_share(chance):
    """How much of the norm a person earns: two of three meet it, some nearly, a few hardly."""
    luck = chance.random()
    if luck < 0.66:
        return chance.uniform(1.0, 1.35)
    return chance.uniform(0.6, 0.97) if luck < 0.9 else chance.uniform(0.05, 0.5)


def days_of(row, year, today):
    first = max(row.start, datetime.date(year, 1, 8))
    last = min(row.end or today, today, datetime.date(year, 12, 20))
    return (first, last) if last > first else None


def some_day(chance, first, last):
    return first + datetime.timedelta(days=chance.randint(0, (last - first).days))


def at_noon(day):
    return datetime.datetime.combine(day, datetime.time(12), datetime.UTC)


def key(chance):
    return uuid.UUID(int=chance.getrandbits(128), version=4)


def training(chance, row, norm, span):
    """Originals of one person and year, until the person's share of the norm is reached."""
    elapsed = Decimal((span[1] - span[0]).days + 1) / 348
    goal = norm * Decimal(str(believable_share(chance))) * min(Decimal(1), elapsed)
    earned = Decimal(0)
    while earned < goal:
        hours = chance.choice(HOURS)
        earned += hours
        yield Original(
            person_id=row.person_id,
            kind=Kind.TRAINING,
            amount=hours,
            legal_date=some_day(chance, *span),
            source=CreditEntry.Source.EVENT,
            source_key=str(key(chance)),
            title=chance.choice(names.TRAININGS),
            provider=chance.choice(names.PROVIDERS),
        )


def supervision(chance, row, span):
    elapsed = ((span[1] - span[0]).days + 1) / 348
    for _ in range(round(chance.choice((6, 8, 9, 10, 10, 11)) * elapsed)):
        yield Original(
            person_id=row.person_id,
            kind=Kind.SUPERVISION,
            unit=Unit.SESSIONS,
            amount=Decimal(1),
            legal_date=some_day(chance, *span),
            source=CreditEntry.Source.SUPERVISION,
            source_key=str(key(chance)),
            title="Supervīzijas sesija",
        )


def load_year(chance, rows, norms, year, today, recorded_by):
    """What the office earned in a year, apart from e-courses and outside certificates."""
    originals = []
    for row in rows:
        span = days_of(row, year, today)
        norm = norms.get(row.role_id)
        if span and norm:
            originals += training(chance, row, norm, span)
            if year >= SUPERVISION_SINCE and row.role_id != "carer":
                originals += supervision(chance, row, span)
    award_many(originals, by=recorded_by, at=at_noon(min(today, datetime.date(year, 12, 28))))


def load_outside_certificates(chance, rows, today, reviewer, *, with_papers=False):
    """A few certificates obtained elsewhere this year; every second one still waits, where asked with its document."""
    for position, row in enumerate(chance.sample(rows, min(5, len(rows)))):
        span = days_of(row, today.year, today)
        if not span:
            continue
        day = some_day(chance, *span)
        told = {
            "title": chance.choice(names.TRAININGS),
            "provider": chance.choice(names.PROVIDERS),
            "hours": chance.choice(HOURS),
            "at": at_noon(day),
        }
        document = paper(row.person, day=day, **told) if with_papers and position in (0, 2) else None
        certificate = submit_external(person=row.person, first_day=day, last_day=day, document=document, **told)
        if position % 2:
            approve_external(certificate, by=reviewer, at=at_noon(min(today, day + datetime.timedelta(days=2))))
