"""The ministry's page as it was asked for: a day, borders, a place, a role; what is unknown is ignored."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from compliance.models import Kind

from .census import Group
from .places import NOW, REGION, THEN, Row
from .suppression import TOTAL
from .totals import Totals, as_of, met_by_year


class Line(NamedTuple):
    """A group by name: how its people stand with hours and with sessions; neither where nobody owes or it is hidden."""

    place: str
    role: str
    hours: Group | None
    sessions: Group | None
    hours_hidden: bool
    sessions_hidden: bool


@dataclass
class Report:
    query: Mapping[str, str]
    today: date

    @cached_property
    def day(self) -> date:
        """The last day of the year asked for, else the day asked for, none of them later than today."""
        if (year := self.query.get("year", "")) in map(str, self.years):
            return min(date(int(year), 12, 31), self.today)
        return self._day or self.today

    @property
    def day_refused(self) -> bool:
        return bool(self.query.get("d")) and self._day is None

    @cached_property
    def _day(self) -> date | None:
        try:
            day = date.fromisoformat(self.query.get("d", ""))
        except ValueError:
            return None
        return day if date(2000, 1, 1) <= day <= self.today else None

    @cached_property
    def _met_by_year(self) -> dict[int, tuple[int, int]]:
        return met_by_year(before=self.today.year)

    @cached_property
    def years(self) -> list[int]:
        return [self.today.year, *sorted(self._met_by_year, reverse=True)]

    @cached_property
    def totals(self) -> Totals:
        return as_of(self.day, today=self.today)

    @property
    def level(self) -> str:
        """Whether municipalities are those of the day or what they are now."""
        return NOW if self.query.get("borders") == NOW else THEN

    @property
    def as_now(self) -> bool:
        return self.level == NOW

    @cached_property
    def regions(self) -> dict[Row, str]:
        return self.totals.places.named(REGION, self.totals.rows)

    @cached_property
    def region(self) -> Row | None:
        return next((row for row in self.regions if row.key == self.query.get("region")), None)

    @cached_property
    def municipalities(self) -> dict[Row, str]:
        """Those of the region, if one is chosen."""
        places = self.totals.places
        rows = places.named(self.level, self.totals.rows)
        return {row: name for row, name in rows.items() if not self.region or places.lies_in(row, self.region)}

    @cached_property
    def municipality(self) -> Row | None:
        return next((row for row in self.municipalities if row.key == self.query.get("municipality")), None)

    @cached_property
    def role(self) -> str | None:
        return next((code for code in self.totals.roles if code == self.query.get("role")), None)

    @property
    def narrowed(self) -> bool:
        return bool(self.region or self.municipality or self.role)

    @property
    def place(self) -> Row | None:
        return self.municipality or self.region or TOTAL

    @cached_property
    def whole(self) -> Line:
        """What the headline is about."""
        return self._line(self.place, self.role)

    @cached_property
    def by_region(self) -> list[Line]:
        return [] if self.municipality or self.region else list(self._lines(self.regions, [self.role]))

    @cached_property
    def by_municipality(self) -> list[Line]:
        return list(self._lines(self._municipalities, [self.role]))

    @cached_property
    def by_role(self) -> list[Line]:
        return list(self._lines([self.place], self._roles))

    @property
    def lines(self) -> Iterator[Line]:
        """Every group of what was asked for, sums last."""
        regions = () if self.municipality or self.region else self.regions
        places = dict.fromkeys([*self._municipalities, *regions, self.place])
        return self._lines(places, dict.fromkeys([*self._roles, self.role]))

    @property
    def hides(self) -> bool:
        return any(self.totals.hidden.values())

    @cached_property
    def splits(self) -> list[str]:
        return self.totals.places.splits(self.level)

    @cached_property
    def shares(self) -> list[tuple[int, Decimal]]:
        """(year, per cent met) of the years before the day's and of the day."""
        before = [(year, round(Decimal(100 * met) / people, 1)) for year, (people, met) in self._met_by_year.items()]
        whole = self.totals.shown(TOTAL, TOTAL)
        return [row for row in before if row[0] < self.day.year] + ([(self.day.year, whole.share)] if whole else [])

    @property
    def _municipalities(self) -> Iterable[Row]:
        return [self.municipality] if self.municipality else self.municipalities

    @property
    def _roles(self) -> Iterable[str]:
        return [self.role] if self.role else self.totals.roles

    def _lines(self, rows, roles):
        return (self._line(*place) for place in self.totals.lines(rows, roles))

    def _line(self, row, role) -> Line:
        return Line(
            self.totals.places.name(row) if row else _("All municipalities"),
            str(self.totals.roles.get(role, _("All professions"))),
            *(self.totals.shown(row, role, kind) for kind in Kind),
            *((row, role) in self.totals.hidden[kind] for kind in Kind),
        )
