from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from compliance.models import CreditEntry, YearBalance
from courses.models import CoursePage, CourseVersion
from lms.actions import enrolments
from lms.models import Attempt, Completion, Enrolment
from people.models import Notice
from people.tasks import send
from tests.factories import CoursePageFactory, LessonPageFactory, at, matching, single_choice, true_false


@pytest.fixture
def course(db):
    return CoursePageFactory(title="Supervīzija")


@pytest.fixture
def tested(db):
    """Two lessons and a final quiz of two questions."""
    return CoursePageFactory(questions=[single_choice(), true_false()])


def keys(course):
    return [lesson.translation_key for lesson in course.lessons]


def read(enrolment, *, when):
    """Complete every lesson; what the last one returned."""
    done = [enrolments.complete_lesson(enrolment, lesson_key=one["key"], at=when) for one in enrolment.version.lessons]
    return done[-1]


def finish(person, course, *, when):
    enrolment = enrolments.enrol(person=person, course=course, at=when)
    return read(enrolment, when=when)


def right(attempt):
    choice, truth = attempt.quiz["questions"]
    return {choice["id"]: choice["value"]["choices"][0]["id"], truth["id"]: True}


def started(person, course):
    enrolment = enrolments.enrol(person=person, course=course)
    read(enrolment, when=at(2026, 3))
    return enrolments.start_attempt(enrolment, quiz_key=course.translation_key)


def test_enrolling_twice_is_one_enrolment(alice, course):
    first = enrolments.enrol(person=alice, course=course)
    assert enrolments.enrol(person=alice, course=course) == first
    assert Enrolment.objects.count() == CourseVersion.objects.count() == 1


def test_who_left_may_enrol_again_and_goes_on(alice, course):
    first = enrolments.enrol(person=alice, course=course)
    enrolments.complete_lesson(first, lesson_key=keys(course)[0])
    enrolments.leave(first)
    again = enrolments.enrol(person=alice, course=course)
    assert (again, again.is_open, len(again.steps_done())) == (first, True, 1)


def test_who_left_begins_a_changed_course_anew(alice, course):
    first = enrolments.leave(enrolments.enrol(person=alice, course=course))
    LessonPageFactory(parent=course)
    again = enrolments.enrol(person=alice, course=course)
    assert (again != first, len(again.version.lessons)) == (True, 3)


def test_a_course_in_preparation_takes_nobody(alice, course):
    CoursePage.objects.update(state=CoursePage.State.IN_PREPARATION)
    course.refresh_from_db()
    with pytest.raises(enrolments.Refused, match="pieteikšanās vēl nav atvērta"):
        enrolments.enrol(person=alice, course=course)


def test_the_last_lesson_credits_hours_and_issues_the_certificate(alice, course):
    completion = finish(alice, course, when=at(2026, 5, 4))
    assert (completion.entry.amount, completion.entry.legal_date) == (Decimal(8), date(2026, 5, 4))
    assert completion.entry.source_key == str(course.translation_key)
    assert completion.certificate.entry == completion.entry
    assert YearBalance.objects.get(person=alice, year=2026, kind="training").earned == Decimal(8)


def test_finishing_writes_the_notice_in_the_same_transaction(alice, course):
    completion = finish(alice, course, when=at(2026, 5, 4))
    notice = Notice.objects.get(kind="course_completed")
    assert (notice.person, notice.context["course"]) == (alice, "Supervīzija")
    assert notice.context["certificate"] == completion.certificate.code


def test_a_lesson_completed_twice_is_done_once(alice, course):
    enrolment = enrolments.enrol(person=alice, course=course)
    first = keys(course)[0]
    assert [enrolments.complete_lesson(enrolment, lesson_key=first) for _ in range(2)] == [None, None]
    assert enrolment.progress.count() == 1


def test_finishing_in_a_second_window_gives_the_same_completion(alice, course):
    completion = finish(alice, course, when=at(2026, 5, 4))
    stale = Enrolment(pk=completion.enrolment.pk)
    assert enrolments.complete_lesson(stale, lesson_key=keys(course)[-1]) == completion
    assert CreditEntry.objects.count() == Completion.objects.count() == 1


def test_a_lesson_of_another_course_is_refused(alice, course):
    enrolment = enrolments.enrol(person=alice, course=course)
    with pytest.raises(enrolments.Refused):
        enrolments.complete_lesson(enrolment, lesson_key=keys(CoursePageFactory())[0])


def test_who_left_completes_nothing(alice, course):
    enrolment = enrolments.leave(enrolments.enrol(person=alice, course=course))
    with pytest.raises(enrolments.Refused):
        enrolments.complete_lesson(enrolment, lesson_key=keys(course)[0])


def test_a_lesson_with_a_quiz_is_completed_by_the_quiz(alice, course):
    asked = LessonPageFactory(parent=course, questions=[true_false()])
    enrolment = enrolments.enrol(person=alice, course=course)
    with pytest.raises(enrolments.Refused):
        enrolments.complete_lesson(enrolment, lesson_key=asked.translation_key)
    attempt = enrolments.start_attempt(enrolment, quiz_key=asked.translation_key)
    enrolments.submit_attempt(attempt, answers={attempt.order[0]["id"]: True})
    assert enrolment.steps_done() == {str(asked.translation_key)}


def test_the_final_quiz_waits_for_the_lessons(alice, tested):
    enrolment = enrolments.enrol(person=alice, course=tested)
    with pytest.raises(enrolments.Refused):
        enrolments.start_attempt(enrolment, quiz_key=tested.translation_key)


def test_the_final_quiz_ends_the_course(alice, tested):
    attempt = enrolments.submit_attempt(started(alice, tested), answers={}, at=at(2026, 4))
    assert (attempt.passed, attempt.enrolment.completed_at) == (False, None)
    again = enrolments.start_attempt(attempt.enrolment, quiz_key=tested.translation_key)
    attempt = enrolments.submit_attempt(again, answers=right(again), at=at(2026, 4, 2))
    assert (attempt.points, attempt.passed) == (Decimal(2), True)
    assert attempt.enrolment.completion.entry.legal_date == date(2026, 4, 2)


def test_starting_in_two_windows_is_one_attempt(alice, tested):
    attempt = started(alice, tested)
    assert enrolments.start_attempt(attempt.enrolment, quiz_key=tested.translation_key) == attempt


def test_forged_ids_earn_nothing(alice, tested):
    attempt = started(alice, tested)
    forged = {str(uuid4()): True, attempt.order[0]["id"]: str(uuid4())}
    assert enrolments.submit_attempt(attempt, answers=forged).points == Decimal(0)


def test_submitting_twice_keeps_the_first_marks(alice, tested):
    attempt = started(alice, tested)
    enrolments.submit_attempt(attempt, answers={})
    assert enrolments.submit_attempt(attempt, answers=right(attempt)).points == Decimal(0)
    assert Attempt.objects.count() == 1


def test_after_the_last_attempt_none_begins(alice, tested):
    attempt = started(alice, tested)
    for _ in range(3):
        last = enrolments.submit_attempt(attempt, answers={})
        if last.number < 3:
            attempt = enrolments.start_attempt(last.enrolment, quiz_key=tested.translation_key)
    with pytest.raises(enrolments.Refused):
        enrolments.start_attempt(attempt.enrolment, quiz_key=tested.translation_key)
    assert enrolments.submit_attempt(last, answers=right(last)).passed is False


def test_leaving_gives_no_new_attempts(alice, tested):
    attempt = started(alice, tested)
    Attempt.objects.bulk_create(
        Attempt(
            enrolment=attempt.enrolment,
            quiz_key=attempt.quiz_key,
            number=number,
            started_at=at(2026, 3),
            submitted_at=at(2026, 3),
            order=[],
            points_possible=2,
        )
        for number in (2, 3)
    )
    enrolments.submit_attempt(attempt, answers={})
    enrolments.leave(attempt.enrolment)
    again = enrolments.enrol(person=alice, course=tested)
    with pytest.raises(enrolments.Refused, match="mēģinājumi ir izmantoti"):
        enrolments.start_attempt(again, quiz_key=tested.translation_key)


def test_a_passed_quiz_is_not_taken_again(alice, tested):
    attempt = started(alice, tested)
    enrolments.submit_attempt(attempt, answers=right(attempt))
    with pytest.raises(enrolments.Refused):
        enrolments.start_attempt(attempt.enrolment, quiz_key=tested.translation_key)


def test_the_order_of_an_attempt_tells_no_pairs(alice):
    course = CoursePageFactory(lessons=1, questions=[matching()])
    attempt = started(alice, course)
    pairs = [pair["id"] for pair in attempt.quiz["questions"][0]["value"]["pairs"]]
    assert sorted(attempt.order[0]["options"]) == sorted(pairs)


def test_the_same_course_in_english_is_the_same_enrolment_and_credit(alice, course, english):
    translation = english(course)
    finish(alice, course, when=at(2025, 5))
    again = finish(alice, translation, when=at(2026, 5))
    assert again.entry is None
    assert CourseVersion.objects.count() == CreditEntry.objects.count() == 1


def test_an_open_enrolment_serves_both_languages(alice, course, english):
    enrolment = enrolments.enrol(person=alice, course=course)
    assert enrolments.enrol(person=alice, course=english(course)) == enrolment


def test_a_new_version_credits_nothing_more_in_the_same_year(alice, course):
    finish(alice, course, when=at(2026, 2))
    LessonPageFactory(parent=course)
    completion = finish(alice, course, when=at(2026, 11))
    assert (completion.entry, completion.certificate) == (None, None)
    assert CourseVersion.objects.count() == 2


def test_a_new_version_credits_again_in_a_later_year(alice, course):
    finish(alice, course, when=at(2025, 2))
    LessonPageFactory(parent=course)
    assert finish(alice, course, when=at(2026, 2)).entry.year == 2026


def test_the_same_version_credits_once_ever(alice, course):
    finish(alice, course, when=at(2025, 2))
    assert finish(alice, course, when=at(2026, 2)).entry is None


def test_people_finish_the_version_they_began(alice, course):
    enrolment = enrolments.enrol(person=alice, course=course, at=at(2026))
    LessonPageFactory(parent=course)
    CoursePage.objects.update(hours=20)
    assert read(enrolment, when=at(2026, 2)).entry.amount == Decimal(8)


@pytest.mark.parametrize(("moment", "year"), [(at(2025, 12, 31, 23, 59), 2025), (at(2026, 1, 1, 0, 0), 2026)])
def test_the_year_turns_at_midnight_in_riga(alice, course, moment, year):
    assert finish(alice, course, when=moment).entry.year == year


def test_the_mail_tells_hours_and_where_the_certificate_is(alice, course, mailoutbox):
    finish(alice, course, when=at(2026, 5, 4))
    send(Notice.objects.get())
    mail = mailoutbox[0]
    assert (mail.subject, mail.to) == ("Kurss pabeigts: Supervīzija", [alice.email])
    assert "Ieskaitīts jūsu gadā: 8 akadēmiskās stundas." in mail.body
    assert f"http://127.0.0.1:8000/macibas/{course.translation_key}/pabeigts/" in mail.body
