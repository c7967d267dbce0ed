"""What a manager sees of a year: a row for each person employed there at least one day, and what they add up to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import DecimalField, F, Min, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from compliance.excuses import with_excuses
from compliance.models import Exemption, Kind, YearBalance
from lms.models import Enrolment
from people.models import Employer, Employment, User
from people.models.employment import EmploymentQuerySet
from people.wording import sort_key

NONE = Decimal(0)
STATUSES = {
    "met": _("norm met"),
    "on_track": _("on track"),
    "behind": _("behind plan"),
    "left": _("no longer works here"),
    "none": _("no norm"),
}
SUMS = ("earned", "carried", "pending", "missing")
COUNTED = frozenset({"met", "on_track", "behind"})


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
    away: bool = False
    exempt: bool = False

    @property
    def name(self) -> str:
        return f"{self.person.last_name} {self.person.first_name}".strip() or self.person.email

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
        return self.status in COUNTED

    @property
    def status_name(self) -> str:
        return str(STATUSES[self.status])


@dataclass(frozen=True, slots=True)
class Summary:
    """Sums over those who have a norm; what one has above it never covers another."""

    people: int
    lacking: int
    norm: Decimal
    earned: Decimal
    pending: Decimal
    missing: Decimal


def summary(rows: Iterable[StaffRow]) -> Summary:
    counted = [row for row in rows if row.counted]
    sums = (sum((getattr(row, name) for row in counted), NONE) for name in ("norm", "earned", "pending", "missing"))
    return Summary(len(counted), sum(row.missing > 0 for row in counted), *sums)


def roster(user: User, year: int, *, today: date) -> EmploymentQuerySet:
    """The confirmed jobs of a year at what the manager manages today, and every claim that waits."""
    managed = Employment.objects.managed_by(user, today)
    return (managed.confirmed().in_year(year) | managed.claimed()).select_related("person", "role", "employer__parent")


def staff(jobs: Iterable[Employment], year: int, *, today: date) -> list[StaffRow]:
    """One row a person, those who lack most first."""
    by_person = defaultdict(list)
    for job in jobs:
        by_person[job.person].append(job)
    balances = _balances(by_person, year, {job.employer_id for jobs in by_person.values() for job in jobs})
    rows = (_row(person, jobs, balances, year, today) for person, jobs in by_person.items())
    return sorted(rows, key=lambda row: (-row.missing, sort_key(row.name), row.person.pk))


def years(user: User, *, today: date) -> list[int]:
    """From the running year back to the first in which somebody employed here has hours or sessions."""
    begun = Q(person__employments__start__year__lte=F("year"))
    lasting = Q(person__employments__end=None) | Q(person__employments__end__year__gte=F("year"))
    known = YearBalance.objects.filter(
        begun & lasting,
        Q(earned__gt=0) | Q(pending__gt=0),
        person__employments__state=Employment.State.CONFIRMED,
        person__employments__employer__in=Employer.objects.managed_by(user, today),
    )
    first = known.aggregate(first=Min("year"))["first"] or today.year
    return list(range(today.year, first - 1, -1)) or [today.year]


def _balances(people: Iterable[User], year: int, employers: Iterable[int]) -> dict[tuple[int, str], YearBalance]:
    rows = YearBalance.objects.filter(year=year, person__in=[person.pk for person in people])
    with_words = with_excuses(with_enrolled_hours(rows), employers=employers)
    return {(row.person_id, row.kind): row for row in with_words}


def with_enrolled_hours(balances: QuerySet[YearBalance]) -> QuerySet[YearBalance]:
    """What the courses that the person is taking would bring."""
    taken = Enrolment.objects.open().filter(person=OuterRef("person")).order_by().values("person")
    hours = Subquery(taken.annotate(hours=Sum("version__hours")).values("hours"))
    return balances.annotate(enrolled=Coalesce(hours, NONE, output_field=DecimalField()))


def _row(person, jobs, balances, year, today) -> StaffRow:
    last_day = date(year, 12, 31)
    ends = [min(job.end or last_day, last_day) for job in jobs]
    left = max(ends) < last_day
    training, supervision = (
        balances.get((person.pk, kind)) or YearBalance(**dict.fromkeys(SUMS, NONE)) for kind in Kind
    )
    return StaffRow(
        person=person,
        jobs=sorted(
            (job for job, end in zip(jobs, ends, strict=True) if end == max(ends)),
            key=lambda job: (job.role.position, job.role_id, job.pk),
        ),
        norm=None if left else training.required or None,
        earned=training.towards,
        pending=training.pending,
        missing=NONE if left else training.missing,
        sessions=supervision.towards,
        sessions_norm=None if left else supervision.required or None,
        status="left" if left else status(training, running=year == today.year),
        away=training.away,
        exempt=training.exemption == Exemption.State.GRANTED,
    )


def status(balance: YearBalance, *, running: bool) -> str:
    """Courses under way help only while the year runs."""
    if not balance.required:
        return "none"
    if balance.met:
        return "met"
    promised = balance.towards + balance.pending + balance.enrolled
    return "on_track" if running and promised >= balance.required else "behind"
