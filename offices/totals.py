"""What the ministry sees: how many of those who owe hours have them, by municipality and role, on any day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache, cached_property

from django.db.models import Count, F, Q, Sum

from compliance.jobs import OFFICE, excused, within
from compliance.models import CreditEntry, Kind, Rule, YearBalance
from compliance.norms import CENT, Job, required
from people.models import Employment, Role
from people.wording import sort_key

from .suppression import SMALLEST, TOTAL, hidden

NONE = Decimal(0)
JOB = ("person_id", "role_id", "start", "end", "office")
PLACE = ("employer__municipality_id", "employer__municipality__name")


@dataclass(slots=True)
class Group:
    """The people with a norm in a municipality, a role, or both."""

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


@dataclass
class Totals:
    """Groups by (municipality, role), TOTAL for all of either; a person counts once in each and once in the total."""

    day: date
    groups: dict[tuple, Group] = field(default_factory=lambda: defaultdict(Group))
    municipalities: dict[int, str] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    unverified: bool = False

    @cached_property
    def hidden(self) -> frozenset[tuple]:
        return hidden({place: group.people for place, group in self.groups.items()})

    def shown(self, municipality, role) -> Group | None:
        """The group, unless it is small or would give a small one away."""
        place = (municipality, role)
        return self.groups[place] if place in self.groups and place not in self.hidden else None

    def rows(self, municipalities: Iterable, roles: Iterable):
        """(municipality, role, group or None if hidden) of all groups that have people."""
        roles = list(roles)
        for municipality in municipalities:
            for role in roles:
                if (municipality, role) in self.groups:
                    yield municipality, role, self.shown(municipality, role)


def as_of(day: date) -> Totals:
    """By the jobs valid on the day, the norms as of it and the hours of its year up to it, as known today."""
    rules = {rule.pk: rule for rule in Rule.objects.in_force().filter(kind=Kind.TRAINING)}
    totals = Totals(day)
    jobs, places = _jobs(day, rules.values(), totals.municipalities)
    earned = cache(lambda since: _earned(day, since))
    norms = {}
    for person, spans in jobs.items():
        if spans not in norms:
            norms[spans] = required(spans, rules.values(), on=day)
        norm = norms[spans]
        if norm.amount:
            totals.unverified |= not rules[norm.rule_id].verified
            hours = earned(norm.since or day.year).get(person, NONE)
            for place in _with_totals(places[person]):
                totals.groups[place].add(norm.amount, hours)
    _name(totals)
    return totals


def met_by_year(*, before: int) -> dict[int, tuple[int, int]]:
    """{year: (people with a norm, of them met)} of the past years in which hours were earned."""
    owed = YearBalance.objects.filter(kind=Kind.TRAINING, year__lt=before)
    counts = (
        owed.order_by("year")
        .values_list("year")
        .annotate(
            people=Count("pk", filter=Q(required__gt=0)),
            met=Count("pk", filter=Q(required__gt=0, earned__gte=F("required") - F("carried"))),
            hours=Sum("earned"),
        )
    )
    return {year: (people, met) for year, people, met, hours in counts if hours and people >= SMALLEST}


def _jobs(day, rules, names) -> tuple[Mapping, Mapping]:
    """The year's jobs of each person, cut to the year up to the day, and where they hold one last."""
    first = date(day.year, 1, 1)
    held = Employment.objects.confirmed().filter(Q(end=None) | Q(end__gte=first), start__lte=day)
    rows = held.annotate(office=OFFICE).order_by("pk").values_list(*JOB, *PLACE)
    away = excused(rules, Q(), first, date(day.year, 12, 31))
    jobs, places = defaultdict(tuple), defaultdict(lambda: defaultdict(set))
    for person, role, start, end, office, municipality, name in rows:
        last = min(end or day, day)
        absences = within(away.get((person, office), ()), start, end)
        jobs[person] += (Job(role, max(start, first), last, absences),)
        places[person][last].add((municipality, role))
        names[municipality] = name
    return jobs, {person: by_day[max(by_day)] for person, by_day in places.items()}


def _earned(day, since):
    """Of the year, or of the period that began earlier."""
    entries = CreditEntry.objects.filter(kind=Kind.TRAINING, year__range=(since, day.year), legal_date__lte=day)
    sums = entries.order_by().values_list("person_id").annotate(sum=Sum("amount"))
    return {person: Decimal(hours).quantize(CENT) for person, hours in sums}


def _with_totals(places) -> set[tuple]:
    return {(row, column) for municipality, role in places for row in (municipality, TOTAL) for column in (role, TOTAL)}


def _name(totals: Totals) -> None:
    """Only what has people, in the order of the alphabet and of the professions."""
    rows, columns = {row for row, _ in totals.groups}, {column for _, column in totals.groups}
    named = sorted(totals.municipalities.items(), key=lambda item: sort_key(item[1]))
    totals.municipalities = {pk: name for pk, name in named if pk in rows}
    totals.roles = {role.pk: role for role in Role.objects.all() if role.pk in columns}
