"""The jobs that norms are computed from, with the days on which their employers excused people."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from people.models import Absence, Employment

from .norms import DEDUCTED, Job, Rule

Days = tuple[date, date | None]
OFFICE = Coalesce("employer__parent", "employer")
"""An absence holds for every job of the person at the employer, whatever the unit."""


def excused(rules: Iterable[Rule], scope: Q, first: date, last: date) -> dict[tuple[int, int], tuple[Days, ...]]:
    """{(person, office): the absences that hold a day between the two}; none are read where no rule deducts them."""
    found = defaultdict(tuple)
    if all(rule.absence != DEDUCTED for rule in rules):
        return found
    rows = Absence.objects.standing().between(first, last).filter(scope).annotate(office=OFFICE).order_by("start", "pk")
    for person, office, start, end in rows.values_list("person_id", "office", "start", "end"):
        found[person, office] += ((start, end),)
    return found


def within(absences: Iterable[Days], start: date, end: date | None) -> tuple[Days, ...]:
    """Those of a job between two dates."""
    last = end or date.max
    return tuple(days for days in absences if days[0] <= last and (days[1] or date.max) >= start)


def jobs_of(employments: QuerySet[Employment], rules: Iterable[Rule]) -> list[Job]:
    """A few people's employments as jobs."""
    rows = list(employments.annotate(office=OFFICE))
    away = excused(rules, Q(person__in={row.person_id for row in rows}), date.min, date.max)
    return [
        Job(row.role_id, row.start, row.end, within(away[row.person_id, row.office], row.start, row.end))
        for row in rows
    ]
