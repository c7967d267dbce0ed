"""The staff of a year as the manager asked for it: year, unit, role, status, gap, name; the unknown is ignored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import BigIntegerField, DateField, IntegerField, Min, Q, Subquery
from django.utils import timezone

from people.models import Employer, Employment, Role, User
from people.models.employment import EmploymentQuerySet
from people.prepared import prepared
from people.wording import plain_letters, sort_key

from . import reminding, selection, staff, standing
from .gaps import GAPS, Gap
from .selection import RELATED, Asked, Selection
from .staff import STATUSES, StaffRow
from .tally import Summary, summary

LONGEST_NAME = 100
ROWS_A_PAGE = 25


@dataclass
class Roster:
    """`query` is what was asked (a GET); the whole office is counted by the database, a page of it read."""

    user: User
    query: Mapping[str, str]
    today: date

    @cached_property
    def years(self) -> list[int]:
        return staff.years_since(self._known[0].first_year if self._known else None, today=self.today)

    @cached_property
    def year(self) -> int:
        return chosen_year(self.query, self.years)

    @property
    def running(self) -> bool:
        return self.year == self.today.year

    @property
    def everyone(self) -> bool:
        """Whether there is anybody to look for."""
        return bool(self._groups or self.unit)

    @cached_property
    def summary(self) -> Summary:
        """Of everyone at the chosen employer or unit; the headline is about them."""
        return summary(self._groups)

    @cached_property
    def sums(self) -> Summary:
        return summary(self._asked)

    @cached_property
    def found(self) -> int:
        """How many people the filters leave, those without a norm too."""
        return sum(group["people"] for group in self._asked)

    @property
    def due(self) -> int:
        """How many of them would be reminded now."""
        return sum(group["due"] for group in self._asked if group["status"] in standing.COUNTED)

    @property
    def progress(self) -> list[tuple[str, str, int]]:
        """How many stand how, for the chart."""
        shown = dict.fromkeys(("met", "on_track", "behind") if self.running else ("met", "behind"), 0)
        for group in self._groups:
            if group["status"] in shown:
                shown[group["status"]] += group["people"]
        return [(status.replace("_", "-"), str(STATUSES[status]), people) for status, people in shown.items()]

    @cached_property
    def page(self) -> Page:
        """The rows of the page asked for."""
        page = Paginator(range(self.found), ROWS_A_PAGE).get_page(self.query.get("page"))
        places = page.object_list
        shown = selection.page(self._asked_for, places.start, places.stop, employers=self._employers) if places else ()
        page.object_list = staff.rows(self._completed(shown))
        return page

    @cached_property
    def rows(self) -> list[StaffRow]:
        """All that the filters leave."""
        return staff.rows(self.jobs)

    @property
    def jobs(self) -> EmploymentQuerySet:
        """Of all that the filters leave, each person's together."""
        return self._selection.rows

    @cached_property
    def of_unit(self) -> list[StaffRow]:
        """All at the chosen employer or unit."""
        return staff.rows(self._selection.of_unit)

    @cached_property
    def claims(self) -> list[Employment]:
        """What waits for the manager; one's own claim waits for somebody else."""
        waiting = [job for job in self._known if job.state == Employment.State.CLAIMED and job.person != self.user]
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
        return self._asked_for.narrows

    @cached_property
    def offices(self) -> list[str]:
        """The names for the page's head and for files: the chosen unit, else the employers."""
        found = {self.unit} if self.unit else {job.employer for job in self._known}
        whole = found if len(found) == 1 else {employer.parent or employer for employer in found}
        return sorted(map(str, whole), key=sort_key)

    def place(self, row: StaffRow) -> str:
        """Where the person of a row works, as far as that does not go without saying."""
        if len(self.offices) > 1:
            return row.units
        return row.unit_names if self.units else ""

    @cached_property
    def _known(self) -> list[Employment]:
        return list(known(manager=self.user.pk, today=self.today, running=self.today.year))

    def _completed(self, jobs):
        """With their professions and employers; one that came since these were asked for is asked for by itself."""
        roles = {job.role_id: job.role for job in self._held}
        employers = {job.employer_id: job.employer for job in self._held}
        for job in jobs:
            job.role = roles.get(job.role_id) or job.role
            job.employer = employers.get(job.employer_id) or job.employer
        return jobs

    @property
    def _held(self):
        return [job for job in self._known if job.state == Employment.State.CONFIRMED]

    @property
    def _employers(self):
        """Those that `_known` found in the manager's scope: plain numbers make queries quick."""
        return sorted({job.employer_id for job in self._held})

    @cached_property
    def _asked_for(self):
        return Asked(
            year=self.year,
            today=self.today,
            unit=self.unit and self.unit.pk,
            role=self.role and self.role.pk,
            status=self.status,
            lacks=self.gap.key if self.gap else "",
            words=tuple(plain_letters(self.name).split()),
        )

    @property
    def _selection(self):
        return Selection(self._asked_for, self._employers)

    @cached_property
    def _groups(self):
        since = timezone.now() - reminding.EVERY
        return list(selection.groups(self._asked_for, employers=self._employers, by=self.user.pk, since=since))

    @property
    def _asked(self):
        return [group for group in self._groups if group["asked"]]


@prepared(manager=BigIntegerField(), today=DateField(), running=IntegerField())
def known(*, manager, today, running):
    """In one query: every claim, a job of each profession and employer, on each the first year with hours."""
    managed = Employment.objects.managed_by(manager, today)
    confirmed = managed.confirmed().order_by()
    each = confirmed.values("role", "employer").annotate(one=Min("pk")).values("one")
    known = managed.filter(Q(state=Employment.State.CLAIMED) | Q(pk__in=each)).select_related(*RELATED)
    return known.annotate(first_year=Subquery(staff.first_year(confirmed, running=running)))


def chosen_year(query: Mapping[str, str], years: list[int]) -> int:
    """The year asked for if it is one of those to choose from, else the first of them."""
    return next((year for year in years if str(year) == query.get("year")), years[0])


def _named(choices, key):
    return next((one for one in choices if str(one.pk) == key), None)
