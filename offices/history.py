"""An office over the years, from balances alone: who owed hours, who had them, how much the others lacked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Count, Q, Sum

from compliance.models import Kind, YearBalance
from people.models import Employer, Employment, User
from people.wording import sort_key

from . import staff
from .gaps import STEPS, Gap
from .roster import chosen_year

SHOWN = 10
NONE = Decimal(0)


class Year(NamedTuple):
    """Those who worked here on 31 December and owed hours; of them, those who owed sessions."""

    year: int
    people: int = 0
    met: int = 0
    earned: Decimal = NONE
    missing: Decimal = NONE
    gaps: tuple[int, ...] = (0,) * len(STEPS)
    sessions_people: int = 0
    sessions_met: int = 0
    unverified: bool = False

    @property
    def lacking(self) -> int:
        return self.people - self.met

    @property
    def share(self) -> Decimal | None:
        return round(Decimal(100 * self.met) / self.people, 1) if self.people else None


@dataclass
class History:
    user: User
    query: Mapping[str, str]
    today: date

    @cached_property
    def years(self) -> list[int]:
        return staff.years(self.user, today=self.today)[:SHOWN]

    @cached_property
    def units(self) -> list[Employer]:
        managed = Employer.objects.managed_by(self.user, self.today).select_related("parent")
        return sorted(managed, key=lambda unit: sort_key(str(unit)))

    @cached_property
    def unit(self) -> Employer | None:
        return next((unit for unit in self.units if str(unit.pk) == self.query.get("unit")), None)

    @property
    def offices(self) -> list[str]:
        return [str(self.unit)] if self.unit else [str(unit) for unit in self.units if unit.parent not in self.units]

    @cached_property
    def rows(self) -> list[Year]:
        """The newest year first."""
        found = {}
        for counts in self._counts():
            found.setdefault(counts["year"], {})[counts["kind"]] = counts
        return [_year(year, found.get(year, {})) for year in self.years]

    @cached_property
    def chosen(self) -> Year:
        year = chosen_year(self.query, self.years)
        return next(row for row in self.rows if row.year == year)

    @property
    def before(self) -> Year | None:
        return next((row for row in self.rows if row.year == self.chosen.year - 1 and row.people), None)

    @property
    def running(self) -> bool:
        return self.chosen.year == self.today.year

    @property
    def unverified(self) -> bool:
        return any(row.unverified for row in self.rows)

    @property
    def shares(self) -> list[tuple[int, Decimal]]:
        return [(row.year, row.share) for row in reversed(self.rows) if row.people]

    @property
    def steps(self) -> list[tuple[Gap, int]]:
        return list(zip(STEPS, self.chosen.gaps, strict=True))

    @property
    def bars(self) -> list[tuple[str, int]]:
        return [(gap.label, people) for gap, people in self.steps]

    def _counts(self):
        worked_here = reduce(or_, (Q(year=year, person__in=self._working_here(year)) for year in self.years))
        owed = YearBalance.objects.filter(worked_here, required__gt=0)
        return (
            owed.order_by("year")
            .values("year", "kind")
            .annotate(
                people=Count("pk"),
                met=Count("pk", filter=Q(missing=0)),
                hours=Sum("earned"),
                lacked=Sum("missing"),
                unverified=Count("pk", filter=Q(rule__verified=False)),
                **{f"gap_{gap.key}": Count("pk", filter=gap.condition) for gap in STEPS},
            )
        )

    def _working_here(self, year):
        """The people of the year's last day, as the staff table counts; whole days let the database use no function."""
        scope = [self.unit] if self.unit else self.units
        here = Employment.objects.confirmed().filter(Q(employer__in=scope) | Q(employer__parent__in=scope))
        return here.running(date(year, 12, 31)).order_by().values("person")


def _year(year, kinds) -> Year:
    row = Year(year)
    if counts := kinds.get(Kind.TRAINING):
        gaps = tuple(counts[f"gap_{gap.key}"] for gap in STEPS)
        hours, lacked = (Decimal(counts[name]).quantize(Decimal("0.01")) for name in ("hours", "lacked"))
        row = Year(year, counts["people"], counts["met"], hours, lacked, gaps)
    if counts := kinds.get(Kind.SUPERVISION):
        row = row._replace(sessions_people=counts["people"], sessions_met=counts["met"])
    return row._replace(unverified=any(counts["unverified"] for counts in kinds.values()))
