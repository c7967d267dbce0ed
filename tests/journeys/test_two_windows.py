"""What is done in two windows, or pressed twice, happens once."""

import pytest
from playwright.sync_api import expect

from compliance.models import CreditEntry
from demo.learners import learn
from demo.names import PASSWORD
from lms.models import Attempt, Completion, Enrolment
from people import groups
from tests.factories import UserFactory, at
from tests.journeys.steps import answer, press, questions_of

pytestmark = pytest.mark.journey
SUBMIT = "document.querySelector('form.quiz').submit()"  # the browser's own, past the module that sends once


@pytest.fixture
def newcomer(site):
    """Someone who has learnt nothing yet, another one in each story."""
    return UserFactory(password=PASSWORD, groups=[groups.SPECIALIST])


@pytest.fixture
def at_the_final_quiz(newcomer, course, open_window):
    """Two windows of one person, the same questions answered in both."""
    learn(newcomer, course, at=at(2026), lessons=len(course.lessons))
    first, second = open_window(newcomer), open_window(newcomer)
    first.goto(f"/macibas/{course.translation_key}/tests/{course.translation_key}/")
    press(first, "Sākt testu")
    first.locator("form.quiz").wait_for()
    second.goto(first.url)
    for page in (first, second):
        answer(page, questions_of(course))
    return first, second


def credited(person):
    return CreditEntry.objects.filter(person=person).count(), Completion.objects.filter(
        enrolment__person=person
    ).count()


def test_course_finished_in_two_windows_at_once_is_credited_once(at_the_final_quiz, newcomer):
    for page in at_the_final_quiz:
        page.evaluate(SUBMIT)
    for page in at_the_final_quiz:
        expect(page.locator("form.quiz")).to_have_count(0)

    assert credited(newcomer) == (1, 1)
    assert newcomer.certificates.count() == 1


def test_window_left_behind_shows_what_the_other_has_done(at_the_final_quiz, newcomer):
    first, second = at_the_final_quiz
    press(first, "Iesniegt atbildes")
    first.wait_for_url("**/pabeigts/")
    press(second, "Iesniegt atbildes")

    expect(second.get_by_role("heading", level=1)).to_have_text("Tests nokārtots")
    assert credited(newcomer) == (1, 1)


@pytest.mark.parametrize("scripts", [True, False])
def test_enrol_pressed_twice_enrols_once(open_window, course, newcomer, scripts):
    page = open_window(newcomer, java_script_enabled=scripts)
    page.goto(course.url)
    page.get_by_role("button", name="Pieteikties kursam").dblclick()

    expect(page.locator(".kicker")).to_have_text("1. nodarbība no 5")
    assert Enrolment.objects.filter(person=newcomer).count() == 1


def test_submit_pressed_twice_is_one_attempt(at_the_final_quiz, newcomer, course):
    first, _second = at_the_final_quiz
    first.get_by_role("button", name="Iesniegt atbildes").dblclick()

    first.wait_for_url("**/pabeigts/")
    assert Attempt.objects.filter(enrolment__person=newcomer, quiz_key=course.translation_key).count() == 1
    assert credited(newcomer) == (1, 1)
