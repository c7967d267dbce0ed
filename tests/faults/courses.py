"""Learners who finish courses; what is promised are (person, course key)."""

from collections import Counter
from datetime import date
from itertools import product

from django.urls import reverse
from django.utils import timezone

from compliance.actions.employments import record_employments
from compliance.models import Certificate, CreditEntry
from lms.models import Completion, Enrolment
from people import groups
from people.models import Employment, Notice
from tests.factories import CoursePageFactory, EmployerFactory, RoleFactory, UserFactory, true_false

from .visitor import Task, Visitor

COURSES = 10
PEOPLE_PER_KILL = 2
MOMENTS = (4, 36)  # finishing requests sent or answered between two kills


def tasks(kills):
    learners = [Visitor(person) for person in staff(PEOPLE_PER_KILL * kills)]
    pages = [CoursePageFactory(lessons=1, questions=[true_false()] * (number % 2)) for number in range(COURSES)]
    work = [(str(page.translation_key), _steps(page)) for page in pages]
    return [Task(who, frozenset({(who.pk, key)}), steps) for who, (key, steps) in product(learners, work)]


def staff(number, office=None):
    """Specialists of one office, with a norm for their balances."""
    made = UserFactory.create_batch(number, groups=[groups.SPECIALIST])
    office, role, start = office or EmployerFactory(), RoleFactory(), date(timezone.now().year, 1, 1)
    jobs = [Employment(person=person, employer=office, role=role, start=start) for person in made]
    record_employments(jobs, at=timezone.now())
    return made


def tables():
    """How often each stands as an entry, a completion, a certificate and a notice."""
    enrolments = {
        str(pk): (person, str(key)) for pk, person, key in Enrolment.objects.values_list("pk", "person", "course_key")
    }
    notices = Notice.objects.filter(kind="course_completed").values_list("key", flat=True)
    completions = Completion.objects.values_list("enrolment", flat=True)
    certificates = Certificate.objects.filter(kind=Certificate.Kind.COURSE)
    return (
        Counter(CreditEntry.objects.originals().values_list("person", "source_key")),
        Counter(enrolments[str(pk)] for pk in completions),
        Counter(certificates.values_list("person", "source_key")),
        Counter(enrolments[key.removeprefix("course_completed:")] for key in notices),
    )


def _steps(page):
    """A course ends with its lesson, or with a quiz after it."""
    key = page.translation_key
    steps = [(reverse("lms:enrol", args=[key]), {})]
    steps += [(reverse("lms:complete", args=[key, one.translation_key]), {}) for one in page.lessons]
    if page.questions:
        answers = {f"q-{question.id}": "true" for question in page.questions}
        steps.append((reverse("lms:start_attempt", args=[key, key]), {}))
        steps.append((reverse("lms:submit_attempt", args=[key, key]), {"attempt": 1, **answers}))
    return tuple(steps)
