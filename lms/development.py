"""A person's development plans as their page shows them; of an agreed plan it reads the frozen text."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse

from compliance.models import CreditEntry, Kind
from people.models import Employer, Employment, User
from people.wording import sort_key

from . import headline
from .models import DevelopmentPlan

NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Line:
    theme: str
    activity: str
    course_key: str
    hours: Decimal
    until: date
    done: bool
    pk: int | None = None


class Sheet:
    """One version of a plan; the ledger tells what is done: the course, or training of exactly that title."""

    def __init__(self, plan: DevelopmentPlan):
        self.plan = plan

    @cached_property
    def frozen(self) -> dict:
        return json.loads(self.plan.text) if self.plan.agreed_at else {}

    @property
    def person(self) -> str:
        return self.frozen.get("person") or str(self.plan.person)

    @property
    def employer(self) -> str:
        return self.frozen.get("employer") or str(self.plan.employer)

    @property
    def manager(self) -> str:
        return self.frozen.get("manager") or str(self.plan.manager or "")

    @cached_property
    def lines(self) -> list[Line]:
        return [self._frozen_line(item) for item in self.frozen["items"]] if self.frozen else self._open_lines()

    @property
    def hours(self) -> Decimal:
        return sum((line.hours for line in self.lines), NONE)

    @property
    def hours_done(self) -> Decimal:
        return sum((line.hours for line in self.lines if line.done), NONE)

    @property
    def headline(self) -> str:
        return headline.fulfilled(self.hours_done, self.hours)

    def _open_lines(self):
        return [
            self._line(item.theme, item.activity, str(item.course_key or ""), item.hours, item.until, item.pk)
            for item in self.plan.items.all()
        ]

    def _frozen_line(self, item):
        until = date.fromisoformat(item["until"])
        return self._line(item["theme"], item["activity"], item["course_key"], Decimal(item["hours"]), until)

    def _line(self, theme, activity, course_key, hours, until, pk=None):
        done = course_key in self._credited if course_key else activity.casefold() in self._credited_titles
        return Line(theme, activity, course_key, hours, until, done, pk)

    @cached_property
    def _entries(self):
        entries = CreditEntry.objects.standing().earned_in(self.plan.year).filter(person=self.plan.person_id)
        return list(entries.filter(kind=Kind.TRAINING).values_list("source", "source_key", "title"))

    @cached_property
    def _credited(self):
        return {key for source, key, _title in self._entries if source == CreditEntry.Source.COURSE}

    @cached_property
    def _credited_titles(self):
        return {title.strip().casefold() for _source, _key, title in self._entries}


class Shelf:
    """The plans of a person at the employers that the reader may see; the query chooses year, employer and version."""

    def __init__(self, person: User, reader: User, query: Mapping[str, str], *, today: date):
        self.person, self.reader, self.query, self.today = person, reader, query, today

    @property
    def is_own(self) -> bool:
        return self.person == self.reader

    @cached_property
    def _all(self) -> list[DevelopmentPlan]:
        plans = DevelopmentPlan.objects.visible_to(self.reader, self.today).filter(person=self.person)
        return list(plans.select_related("person", "employer__parent", "manager").order_by("-version"))

    @cached_property
    def _jobs(self) -> list[Employment]:
        rows = Employment.objects.all() if self.is_own else Employment.objects.managed_by(self.reader, self.today)
        return list(rows.filter(person=self.person).confirmed().in_year(self.year).select_related("employer__parent"))

    @cached_property
    def years(self) -> list[int]:
        """Every year that has a plan, this one and the next."""
        return sorted({self.today.year, self.today.year + 1, *(plan.year for plan in self._all)}, reverse=True)

    @cached_property
    def year(self) -> int:
        return next((year for year in self.years if str(year) == self.query.get("year")), self.today.year)

    @cached_property
    def employers(self) -> list[Employer]:
        """Where the person works in the year, and where a plan of it was made."""
        found = {job.employer for job in self._jobs} | {plan.employer for plan in self._all if plan.year == self.year}
        return sorted(found, key=lambda employer: sort_key(str(employer)))

    @cached_property
    def employer(self) -> Employer | None:
        asked = [one for one in self.employers if str(one.pk) == self.query.get("employer")]
        planned = [plan.employer for plan in self._all if plan.year == self.year]
        return next(iter(asked + planned + self.employers), None)

    @cached_property
    def versions(self) -> list[DevelopmentPlan]:
        """The newest first."""
        return [plan for plan in self._all if plan.year == self.year and plan.employer == self.employer]

    @cached_property
    def plan(self) -> DevelopmentPlan | None:
        asked = [plan for plan in self.versions if str(plan.version) == self.query.get("version")]
        return next(iter(asked + self.versions), None)

    @cached_property
    def sheet(self) -> Sheet | None:
        return Sheet(self.plan) if self.plan else None

    @property
    def is_newest(self) -> bool:
        return self.plan == self.versions[0]

    @property
    def agreed_by_reader(self) -> datetime | None:
        return self.plan.person_agreed_at if self.is_own else self.plan.manager_agreed_at


def address_of(plan: DevelopmentPlan, reader: User) -> str:
    """The page on which the reader finds the newest version of a plan."""
    own = plan.person_id == reader.pk
    place = reverse("lms:development_plan") if own else reverse("offices:development_plan", args=[plan.person_id])
    return f"{place}?{urlencode({'employer': plan.employer_id, 'year': plan.year})}"
