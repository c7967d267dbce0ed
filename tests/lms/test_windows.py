"""Two windows at once: threads on a database of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from compliance.models import CreditEntry
from lms.actions import enrolments
from lms.models import Attempt, Completion, Enrolment
from people.models import Notice
from tests.factories import CoursePageFactory, UserFactory, at, true_false

WINDOWS = 4
WHEN = at(2026, 5, 4)


@pytest.fixture
def learner(own_database):
    return UserFactory()


def at_once(do):
    """The answers of several windows that do the same thing together."""
    together = Barrier(WINDOWS)

    def window(_number):
        together.wait()
        try:
            return do()
        finally:
            connection.close()

    with ThreadPoolExecutor(WINDOWS) as windows:
        return list(windows.map(window, range(WINDOWS)))


def test_enrolling_at_once_is_one_enrolment(learner):
    course = CoursePageFactory(lessons=1)
    begun = at_once(lambda: enrolments.enrol(person=learner, course=course))
    assert len(set(begun)) == Enrolment.objects.count() == 1


def test_enrolling_again_at_once_goes_on_with_one(learner):
    course = CoursePageFactory(lessons=1)
    left = enrolments.leave(enrolments.enrol(person=learner, course=course))
    assert set(at_once(lambda: enrolments.enrol(person=learner, course=course))) == {left}
    assert Enrolment.objects.get().is_open


def test_finishing_at_once_credits_once(learner):
    course = CoursePageFactory(lessons=1)
    enrolment = enrolments.enrol(person=learner, course=course, at=WHEN)
    key = course.lessons[0].translation_key
    completions = at_once(lambda: enrolments.complete_lesson(enrolment, lesson_key=key, at=WHEN))
    assert len(set(completions)) == Completion.objects.count() == 1
    assert CreditEntry.objects.count() == Notice.objects.count() == 1


def test_submitting_at_once_marks_once(learner):
    course = CoursePageFactory(lessons=1, questions=[true_false()])
    enrolment = enrolments.enrol(person=learner, course=course, at=WHEN)
    enrolments.complete_lesson(enrolment, lesson_key=course.lessons[0].translation_key, at=WHEN)
    attempt = at_once(lambda: enrolments.start_attempt(enrolment, quiz_key=enrolment.course_key, at=WHEN))[0]
    answers = {attempt.order[0]["id"]: True}
    at_once(lambda: enrolments.submit_attempt(attempt, answers=answers, at=WHEN))
    assert Attempt.objects.count() == CreditEntry.objects.count() == 1
