"""A few people of every office are away or work part of the day; somebody asks for an exemption."""

import datetime
from decimal import Decimal

from compliance.actions.absences import record_absence
from compliance.actions.exemptions import ask_exemption, decide_exemption
from compliance.models import Kind, YearBalance

from .years import at_noon

WORKLOADS = (Decimal(1), None, Decimal(1), Decimal("0.5"), Decimal(1), Decimal("0.75"))
REASONS = ("Studijas maģistrantūrā.", "Pusgads darbā ārzemju projektā.")
WEEKS_AWAY = (6, None)  # the second is still away


def load_absences(rows, today, by):
    """Of those who have worked here since before this year, two."""
    begun = datetime.date(today.year, 2, 2)
    lasting = [row for row in rows if row.end is None and row.start.year < today.year and begun < today]
    for row, weeks in zip(lasting[3::4], WEEKS_AWAY, strict=False):
        end = weeks and min(begun + datetime.timedelta(weeks=weeks), today)
        record_absence(row, start=begun, end=end, by=by, at=at_noon(begun))


def load_exemptions(rows, today, reviewer):
    """Two who owe something have asked; the first has an answer."""
    asked = at_noon(today - datetime.timedelta(days=10))
    owed = YearBalance.objects.filter(year=asked.year, kind=Kind.TRAINING, missing__gt=0)
    owing = owed.filter(person__in=[row.person_id for row in rows]).select_related("person").order_by("person")[:2]
    exemptions = [
        ask_exemption(person=balance.person, year=asked.year, reason=reason, by=balance.person, at=asked)
        for balance, reason in zip(owing, REASONS, strict=False)
    ]
    for exemption in exemptions[:1]:
        decide_exemption(exemption, granted=True, decision="Pamatojums pieņemts.", by=reviewer, at=at_noon(today))
