"""What a manager sees of a year: a row for each person employed there at least one day, and what they add up to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from django.db.models import CharField, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce, Left
from django.utils.translation import gettext_lazy as _

from compliance.models import YearBalance
from people.models import Employment, User
from people.models.employment import EmploymentQuerySet

from . import standing

STATUSES = {
    "met": _("norm met"),
    "on_track": _("on track"),
    "behind": _("behind plan"),
    "left": _("no longer works here"),
    "none": _("no norm"),
}


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A person in a year as the office sees it; hours count from everywhere, jobs only here, the last of the year."""

    person: User
    jobs: list[Employment]
    norm: Decimal | None
    earned: Decimal
    pending: Decimal
    missing: Decimal
    sessions: Decimal
    sessions_norm: Decimal | None
    status: str
    away: bool
    exempt: bool

    @property
    def name(self) -> str:
        return self.person.listed_name

    @property
    def roles(self) -> str:
        return ", ".join(dict.fromkeys(str(job.role) for job in self.jobs))

    @property
    def units(self) -> str:
        return "; ".join(dict.fromkeys(str(job.employer) for job in self.jobs))

    @property
    def unit_names(self) -> str:
        """For where the employer goes without saying."""
        return "; ".join(dict.fromkeys(job.employer.name for job in self.jobs if job.employer.parent))

    @property
    def counted(self) -> bool:
        return self.status in standing.COUNTED

    @property
    def status_name(self) -> str:
        return str(STATUSES[self.status])


def roster(user: User, year: int, *, today: date) -> EmploymentQuerySet:
    """The confirmed jobs of a year at what the manager manages today, and every claim that waits."""
    managed = Employment.objects.managed_by(user, today)
    return (managed.confirmed().in_year(year) | managed.claimed()).select_related("person", "role", "employer__parent")


def staff(jobs: EmploymentQuerySet, year: int, *, today: date) -> list[StaffRow]:
    """One row a person, those who lack most first."""
    last = standing.last_jobs(jobs, year).select_related("person", "role", "employer__parent")
    return rows(standing.excused(standing.of_jobs(last, jobs, year, today=today), jobs, year))


def rows(jobs: Iterable[Employment]) -> list[StaffRow]:
    """Of last jobs as `standing` judges them, each person's together."""
    return [_row(list(of_person)) for _person, of_person in groupby(jobs, attrgetter("person_id"))]


def years(user: User, *, today: date) -> list[int]:
    """From the running year back to the first in which somebody employed here has hours or sessions."""
    jobs = Employment.objects.managed_by(user, today).confirmed()
    return years_since(first_year(jobs, running=today.year).first(), today=today)


def years_since(first: int | None, *, today: date) -> list[int]:
    return list(range(today.year, (first or today.year) - 1, -1)) or [today.year]


def first_year(jobs: EmploymentQuerySet, *, running: int) -> QuerySet:
    """The one row with the first year in which somebody had hours or sessions while holding one of the jobs."""
    had = YearBalance.objects.filter(Q(earned__gt=0) | Q(pending__gt=0), person=OuterRef("person"))
    last = Coalesce(_year_of("end"), running)
    while_here = had.filter(year__gte=_year_of("start"), year__lte=last).order_by("year")
    firsts = jobs.annotate(first=Subquery(while_here.values("year")[:1]))
    return firsts.order_by(F("first").asc(nulls_last=True)).values_list("first", flat=True)[:1]


def _year_of(day):
    """Of a job around the query. SQLite has no function for it and would call Python for each of thousands of jobs."""
    return Cast(Left(Cast(OuterRef(day), CharField()), 4), IntegerField())


def _row(jobs) -> StaffRow:
    figures = jobs[0]
    return StaffRow(
        person=figures.person,
        jobs=jobs,
        norm=figures.norm,
        earned=figures.earned,
        pending=figures.pending,
        missing=figures.missing,
        sessions=figures.sessions,
        sessions_norm=figures.sessions_norm,
        status=figures.status,
        away=figures.away,
        exempt=figures.exempt,
    )
