"""A year in which alice owes 24 hours, and what she earns in it."""

from datetime import date
from decimal import Decimal

from compliance.actions.employments import record_employments
from compliance.actions.ledger import Original, award
from compliance.actions.statements import settle
from compliance.models import Certificate
from people.models import Employment
from tests.factories import at

NOW = at(2026, 11, 22)


def employed(person, office, *, start=date(2026, 1, 1), role="social_worker"):
    (job,) = record_employments([Employment(person=person, employer=office, role_id=role, start=start)], at=NOW)
    return job


def earn(person, hours, *, on=date(2026, 3, 4), key="seminārs", kind="training", source="event", **more):
    unit = "academic_hours" if kind == "training" else "sessions"
    original = Original(person.pk, kind, Decimal(hours), on, source, key, "Seminārs", unit=unit, **more)
    return award([original], at=NOW)[0]


def settled(person, *, moment=NOW):
    """The person's statements after the task has run, oldest first."""
    settle([person.pk], at=moment)
    return list(Certificate.objects.statements().filter(person=person).order_by("pk"))
