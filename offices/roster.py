"""The staff of a year as the manager asked for it: year, unit, role, status, gap, name; the unknown is ignored."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from people.models import Employer, Employment, Role, User
from people.wording import sort_key

from . import staff
from .gaps import GAPS, Gap
from .staff import STATUSES, StaffRow

LONGEST_NAME = 100


@dataclass
class Roster:
    """`query` is what was asked (a GET); everything read once."""

    user: User
    query: Mapping[str, str]
    today: date

    @cached_property
    def years(self) -> list[int]:
        return staff.years(self.user, today=self.today)

    @cached_property
    def year(self) -> int:
        return chosen_year(self.query, self.years)

    @property
    def running(self) -> bool:
        return self.year == self.today.year

    @cached_property
    def _jobs(self) -> list[Employment]:
        return list(staff.roster(self.user, self.year, today=self.today))

    @cached_property
    def claims(self) -> list[Employment]:
        """What waits for the manager; one's own claim waits for somebody else."""
        waiting = [job for job in self._jobs if job.state == Employment.State.CLAIMED and job.person != self.user]
        return sorted(waiting, key=lambda job: (job.claimed_at, job.pk))

    @cached_property
    def everyone(self) -> list[StaffRow]:
        confirmed = [job for job in self._jobs if job.state == Employment.State.CONFIRMED]
        return staff.staff(confirmed, self.year, today=self.today)

    @cached_property
    def of_unit(self) -> list[StaffRow]:
        """Everyone at the chosen employer or unit; the headline is about them."""
        return [row for row in self.everyone if not self.unit or _works_at(row, self.unit)]

    @cached_property
    def rows(self) -> list[StaffRow]:
        return [row for row in self.of_unit if self._asked_for(row)]

    @cached_property
    def summary(self) -> staff.Summary:
        return staff.summary(self.of_unit)

    @cached_property
    def sums(self) -> staff.Summary:
        return staff.summary(self.rows)

    @property
    def progress(self) -> list[tuple[str, str, int]]:
        """How many stand how, for the chart."""
        shown = ("met", "on_track", "behind") if self.running else ("met", "behind")
        held = [row.status for row in self.of_unit]
        return [(status.replace("_", "-"), str(STATUSES[status]), held.count(status)) for status in shown]

    @cached_property
    def units(self) -> list[Employer]:
        """The employers and units to choose from, if there is more than one."""
        found = {job.employer for row in self.everyone for job in row.jobs}
        if len(found) == 1:
            return []
        return sorted(found | {unit.parent for unit in found if unit.parent}, key=lambda unit: sort_key(str(unit)))

    @cached_property
    def roles(self) -> list[Role]:
        found = {job.role for row in self.everyone for job in row.jobs}
        return sorted(found, key=lambda role: (role.position, role.pk))

    @cached_property
    def unit(self) -> Employer | None:
        return _named(self.units, self.query.get("unit"))

    @cached_property
    def role(self) -> Role | None:
        return _named(self.roles, self.query.get("role"))

    @cached_property
    def status(self) -> str:
        asked = self.query.get("status", "")
        return asked if asked in STATUSES else ""

    @cached_property
    def gap(self) -> Gap | None:
        return next((gap for gap in GAPS if gap.key == self.query.get("lacks")), None)

    @property
    def gaps(self):
        return GAPS

    @cached_property
    def name(self) -> str:
        return self.query.get("name", "").strip()[:LONGEST_NAME]

    @cached_property
    def words(self) -> list[str]:
        return _plain(self.name).split()

    @property
    def statuses(self):
        return STATUSES.items()

    @property
    def narrowed(self) -> bool:
        return bool(self.unit or self.role or self.status or self.gap or self.name)

    @cached_property
    def offices(self) -> list[str]:
        """The names for the page's head and for files: the chosen unit, else the employers."""
        found = {self.unit} if self.unit else {job.employer for job in self._jobs}
        whole = found if len(found) == 1 else {employer.parent or employer for employer in found}
        return sorted(map(str, whole), key=sort_key)

    def _asked_for(self, row: StaffRow) -> bool:
        return (
            (not self.role or self.role in (job.role for job in row.jobs))
            and self.status in ("", row.status)
            and (not self.gap or (row.counted and self.gap.holds(row.missing)))
            and all(word in _plain(row.name) for word in self.words)
        )


def chosen_year(query: Mapping[str, str], years: list[int]) -> int:
    """The year asked for if it is one of those to choose from, else the first of them."""
    return next((year for year in years if str(year) == query.get("year")), years[0])


def _named(choices, key):
    return next((one for one in choices if str(one.pk) == key), None)


def _works_at(row: StaffRow, unit: Employer) -> bool:
    return any(unit in (job.employer, job.employer.parent) for job in row.jobs)


def _plain(text: str) -> str:
    """Letters without marks, so that „berzina” finds „Bērziņa”."""
    return "".join(mark for mark in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(mark))
