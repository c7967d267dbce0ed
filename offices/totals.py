"""What the ministry sees: how many of those who owe hours or sessions have them, by place and role, on any day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import product

from django.db.models import Count, F, Q, Sum

from compliance.models import Kind, YearBalance
from people.models import Role

from . import census
from .census import Counted, Group
from .places import Places, Row
from .suppression import SMALLEST, TOTAL, hidden


def _groups():
    return {kind: defaultdict(Group) for kind in Kind}


@dataclass
class Totals:
    """Groups by kind and (row, role), TOTAL for all of either; a person counts once in each and once in the total."""

    places: Places
    groups: dict[str, dict[tuple, Group]] = field(default_factory=_groups)
    roles: dict[str, Role] = field(default_factory=dict)
    unverified: bool = False

    def add(self, one: Counted) -> None:
        self.unverified |= not one.verified
        found = {
            place
            for job in one.held
            for place in product((*self.places.of(job.municipality), TOTAL), (job.role, TOTAL))
        }
        for place in found:
            self.groups[one.kind][place].add(one.norm, one.earned)

    def count(self, everyone: Iterable[Counted]) -> None:
        for one in everyone:
            self.add(one)

    @property
    def rows(self) -> set[Row | None]:
        return {row for groups in self.groups.values() for row, _role in groups}

    @cached_property
    def hidden(self) -> dict[str, frozenset[tuple]]:
        """By kind: what stays unseen in the tables of all levels together."""
        return {
            kind: hidden({place: group.people for place, group in groups.items()}, self.places.parents)
            for kind, groups in self.groups.items()
        }

    def exists(self, row: Row | None, role: str | None) -> bool:
        return any((row, role) in groups for groups in self.groups.values())

    def shown(self, row: Row | None, role: str | None, kind: str = Kind.TRAINING) -> Group | None:
        """The group, unless it is small or would give a small one away."""
        return None if (row, role) in self.hidden[kind] else self.groups[kind].get((row, role))

    def lines(self, rows: Iterable[Row | None], roles: Iterable[str | None]) -> Iterator[tuple[Row | None, str | None]]:
        """The (row, role) that have people."""
        return (place for place in product(rows, list(roles)) if self.exists(*place))


def as_of(day: date, *, today: date) -> Totals:
    """By the jobs valid on the day, the norms as of it and what its year brought up to it, as known today."""
    totals = Totals(Places(day, today))
    totals.count(census.on(day))
    held = {role for groups in totals.groups.values() for _row, role in groups}
    totals.roles = {role.pk: role for role in Role.objects.all() if role.pk in held}
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
