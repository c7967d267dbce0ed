"""Who owes what on a day and has how much of it: one count of people, for whatever they are summed up by."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Q, Sum

from compliance.models import CreditEntry, Kind, Rule
from compliance.norms import required
from people.models import Employment
from people.models.employment import EmploymentQuerySet

CENT = Decimal("0.01")
NONE = Decimal(0)


class Job(NamedTuple):
    role_id: str
    start: date
    end: date | None


class Held(NamedTuple):
    """A job that somebody holds on the day."""

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
    jobs, held = _jobs(day, people)
    earned = _earned(day, people)
    norms = {}
    for person, spans in jobs.items():
        if not held[person]:
            continue
        for kind in Kind:
            if (kind, spans) not in norms:
                norms[kind, spans] = required(spans, rules[kind].values(), on=day)
            norm = norms[kind, spans]
            if norm.amount:
                has = earned.get((person, kind), NONE)
                verified = rules[kind][norm.rule_id].verified
                yield Counted(kind, frozenset(held[person]), norm.amount, has, verified)


def _rules() -> Mapping[str, dict[int, Rule]]:
    rules = defaultdict(dict)
    for rule in Rule.objects.in_force():
        rules[rule.kind][rule.pk] = rule
    return rules


def _jobs(day, people) -> tuple[Mapping, Mapping]:
    """The year's jobs of each person, cut to the year up to the day, and those that hold on the day."""
    first = date(day.year, 1, 1)
    rows = Employment.objects.confirmed().filter(people, Q(end=None) | Q(end__gte=first), start__lte=day)
    jobs, held = defaultdict(tuple), defaultdict(set)
    for person, role, start, end, employer, municipality in rows.order_by("pk").values_list(
        "person_id", "role_id", "start", "end", "employer_id", "employer__municipality__key"
    ):
        jobs[person] += (Job(role, max(start, first), min(end or day, day)),)
        if end is None or end >= day:
            held[person].add(Held(role, employer, municipality))
    return jobs, held


def _earned(day, people):
    entries = CreditEntry.objects.filter(people, year=day.year, legal_date__lte=day)
    sums = entries.order_by().values_list("person_id", "kind").annotate(sum=Sum("amount"))
    return {(person, kind): Decimal(total).quantize(CENT) for person, kind, total in sums}
