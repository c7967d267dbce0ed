"""Reminders that a manager sends to those who lack hours: who gets one, who does not and why, what it says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from compliance.excuses import exempt
from compliance.models import Kind, YearBalance
from compliance.riga import legal_date
from lms.advice import advise
from people.models import Absence, Notice, Topic, User
from people.models.preference import stopped

from .staff import StaffRow

KIND = "manager_reminder"
EVERY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Sorted:
    """Those who get a reminder, by whose own wish some only in the portal, and those who do not with the reason."""

    to: list[StaffRow]
    quietly: set[int]
    left_out: list[tuple[StaffRow, str]]


def sort_out(rows: Iterable[StaffRow], *, by: User, at: datetime, named: bool = False) -> Sorted:
    """Each person is reminded at most once a week, whichever manager sends it.

    Who is exempt from the norm is reminded only when the manager has `named` the people.
    """
    rows = [row for row in rows if row.counted and row.missing]
    people = [row.person.pk for row in rows]
    lately = Notice.objects.filter(kind=KIND, person__in=people, created_at__gt=at - EVERY)
    reminded = set(lately.values_list("person", flat=True))
    quietly = set(stopped(Topic.MANAGER).filter(person__in=people).values_list("person", flat=True))
    today = legal_date(at)
    absent = set(
        Absence.objects.standing().between(today, today).filter(person__in=people).values_list("person", flat=True)
    )
    reasons = [(row, _reason(row, by, reminded, absent, named=named)) for row in rows]
    return Sorted([row for row, reason in reasons if not reason], quietly, [one for one in reasons if one[1]])


def due(*, by, since, today: date) -> Q:
    """The same for the database, of judged people: those who get one. since: a week ago.

    `by` and `since` may be parameters of a prepared query.
    """
    person = OuterRef("pk")
    lately = Exists(Notice.objects.filter(kind=KIND, person=person, created_at__gt=since))
    absent = Exists(Absence.objects.standing().between(today, today).filter(person=person))
    left_out = Q(pk=by) | Q(lately) | Q(absent) | Q(exempt(person, today.year, Kind.TRAINING))
    return Q(training__missing__gt=0, is_active=True) & ~left_out


def written(rows: list[StaffRow], *, by: User, at: datetime) -> list[Notice]:
    year, day = legal_date(at).year, legal_date(at)
    people = [row.person.pk for row in rows]
    facts = advise(list(YearBalance.objects.filter(year=year, kind=Kind.TRAINING, person__in=people)))
    return [
        Notice(
            key=f"{KIND}:{row.person.pk}:{day}",
            kind=KIND,
            person=row.person,
            context=facts[row.person.pk] | {"manager": str(by), "employer": row.units},
            created_at=at,
        )
        for row in rows
    ]


def _reason(row, by, reminded, absent, *, named):
    if row.person == by:
        return _("this is you")
    if not row.person.is_active:
        return _("the account is closed")
    if row.person.pk in absent:
        return _("excused absence")
    if row.exempt and not named:
        return _("exemption from the norm")
    return _("reminded in the last 7 days") if row.person.pk in reminded else ""
