"""Sending people to courses („norīkot”), and telling everyone whom it reaches."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from compliance.riga import legal_date
from courses.models import CoursePage
from people.actions import post
from people.models import Employer, User

from .. import assigned
from ..models import Assignment


@transaction.atomic
def assign(targets: list[Assignment], *, course: CoursePage, due: date, by: User, at=None) -> list[Assignment]:
    """Write the targets, which say whom and where, and tell everyone they reach.

    One that stands with this due date stays as it is, with another date it gives way to the new one.
    """
    at = at or timezone.now()
    if not course.is_open:
        raise ValidationError(_("This course is not open for enrolment yet."))
    _hold({target.employer_id for target in targets})
    standing = _standing(targets, course)
    new = [target for target in targets if getattr(standing.get(_whom(target)), "due", None) != due]
    replaced = [standing[_whom(target)].pk for target in new if _whom(target) in standing]
    withdraw(Assignment.objects.filter(pk__in=replaced), by=by, at=at)
    for target in new:
        target.course_key, target.course_title, target.due = course.translation_key, course.title, due
        target.assigned_by, target.assigned_at = by, at
    Assignment.objects.bulk_create(new)
    post(assigned.written("assignment", assigned.reached(new, today=legal_date(at)), at=at))
    return new


def withdraw(assignments, *, by, at=None):
    """How many stood until now."""
    return assignments.standing().update(withdrawn_by=by, withdrawn_at=at or timezone.now())


def _standing(targets, course):
    employers = [target.employer_id for target in targets]
    rows = Assignment.objects.standing().filter(course_key=course.translation_key, employer__in=employers)
    return {_whom(row): row for row in rows}


def _whom(assignment):
    return assignment.employer_id, assignment.person_id, assignment.role_id


def _hold(employers):
    """Two managers of one office come one after the other."""
    list(Employer.objects.select_for_update(no_key=True).filter(pk__in=employers).order_by("pk").values_list("pk"))
