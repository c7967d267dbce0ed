"""The smallest plan that closes the gaps of an office; the query chooses a unit and, if need be, people."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.http import QueryDict
from django.utils.translation import get_language

from courses.models import CoursePage
from lms.actions.plans import Proposal
from lms.models import DevelopmentPlan
from lms.offers import Offers
from lms.planning import Offer, Plan, office_plan, total
from people.models import User
from people.wording import sort_key

from .roster import Roster
from .staff import StaffRow

NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One of the staff with the courses planned for them; `rest` is what no course covers."""

    row: StaffRow
    gap: Decimal
    courses: tuple[Offer, ...]
    rest: Decimal
    plan: DevelopmentPlan | None

    @property
    def brings(self) -> Decimal:
        return total(self.courses)


class Planner:
    def __init__(self, user: User, query: QueryDict, *, today: date):
        self.user, self.query, self.today = user, query, today
        self.roster = Roster(user, {"unit": query.get("unit", "")}, today)

    @cached_property
    def _counted(self) -> list[StaffRow]:
        """As for reminders, whoever is exempt is asked for nothing."""
        return [row for row in self.roster.of_unit if row.counted and not row.exempt]

    @cached_property
    def _offers(self) -> Offers:
        return Offers([row.person.pk for row in self._counted], self.today.year, language=get_language())

    @cached_property
    def lacking(self) -> list[StaffRow]:
        """Who lacks hours even when all that waits is approved and all that was begun is finished."""
        return [row for row in self._counted if row.person.pk in self._offers.gaps]

    @cached_property
    def chosen(self) -> list[StaffRow]:
        """Those named in the query; everyone when it names nobody."""
        named = set(self.query.getlist("person"))
        return [row for row in self.lacking if not named or str(row.person.pk) in named]

    @cached_property
    def plan(self) -> Plan:
        gaps = {row.person.pk: self._offers.gaps[row.person.pk] for row in self.chosen}
        return office_plan(self._offers.offers, gaps)

    @cached_property
    def courses(self) -> list[tuple[Offer, list[str]]]:
        """The different courses with who takes them, by name."""
        names = {row.person.pk: row.name for row in self.chosen}
        takers = self.plan.takers.items()
        return [(offer, sorted((names[person] for person in people), key=sort_key)) for offer, people in takers]

    @cached_property
    def rows(self) -> list[PlannedRow]:
        return [self._planned(row) for row in self.chosen]

    @property
    def left_over(self) -> int:
        """How many stay short whatever they take."""
        return len(self.plan.rest)

    @cached_property
    def pairs(self) -> dict[str, tuple[StaffRow, Offer]]:
        """Who takes what, by a key for each, course after course."""
        planned = [(one.row, offer) for one in self.rows for offer in one.courses]
        in_order = sorted(
            planned, key=lambda pair: (sort_key(pair[1].title), sort_key(pair[0].name), pair[0].person.pk)
        )
        return {f"{offer.key}:{row.person.pk}": (row, offer) for row, offer in in_order}

    def page_of(self, offer: Offer) -> CoursePage:
        return self._offers.courses[offer.key]

    @cached_property
    def proposals(self) -> list[Proposal]:
        """What the button writes: a plan for each of those who have a course to take."""
        return [Proposal(row.row.person, _employer(row.row), row.courses) for row in self.rows if row.courses]

    def _planned(self, row):
        key = row.person.pk
        plan = self._plans.get((key, _employer(row).pk))
        return PlannedRow(row, self._offers.gaps[key], self.plan.courses[key], self.plan.rest.get(key, NONE), plan)

    @cached_property
    def _plans(self) -> dict[tuple[int, int], DevelopmentPlan]:
        """The newest version of everyone's plan of the year."""
        people = [row.person.pk for row in self.chosen]
        plans = DevelopmentPlan.objects.filter(person__in=people, year=self.today.year).order_by("version")
        return {(plan.person_id, plan.employer_id): plan for plan in plans}


def _employer(row: StaffRow):
    return row.jobs[0].employer
