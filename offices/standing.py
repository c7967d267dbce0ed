"""How people stand in a year, judged by the database: a page of thousands costs little more than what it shows."""

from datetime import date
from decimal import Decimal

from django.db.models import (
    Case,
    DecimalField,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Least, NullIf, Round

from compliance import excuses
from compliance.models import Kind
from lms.models import Enrolment
from people.models import User
from people.models.employment import EmploymentQuerySet

HOURS = DecimalField(max_digits=8, decimal_places=2)
NONE = Value(Decimal(0), HOURS)
COUNTED = ("met", "on_track", "behind")


def last_jobs(jobs: EmploymentQuerySet, year: int) -> EmploymentQuerySet:
    """Of each person those that last longest in the year."""
    last_day = date(year, 12, 31)
    jobs = jobs.annotate(until=Least(Coalesce("end", last_day), last_day))
    return jobs.exclude(Exists(jobs.filter(person=OuterRef("person"), until__gt=OuterRef("until"))))


def of_people(jobs: EmploymentQuerySet, year: int, *, today: date) -> QuerySet[User]:
    """Whoever holds one of the jobs, judged; those who lack most first, then by the Latvian alphabet."""
    people = User.objects.filter(pk__in=jobs.order_by().values("person"))
    return _judged(people, jobs, year, today).order_by("-missing", "name_order", "pk")


def of_jobs(shown: EmploymentQuerySet, jobs: EmploymentQuerySet, year: int, *, today: date) -> EmploymentQuerySet:
    """Some of the jobs, each one's person judged, with their sessions; in the order of `of_people`."""
    order = ("-missing", "person__name_order", "person_id", "role__position", "role_id", "pk")
    judged = _judged(shown, jobs, year, today, "person__")
    supervision = _balance("person__", year, Kind.SUPERVISION)
    with_sessions = judged.annotate(supervision=supervision, sessions=_towards("supervision"))
    return with_sessions.annotate(sessions_norm=_owed("supervision__required", None)).order_by(*order)


def excused(shown: EmploymentQuerySet, jobs: EmploymentQuerySet, year: int) -> EmploymentQuerySet:
    """With `away`, from an employer of the person's jobs, and `exempt`."""
    person = OuterRef("person")
    employers = jobs.filter(person=person).order_by().values("employer")
    return shown.annotate(
        away=excuses.away(person, year, employer__in=employers), exempt=excuses.exempt(person, year, Kind.TRAINING)
    )


def _judged(rows, jobs, year, today, path=""):
    """Figures and `status` of the people that `path` leads to; who left owes nothing here, whatever elsewhere."""
    person = OuterRef(path.removesuffix("__") or "pk")
    lasting = jobs.filter(Q(end=None) | Q(end__gte=date(year, 12, 31)), person=person)
    return rows.annotate(training=_balance(path, year, Kind.TRAINING), left=~Exists(lasting)).annotate(
        norm=_owed("training__required", None),
        earned=_towards("training"),
        pending=Coalesce("training__pending", NONE),
        missing=_owed("training__missing", NONE),
        status=_status(person, running=year == today.year),
    )


def _balance(path, year, kind):
    balances = f"{path}year_balances"
    return FilteredRelation(balances, condition=Q((f"{balances}__year", year), (f"{balances}__kind", kind)))


def _owed(amount, nothing):
    owed = NullIf(amount, NONE) if nothing is None else Coalesce(amount, nothing)
    return Case(When(left=True, then=nothing), default=owed, output_field=HOURS)


def _towards(kind):
    return Coalesce(F(f"{kind}__earned") + F(f"{kind}__carried"), NONE)


def _status(person, *, running):
    """Courses under way help only while the year runs."""
    promised = Round(F("training__pending") + _under_way(person), 2)  # SQLite adds in floating point
    on_track = [When(training__missing__lte=promised, then=Value("on_track"))] if running else []
    return Case(
        When(left=True, then=Value("left")),
        When(Q(training__required=None) | Q(training__required=0), then=Value("none")),
        When(training__missing=0, then=Value("met")),
        *on_track,
        default=Value("behind"),
    )


def _under_way(person):
    """Hours of the courses that the person is taking."""
    taken = Enrolment.objects.open().filter(person=person).order_by().values("person")
    return Coalesce(Subquery(taken.annotate(hours=Sum("version__hours")).values("hours")), NONE)
