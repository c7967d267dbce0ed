"""Who owes what on a day and has how much of it: one count of people, for whatever they are summed up by."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from django.db.models import Q, Sum

from compliance.jobs import OFFICE, excused, within
from compliance.models import CreditEntry, Kind, Rule
from compliance.norms import CENT, Job, required
from people.models import Employment
from people.models.employment import EmploymentQuerySet

NONE = Decimal(0)
JOB = ("person_id", "role_id", "start", "end", "office", "employer_id", "employer__municipality__key")


class Held(NamedTuple):
    """A job that somebody holds on the day, or held last where a rule counts those who left too."""

    role: str
    employer: int
    municipality: str


@dataclass(slots=True)
class Group:
    """People who owe something, summed up."""

    people: int = 0
    met: int = 0
    earned: Decimal = NONE
    missing: Decimal = NONE

    def add(self, norm: Decimal, earned: Decimal) -> None:
        self.people += 1
        self.met += earned >= norm
        self.earned += earned
        self.missing += max(NONE, norm - earned)

    @property
    def share(self) -> Decimal:
        return round(Decimal(100 * self.met) / self.people, 1)


@dataclass(frozen=True, slots=True)
class Counted:
    """One person's duty of one kind."""

    kind: str
    held: frozenset[Held]
    norm: Decimal
    earned: Decimal
    verified: bool


def on(day: date, among: EmploymentQuerySet | None = None) -> Iterator[Counted]:
    """By the jobs valid on the day, the norms as of it and what its year brought up to it, as known today.

    among: employments whose people are meant, everyone's when it is not named.
    """
    people = Q() if among is None else Q(person__in=among.order_by().values("person"))
    rules = _rules()
    jobs, held = _jobs(day, people, [rule for of_kind in rules.values() for rule in of_kind.values()])
    earned = cache(lambda since: _earned(day, people, since))
    norms = {}
    for person, spans in jobs.items():
        for kind in Kind:
            if (kind, spans) not in norms:
                norms[kind, spans] = required(spans, rules[kind].values(), on=day)
            norm = norms[kind, spans]
            if norm.amount:
                has = earned(norm.since or day.year).get((person, kind), NONE)
                verified = rules[kind][norm.rule_id].verified
                yield Counted(kind, frozenset(held[person]), norm.amount, has, verified)


def _rules() -> Mapping[str, dict[int, Rule]]:
    rules = defaultdict(dict)
    for rule in Rule.objects.in_force():
        rules[rule.kind][rule.pk] = rule
    return rules


def _jobs(day, people, rules) -> tuple[Mapping, Mapping]:
    """The year's jobs of each person, cut to the year up to the day, and those of the last day of them."""
    first = date(day.year, 1, 1)
    rows = Employment.objects.confirmed().filter(people, Q(end=None) | Q(end__gte=first), start__lte=day)
    away = excused(rules, people, first, date(day.year, 12, 31))
    jobs, held = defaultdict(tuple), defaultdict(lambda: defaultdict(set))
    for person, role, start, end, office, employer, municipality in (
        rows.annotate(office=OFFICE).order_by("pk").values_list(*JOB)
    ):
        last = min(end or day, day)
        absences = within(away.get((person, office), ()), start, end)
        jobs[person] += (Job(role, max(start, first), last, absences),)
        held[person][last].add(Held(role, employer, municipality))
    return jobs, {person: by_day[max(by_day)] for person, by_day in held.items()}


def _earned(day, people, since):
    """Of the year, or of the period that began earlier."""
    entries = CreditEntry.objects.filter(people, year__range=(since, day.year), legal_date__lte=day)
    sums = entries.order_by().values_list("person_id", "kind").annotate(sum=Sum("amount"))
    return {(person, kind): Decimal(total).quantize(CENT) for person, kind, total in sums}
