"""The reminders of a year's norm: which one a day calls for, and to whom."""

from datetime import date, datetime

from django.db.models import Exists, F, OuterRef

from compliance.models import Exemption, Kind, YearBalance
from compliance.riga import RIGA, legal_date
from people.models import Notice

from .advice import advise

STEPS = (90, 30, 7)  # days before the end of the year
CAUGHT_UP_WITHIN = 5  # days; later the next step says it
HOURS = range(8, 20)  # when people may be disturbed


def is_fit(at: datetime) -> bool:
    """Whether a mail that nobody waits for may go at this time of the day in Latvia."""
    return at.astimezone(RIGA).hour in HOURS


def step(today: date) -> int | None:
    left = (date(today.year, 12, 31) - today).days
    return next((days for days in STEPS if days - CAUGHT_UP_WITHIN <= left <= days), None)


def lacking(year: int):
    """The training balances of those who would miss the norm even if all that waits were approved; nobody exempt."""
    rows = YearBalance.objects.filter(year=year, kind=Kind.TRAINING, missing__gt=F("pending"))
    exempt = Exemption.objects.granted().filter(person=OuterRef("person"), year=year, kind=Kind.TRAINING)
    return rows.filter(~Exists(exempt), person__is_active=True).order_by("person")


def written(balances: list[YearBalance], days: int, *, at: datetime) -> list[Notice]:
    facts = advise(balances)
    return [
        Notice(
            key=f"year_reminder:{legal_date(at).year}:{days}:{balance.person_id}",
            kind=f"year_reminder_{days}",
            person_id=balance.person_id,
            context=facts[balance.person_id],
            created_at=at,
        )
        for balance in balances
    ]
