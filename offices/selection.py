"""Whose year a manager looks at, as queries: everyone at their employers, or those who fit what was asked for."""

from dataclasses import dataclass
from datetime import date

from django.db.models import BigIntegerField, DateTimeField, Q, QuerySet

from people.models import Employment, User
from people.models.employment import EmploymentQuerySet
from people.prepared import prepared

from . import reminding, standing
from .gaps import GAPS
from .tally import tally

RELATED = ("person", "role", "employer__parent")
LISTED = ("role", "employer", "person__first_name", "person__last_name", "person__email")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for, by keys; `words` are plain letters of a name."""

    year: int
    today: date
    unit: int | None = None
    role: str | None = None
    status: str = ""
    lacks: str = ""
    words: tuple[str, ...] = ()

    @property
    def narrows(self) -> bool:
        return bool(self.unit or self.role or self.status or self.lacks or self.words)


@dataclass(frozen=True, slots=True)
class Selection:
    """`employers` are keys, or the parameter of a prepared query."""

    asked: Asked
    employers: object

    @property
    def rows(self) -> EmploymentQuerySet:
        """The last jobs of all who fit, each person's together, judged."""
        last = self.last_of(self.found) if self.asked.narrows else self.last
        return self.judged(last).select_related(*RELATED)

    @property
    def of_unit(self) -> EmploymentQuerySet:
        """The same of all at the unit, if one was asked for."""
        last = self.last_of(self.people) if self.asked.unit else self.last
        return self.judged(last).select_related(*RELATED)

    @property
    def people(self) -> QuerySet[User]:
        people = standing.of_people(self.jobs, self.asked.year, today=self.asked.today)
        unit = self.asked.unit
        return people.filter(self.holding(Q(employer=unit) | Q(employer__parent=unit))) if unit else people

    @property
    def found(self) -> QuerySet[User]:
        return self.people.filter(self.filters)

    @property
    def jobs(self) -> EmploymentQuerySet:
        return Employment.objects.filter(employer__in=self.employers).confirmed().in_year(self.asked.year)

    @property
    def last(self) -> EmploymentQuerySet:
        return standing.last_jobs(self.jobs, self.asked.year)

    @property
    def filters(self) -> Q:
        asked = self.asked
        role = self.holding(Q(role=asked.role)) if asked.role else Q()
        status = Q(status=asked.status) if asked.status else Q()
        gap = Q(*(Q(status__in=standing.COUNTED) & one.condition for one in GAPS if one.key == asked.lacks))
        return role & status & gap & Q(*(Q(plain_name__contains=word) for word in asked.words))

    def last_of(self, people):
        return self.last.filter(person__in=people.order_by().values("pk"))

    def holding(self, jobs):
        """People with such a job among their last ones."""
        return Q(pk__in=self.last.filter(jobs).order_by().values("person"))

    def judged(self, jobs):
        judged = standing.of_jobs(jobs, self.jobs, self.asked.year, today=self.asked.today)
        return standing.excused(judged, self.jobs, self.asked.year)


@prepared(employers=[BigIntegerField()], by=BigIntegerField(), since=DateTimeField())
def groups(asked: Asked, *, employers, by, since) -> QuerySet:
    """How many of whom there are: what `tally` gives. by, since: as `reminding.due` takes them."""
    selection = Selection(asked, employers)
    return tally(selection.people, selection.filters, reminding.due(by=by, since=since, today=asked.today))


@prepared(employers=[BigIntegerField()])
def page(asked: Asked, start: int, stop: int, *, employers) -> EmploymentQuerySet:
    """Rows of some people, counted from the first who fits: no more of them than a list shows."""
    selection = Selection(asked, employers)
    people = selection.found.values("pk")[start:stop]
    return selection.judged(selection.last.filter(person__in=people)).select_related("person").only(*LISTED)
