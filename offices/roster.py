"""The staff of a year as the manager asked for it: year, unit, role, status, gap, name; the unknown is ignored."""

import re
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Min, Q

from people.models import Employer, Employment, Role, User
from people.models.employment import EmploymentQuerySet
from people.wording import plain_letters, sort_key

from . import staff, standing
from .gaps import GAPS, Gap
from .staff import STATUSES, StaffRow
from .tally import Summary, flag, summary, tally

LONGEST_NAME = 100
ROWS_A_PAGE = 25
UNIT = re.compile("[0-9]{1,18}")
ROLE = re.compile(r"[-\w]{1,40}", re.ASCII)
RELATED = ("person", "role", "employer__parent")


@dataclass
class Roster:
    """`query` is what was asked (a GET); the whole office is counted by the database, a page of it read."""

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

    @property
    def everyone(self) -> bool:
        """Whether anybody was employed that year."""
        return bool(self._groups)

    @cached_property
    def summary(self) -> Summary:
        """Of everyone at the chosen employer or unit; the headline is about them."""
        return summary(self._groups_of_unit)

    @cached_property
    def sums(self) -> Summary:
        return summary(self._groups_found)

    @cached_property
    def found(self) -> int:
        """How many people the filters leave, those without a norm too."""
        return sum(group["people"] for group in self._groups_found)

    @property
    def progress(self) -> list[tuple[str, str, int]]:
        """How many stand how, for the chart."""
        shown = dict.fromkeys(("met", "on_track", "behind") if self.running else ("met", "behind"), 0)
        for group in self._groups_of_unit:
            if group["status"] in shown:
                shown[group["status"]] += group["people"]
        return [(status.replace("_", "-"), str(STATUSES[status]), people) for status, people in shown.items()]

    @cached_property
    def page(self) -> Page:
        """The rows of the page asked for."""
        page = copy(self._places)
        page.object_list = staff.rows(job for job in self._read if job.on_page)
        return page

    @property
    def rows(self) -> list[StaffRow]:
        """All that the filters leave."""
        return self._rows(self.jobs)

    @property
    def of_unit(self) -> list[StaffRow]:
        """All at the chosen employer or unit."""
        return self._rows(self._jobs_of(self._at_unit))

    @property
    def jobs(self) -> EmploymentQuerySet:
        """Those of the rows, each person's together, with the figures of the person."""
        return self._jobs_of(self._filters)

    @cached_property
    def claims(self) -> list[Employment]:
        """What waits for the manager; one's own claim waits for somebody else."""
        waiting = [job for job in self._read if job.state == Employment.State.CLAIMED and job.person != self.user]
        return sorted(waiting, key=lambda job: (job.claimed_at, job.pk))

    @cached_property
    def units(self) -> list[Employer]:
        """The employers and units to choose from, if there is more than one."""
        found = {job.employer for job in self._held}
        if len(found) == 1:
            return []
        return sorted(found | {unit.parent for unit in found if unit.parent}, key=lambda unit: sort_key(str(unit)))

    @cached_property
    def roles(self) -> list[Role]:
        return sorted({job.role for job in self._held}, key=lambda role: (role.position, role.pk))

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
        return self.query.get("name", "").replace("\0", "").strip()[:LONGEST_NAME]

    @property
    def statuses(self):
        return STATUSES.items()

    @property
    def narrowed(self) -> bool:
        return bool(self._filters)

    @cached_property
    def offices(self) -> list[str]:
        """The names for the page's head and for files: the chosen unit, else the employers."""
        found = {self.unit} if self.unit else {job.employer for job in self._read}
        whole = found if len(found) == 1 else {employer.parent or employer for employer in found}
        return sorted(map(str, whole), key=sort_key)

    @cached_property
    def _managed(self):
        return Employment.objects.managed_by(self.user, self.today)

    @cached_property
    def _jobs(self):
        return self._managed.confirmed().in_year(self.year)

    @cached_property
    def _last(self):
        return standing.last_jobs(self._jobs, self.year)

    @cached_property
    def _people(self):
        return standing.of_people(self._jobs, self.year, today=self.today)

    @cached_property
    def _groups(self):
        return tally(self._people, at_unit=self._asked_unit, of_role=self._asked_role, otherwise=self._otherwise)

    @cached_property
    def _groups_of_unit(self):
        return [group for group in self._groups if group["at_unit"] or not self._at_unit]

    @cached_property
    def _groups_found(self):
        return [one for one in self._groups_of_unit if one["otherwise"] and (one["of_role"] or not self._of_role)]

    @cached_property
    def _asked_unit(self) -> Q:
        asked = self.query.get("unit", "")
        return self._hold(Q(employer=asked) | Q(employer__parent=asked)) if UNIT.fullmatch(asked) else Q()

    @cached_property
    def _asked_role(self) -> Q:
        asked = self.query.get("role", "")
        return self._hold(Q(role=asked)) if ROLE.fullmatch(asked) else Q()

    def _hold(self, jobs):
        """People with such a job among their last ones."""
        return Q(pk__in=self._last.filter(jobs).order_by().values("person"))

    @cached_property
    def _at_unit(self) -> Q:
        return self._asked_unit if any(group["at_unit"] for group in self._groups) else Q()

    @cached_property
    def _of_role(self) -> Q:
        return self._asked_role if any(group["of_role"] for group in self._groups) else Q()

    @cached_property
    def _otherwise(self) -> Q:
        status = Q(status=self.status) if self.status else Q()
        gap = Q(status__in=standing.COUNTED) & self.gap.condition if self.gap else Q()
        return status & gap & Q(*(Q(plain_name__contains=word) for word in plain_letters(self.name).split()))

    @property
    def _filters(self) -> Q:
        return self._at_unit & self._of_role & self._otherwise

    def _jobs_of(self, which: Q):
        """The last jobs of some of the people, as `staff.rows` takes them."""
        jobs = self._last.filter(person__in=self._people.filter(which).order_by().values("pk")) if which else self._last
        return self._judged(jobs)

    def _judged(self, jobs):
        return standing.of_jobs(jobs, self._jobs, self.year, today=self.today)

    def _rows(self, jobs):
        return staff.rows(standing.excused(jobs, self._jobs, self.year).select_related(*RELATED))

    @cached_property
    def _places(self):
        return Paginator(range(self.found), ROWS_A_PAGE).get_page(self.query.get("page"))

    @cached_property
    def _read(self):
        """All that the page names, in one query: its people's jobs, claims, a job of each employer and profession."""
        places = self._places.object_list
        people = self._people.filter(self._filters).values("pk")[places.start : places.stop]
        on_page = Q(pk__in=self._last.filter(person__in=people).order_by().values("pk"))
        each = self._jobs.order_by().values("role", "employer").annotate(first=Min("pk")).values("first")
        claimed = Q(state=Employment.State.CLAIMED)
        jobs = self._managed.annotate(on_page=flag(on_page)).filter(Q(on_page=True) | claimed | Q(pk__in=each))
        return list(standing.excused(self._judged(jobs), self._jobs, self.year).select_related(*RELATED))

    @property
    def _held(self):
        return [job for job in self._read if job.state == Employment.State.CONFIRMED]


def chosen_year(query: Mapping[str, str], years: list[int]) -> int:
    """The year asked for if it is one of those to choose from, else the first of them."""
    return next((year for year in years if str(year) == query.get("year")), years[0])


def _named(choices, key):
    return next((one for one in choices if str(one.pk) == key), None)
