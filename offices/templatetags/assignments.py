"""What someone is assigned to, as their own year and their dossier show it."""

from django import template
from django.urls import reverse
from django.utils import timezone

from courses.offered import offered
from offices import assigned

register = template.Library()


@register.simple_tag
def own_assignments(year):
    """Of the running year of „Mans gads”, and what is begun and can be besides; in a year that is over nothing is."""
    today = year.today
    jobs = [job for job in year.confirmed if job.start <= today <= (job.end or today)] if year.is_running else []
    rows = assigned.of_person(year.person, jobs, year.enrolments, today=today) if jobs else []
    left = [one for one in rows if one.status != "done"]
    keys = {one.assignment.course_key for one in left}
    return {
        "rows": list(zip(left, _steps(left, year), strict=True)),
        "begun": [enrolment for enrolment in year.in_progress if enrolment.course_key not in keys],
        "besides": year.courses_besides(keys),
    }


@register.inclusion_tag("offices/person_assignments.html")
def assignments_of(dossier, row, year):
    """Of a member of staff, as far as the manager's own employers go."""
    today = timezone.localdate()
    jobs = [job for job in dossier.confirmed if job.start <= today <= (job.end or today)]
    enrolments = dossier.person.enrolments.filter(left_at=None)
    rows = assigned.of_person(dossier.person, jobs, enrolments, today=today) if jobs else []
    lacking = jobs and row.counted and row.missing and year == today.year and dossier.person != dossier.manager
    return {"person": dossier.person, "assignments": rows, "lacking": lacking, "employed": bool(jobs)}


def _steps(rows, year):
    """Where each course goes on or begins; none for one that is closed to newcomers."""
    opened = {course.key for course in offered()} if rows else ()
    for one in rows:
        key = one.assignment.course_key
        name = "lms:resume" if one.begun else "lms:start" if key in opened else None
        yield name and reverse(name, args=[key])
