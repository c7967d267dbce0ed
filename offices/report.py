"""The ministry's page as it was asked for: a day, a municipality, a role; what is unknown is ignored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from .suppression import TOTAL
from .totals import Group, Totals, as_of, met_by_year


class Line(NamedTuple):
    """A group by name; without figures it is hidden."""

    municipality: str
    role: str
    group: Group | None


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
        return as_of(self.day)

    @cached_property
    def municipality(self) -> int | None:
        return _known(self.totals.municipalities, self.query.get("municipality"))

    @cached_property
    def role(self) -> str | None:
        return _known(self.totals.roles, self.query.get("role"))

    @property
    def group(self) -> Group | None:
        """What the headline is about."""
        return self.totals.shown(self.municipality, self.role)

    @property
    def hidden(self) -> bool:
        return (self.municipality, self.role) in self.totals.hidden

    @cached_property
    def by_municipality(self) -> list[Line]:
        return list(self._lines(self._municipalities, [self.role]))

    @cached_property
    def by_role(self) -> list[Line]:
        return list(self._lines([self.municipality], self._roles))

    @property
    def lines(self) -> Iterator[Line]:
        """Every group of what was asked for, sums last."""
        municipalities = dict.fromkeys([*self._municipalities, self.municipality])
        return self._lines(municipalities, dict.fromkeys([*self._roles, self.role]))

    @cached_property
    def shares(self) -> list[tuple[int, Decimal]]:
        """(year, per cent met) of the years before the day's and of the day."""
        before = [(year, round(Decimal(100 * met) / people, 1)) for year, (people, met) in self._met_by_year.items()]
        whole = self.totals.shown(TOTAL, TOTAL)
        return [row for row in before if row[0] < self.day.year] + ([(self.day.year, whole.share)] if whole else [])

    @property
    def _municipalities(self):
        return [self.municipality] if self.municipality else self.totals.municipalities

    @property
    def _roles(self):
        return [self.role] if self.role else self.totals.roles

    def _lines(self, municipalities, roles):
        for municipality, role, group in self.totals.rows(municipalities, roles):
            yield Line(
                self.totals.municipalities.get(municipality, _("All municipalities")),
                str(self.totals.roles.get(role, _("All professions"))),
                group,
            )


def _known(choices, asked):
    return next((key for key in choices if str(key) == asked), None)
