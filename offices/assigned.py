"""Whom assignments reach today, and how far each is with the course."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import BigIntegerField, Q, TextField

from compliance.riga import legal_date
from lms.models import Enrolment
from people.addresses import absolute
from people.models import Employment, Notice, User
from people.prepared import prepared
from people.wording import sort_key, until_day

from .models import Assignment

REMINDED_BEFORE = 7  # days
CAUGHT_UP_WITHIN = 5  # days; later the reminder would only disturb


@dataclass(frozen=True, slots=True)
class Reached:
    """One person whom an assignment reaches; `status` is done, late, begun or waiting."""

    assignment: Assignment
    person: User
    done_on: date | None
    begun: bool
    status: str

    @property
    def name(self) -> str:
        return f"{self.person.last_name} {self.person.first_name}".strip() or self.person.email


@dataclass(frozen=True, slots=True)
class Task:
    """A course and its due date, with everyone who is to finish it."""

    title: str
    due: date
    reached: list[Reached]
    assignments: list[Assignment]
    """Those that the manager may withdraw."""

    @property
    def done(self) -> int:
        return _count(self.reached, "done")

    @property
    def late(self) -> int:
        return _count(self.reached, "late")

    @property
    def professions(self) -> list[Assignment]:
        return [assignment for assignment in self.assignments if assignment.role_id]


def reached(assignments: Iterable[Assignment], *, today: date, staff_of: User | None = None) -> list[Reached]:
    """By two queries; who left, or joins later, is not among them. `staff_of`: only whom this manager manages."""
    assignments = list(assignments)
    employers = {assignment.employer_id for assignment in assignments}
    here = Q(employer__in=employers) | Q(employer__parent__in=employers)
    jobs = Employment.objects.managed_by(staff_of, today) if staff_of else Employment.objects.all()
    jobs = jobs.confirmed().running(today).filter(here, person__is_active=True)
    pairs = _pairs(assignments, jobs.select_related("person", "employer"))
    return _standing(pairs, _enrolments_of(pairs), today)


def of_person(person: User, jobs: list[Employment], enrolments: Iterable[Enrolment], *, today: date) -> list[Reached]:
    """What someone with these jobs is assigned to, the nearest due date first; one line a course.

    enrolments: all that the person has not left.
    """
    employers = {employer for job in jobs for employer in (job.employer_id, job.employer.parent_id)}
    roles = {job.role_id for job in jobs}
    mine = _assigned(person=person.pk, employers=employers, roles=roles)
    found = {}
    for one in _standing(_pairs(mine, jobs), enrolments, today):
        found.setdefault(one.assignment.course_key, one)
    return list(found.values())


@prepared(person=BigIntegerField(), employers=[BigIntegerField()], roles=[TextField()])
def _assigned(*, person, employers, roles):
    rows = Assignment.objects.standing().filter(employer__in=employers)
    return rows.filter(Q(person=person) | Q(role__in=roles))


def _pairs(assignments, jobs):
    """(assignment, person)."""
    jobs_at = defaultdict(list)
    for job in jobs:
        for employer in {job.employer_id, job.employer.parent_id}:
            jobs_at[employer].append(job)
    return [(one, person) for one in assignments for person in _people(one, jobs_at[one.employer_id])]


def tasks(assignments: Iterable[Assignment], *, manager: User, managed: set[int], today: date) -> list[Task]:
    """Of a manager's staff; what others assigned stands there only if it reaches somebody of them."""
    people, own = defaultdict(list), defaultdict(list)
    for assignment in assignments:
        if assignment.employer_id in managed:
            own[_task(assignment)].append(assignment)
    for one in reached(assignments, today=today, staff_of=manager):
        people[_task(one.assignment)].append(one)
    keys = sorted(own.keys() | people.keys())
    return [Task(title, due, _in_order(people[due, title, key]), own[due, title, key]) for due, title, key in keys]


def due_soon(assignment: Assignment, today: date) -> bool:
    """Whether the reminder a week before the due date goes today; who was assigned later needs none."""
    first = assignment.due - timedelta(days=REMINDED_BEFORE)
    return legal_date(assignment.assigned_at) < first <= today <= first + timedelta(days=CAUGHT_UP_WITHIN)


def written(kind: str, rows: Iterable[Reached], *, at: datetime) -> list[Notice]:
    """Mails of a kind to those who have not finished."""
    return [
        Notice(
            key=f"{kind}:{one.assignment.pk}:{one.person.pk}",
            kind=kind,
            person=one.person,
            context=_facts(one.assignment),
            created_at=at,
        )
        for one in rows
        if one.status != "done"
    ]


def _people(assignment, jobs):
    """Each once, also with two jobs there."""
    wanted = [job for job in jobs if job.person_id == assignment.person_id or job.role_id == assignment.role_id]
    return dict.fromkeys(job.person for job in wanted)


def _enrolments_of(pairs):
    keys, people = {one.course_key for one, _person in pairs}, {person.pk for _one, person in pairs}
    return Enrolment.objects.filter(course_key__in=keys, person__in=people, left_at=None) if pairs else ()


def _standing(pairs, enrolments, today):
    found = defaultdict(list)
    for row in enrolments:
        found[row.course_key, row.person_id].append(row)
    return [_reached(one, person, found[one.course_key, person.pk], today) for one, person in pairs]


def _reached(assignment, person, enrolments, today):
    """A course finished earlier in the year of the assignment counts too."""
    since = date(legal_date(assignment.assigned_at).year, 1, 1)
    finished = [legal_date(row.completed_at) for row in enrolments if row.completed_at]
    done_on = min((day for day in finished if day >= since), default=None)
    begun = any(row.completed_at is None for row in enrolments)
    return Reached(assignment, person, done_on, begun, _status(assignment, done_on, begun, today))


def _status(assignment, done_on, begun, today):
    if done_on:
        return "done"
    if assignment.due < today:
        return "late"
    return "begun" if begun else "waiting"


def _task(assignment):
    return assignment.due, assignment.course_title, str(assignment.course_key)


def _in_order(rows):
    """Those who have not finished first, each person once."""
    by_person = {one.person.pk: one for one in sorted(rows, key=lambda one: one.assignment.role_id is None)}
    return sorted(by_person.values(), key=lambda one: (one.status == "done", sort_key(one.name), one.person.pk))


def _count(rows, status):
    return sum(one.status == status for one in rows)


def _facts(assignment):
    return {
        "course": assignment.course_title,
        "due": until_day(assignment.due),
        "manager": str(assignment.assigned_by),
        "employer": str(assignment.employer),
        "link": absolute("lms:home"),
    }
