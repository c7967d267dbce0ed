"""People who work and earn, by the real actions."""

from datetime import date
from decimal import Decimal

from compliance.actions.employments import record_employments
from compliance.actions.ledger import Original, award
from compliance.models import CreditEntry, Kind, Unit
from people.models import Employment
from tests.factories import RoleFactory, at

TODAY = date(2026, 11, 22)
NOW = at(2026, 11, 22)


def hire(person, employer, start=date(2026, 1, 1), end=None, role="social_worker"):
    job = Employment(person=person, employer=employer, role=RoleFactory(code=role), start=start, end=end)
    return record_employments([job], at=NOW)[0]


def completed(person, title, day, hours="4"):
    """A course of the portal."""
    original = Original(person.pk, Kind.TRAINING, Decimal(hours), day, CreditEntry.Source.COURSE, title, title)
    return award([original], at=NOW)[0]


def earn(person, hours, on=date(2026, 5, 4), kind=Kind.TRAINING, title="Seminārs", **more):
    unit = Unit.SESSIONS if kind == Kind.SUPERVISION else Unit.ACADEMIC_HOURS
    key = f"key-{CreditEntry.objects.count()}"
    original = Original(person.pk, kind, Decimal(hours), on, CreditEntry.Source.IMPORT, key, title, unit=unit, **more)
    return award([original], at=NOW)
