"""What a reminder says of someone's missing hours: how many, and which courses bring them."""

from collections import defaultdict

from django.conf import settings

from compliance.models import YearBalance
from courses.models import CoursePage
from people.addresses import absolute

from .models import Enrolment
from .year import nearest

COURSES_NAMED = 3


def advise(balances: list[YearBalance]) -> dict[int, dict]:
    """The words' facts for each person, as a Notice keeps them; three queries however many people."""
    courses = list(CoursePage.objects.live().public().open().filter(locale__language_code="lv"))
    taken = _taken([balance.person_id for balance in balances])
    return {
        balance.person_id: _facts(
            balance, [course for course in courses if course.translation_key not in taken[balance.person_id]]
        )
        for balance in balances
    }


def _taken(people):
    found = defaultdict(set)
    rows = Enrolment.objects.filter(person__in=people, left_at=None).values_list("person", "course_key")
    for person, key in rows:
        found[person].add(key)
    return found


def _facts(balance, courses):
    return {
        "missing": str(balance.missing),
        "earned": str(balance.earned),
        "required": str(balance.required),
        "pending": str(balance.pending) if balance.pending else "",
        "courses": [_course(course) for course in nearest(courses, balance.missing)[:COURSES_NAMED]],
        "link": absolute("lms:home"),
    }


def _course(course):
    return {
        "title": course.title,
        "hours": str(course.hours),
        "link": settings.BASE_URL + course.url,
    }
