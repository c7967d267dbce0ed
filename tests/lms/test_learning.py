"""The pages of a course being learnt (lms/views/learning.py) and the door of its lessons."""

import pytest

from compliance.models import CreditEntry
from courses.models import CoursePage
from lms.actions import enrolments
from lms.learning import Learning, standing
from lms.models import Completion, Enrolment
from people import groups
from tests.factories import CoursePageFactory, LessonPageFactory, UserFactory, at, true_false


@pytest.fixture
def course(db):
    return CoursePageFactory(title="Supervīzija")


@pytest.fixture
def learner(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def enrolment(alice, course):
    return enrolments.enrol(person=alice, course=course)


def url(course, tail=""):
    return f"/macibas/{course.translation_key}/{tail}"


def said(answer):
    return [str(message) for message in answer.context["messages"]]


def test_a_guest_signs_in_and_comes_back_to_begin(client, course):
    answer = client.get(url(course, "sakt/"))
    assert answer.url == f"/accounts/login/?next={url(course, 'sakt/')}"


def test_beginning_is_one_button_pressed_at_once(learner, course):
    answer = learner.get(url(course, "sakt/"))
    assert "data-auto-submit" in answer.content.decode()
    assert Enrolment.objects.count() == 0


def test_enrolling_lands_in_the_first_lesson(learner, course):
    answer = learner.post(url(course, "pieteikties/"), follow=True)
    assert answer.context["page"] == course.lessons[0]


def test_beginning_what_one_is_taking_continues(learner, course, enrolment):
    assert learner.get(url(course, "sakt/")).url == url(course)


def test_who_comes_back_to_a_button_by_address_is_led_to_its_page(learner, course, enrolment):
    lesson = course.lessons[0].translation_key
    quiz = f"tests/{course.translation_key}/"
    ways = {"pieteikties/": "sakt/", f"{lesson}/pabeigt/": f"{lesson}/", f"{quiz}sakt/": quiz, f"{quiz}iesniegt/": quiz}
    assert {posted: learner.get(url(course, posted)).url for posted in ways} == {
        posted: url(course, page) for posted, page in ways.items()
    }
    assert enrolment.progress.count() == 0


def test_a_course_in_preparation_sends_back_to_its_page(learner, course):
    CoursePage.objects.update(state=CoursePage.State.IN_PREPARATION)
    assert learner.get(url(course, "sakt/")).url == course.url
    answer = learner.post(url(course, "pieteikties/"), follow=True)
    assert said(answer) == ["Šim kursam pieteikšanās vēl nav atvērta."]


def test_an_unknown_course_is_not_found(learner):
    assert learner.get("/macibas/6a0f0000-0000-4000-8000-000000000000/sakt/").status_code == 404


@pytest.mark.parametrize("tail", ["", "atteikties/", "pabeigts/"])
def test_who_is_not_enrolled_is_led_to_the_course(learner, course, tail):
    answer = learner.get(url(course, tail), follow=True)
    assert answer.context["page"] == course
    assert said(answer) == ["Vispirms piesakieties kursam; tad varēsiet lasīt tā nodarbības."]


def test_a_lesson_is_closed_to_who_is_not_enrolled(learner, course):
    answer = learner.get(course.lessons[0].url, follow=True)
    assert answer.context["page"] == course
    assert said(answer) == ["Vispirms piesakieties kursam; tad varēsiet lasīt tā nodarbības."]


def test_a_guest_signs_in_to_read_a_lesson(client, course):
    lesson = course.lessons[0]
    assert client.get(lesson.url).url == f"/accounts/login/?next={lesson.url}"


def test_who_left_reads_no_more_lessons(learner, course, enrolment):
    enrolments.leave(enrolment)
    assert learner.get(course.lessons[0].url).url == course.url


def test_an_editor_reads_a_lesson_without_enrolling(client, course):
    client.force_login(UserFactory(groups=[groups.EDITOR]))
    assert client.get(course.lessons[0].url).status_code == 200


def test_continuing_opens_the_first_lesson_left(learner, course, enrolment):
    first, second = course.lessons
    enrolments.complete_lesson(enrolment, lesson_key=first.translation_key)
    assert learner.get(url(course), follow=True).context["page"] == second


def test_completing_leads_to_the_next_lesson(learner, course, enrolment):
    first, second = course.lessons
    answer = learner.post(url(course, f"{first.translation_key}/pabeigt/"), follow=True)
    assert answer.context["page"] == second


def test_completing_by_htmx_brings_the_next_lesson_in_place(learner, course, enrolment):
    first, second = course.lessons
    answer = learner.post(url(course, f"{first.translation_key}/pabeigt/"), headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert answer["HX-Push-Url"] == second.url
    assert (second.title in page, "<header" in page) == (True, False)


def test_the_last_lesson_by_htmx_leads_to_the_finish(learner, course, enrolment):
    first, second = course.lessons
    enrolments.complete_lesson(enrolment, lesson_key=first.translation_key)
    answer = learner.post(url(course, f"{second.translation_key}/pabeigt/"), headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == url(course, "pabeigts/")


def test_finishing_in_two_windows_is_one_completion(learner, course, enrolment):
    for lesson in course.lessons:
        for _window in range(2):
            learner.post(url(course, f"{lesson.translation_key}/pabeigt/"))
    assert Completion.objects.count() == CreditEntry.objects.count() == 1


def test_the_finish_shows_hours_and_certificate(learner, course, enrolment):
    for lesson in course.lessons:
        answer = learner.post(url(course, f"{lesson.translation_key}/pabeigt/"), follow=True)
    page = answer.content.decode()
    code = Completion.objects.get().certificate.code
    assert "Ieskaitītas 8 akadēmiskās stundas." in page
    assert f"/mans-gads/apliecibas/{code}.pdf" in page


def test_a_lesson_with_a_quiz_is_not_completed_by_its_button(learner, course):
    lesson = LessonPageFactory(parent=course, questions=[true_false()])
    learner.post(url(course, "pieteikties/"))
    answer = learner.post(url(course, f"{lesson.translation_key}/pabeigt/"), follow=True)
    assert said(answer) == ["Šī nodarbība beidzas ar testu; lai to pabeigtu, nokārtojiet testu."]


def test_a_live_lesson_has_its_own_address(learner, course, enrolment):
    lesson = course.lessons[0]
    assert learner.get(url(course, f"{lesson.translation_key}/")).url == lesson.url


@pytest.mark.parametrize("gone", ["unpublish", "delete"])
def test_a_lesson_taken_away_is_read_as_it_was(learner, course, enrolment, gone):
    lesson = course.lessons[0]
    getattr(lesson, gone)()
    answer = learner.get(url(course, f"{lesson.translation_key}/"))
    assert answer.status_code == 200
    assert (lesson.title in answer.content.decode(), "Teksts." in answer.content.decode()) == (True, True)


def test_a_course_deleted_with_its_pages_is_still_finished(learner, course, enrolment):
    keys = [lesson.translation_key for lesson in course.lessons]
    course.delete()
    for key in keys:
        assert learner.get(url(course, f"{key}/")).status_code == 200
        answer = learner.post(url(course, f"{key}/pabeigt/"), follow=True)
    assert "Ieskaitītas 8 akadēmiskās stundas." in answer.content.decode()


def test_an_unknown_lesson_is_not_found(learner, course, enrolment):
    assert learner.get(url(course, "6a0f0000-0000-4000-8000-000000000000/")).status_code == 404


def test_leaving_asks_first(learner, course, enrolment):
    assert "Supervīzija" in learner.get(url(course, "atteikties/")).content.decode()
    assert learner.post(url(course, "atteikties/")).url == "/mans-gads/"
    assert Enrolment.objects.get().left_at is not None


def test_a_finished_course_is_not_left(learner, course, enrolment):
    for lesson in course.lessons:
        enrolments.complete_lesson(enrolment, lesson_key=lesson.translation_key)
    assert learner.post(url(course, "atteikties/")).url == url(course, "pabeigts/")


def test_who_has_the_hours_is_told_before_enrolling(learner, alice, course, time_machine):
    time_machine.move_to(at(2026, 6))
    enrolment = enrolments.enrol(person=alice, course=course)
    for lesson in course.lessons:
        enrolments.complete_lesson(enrolment, lesson_key=lesson.translation_key)
    LessonPageFactory(parent=course)
    told = "Šā kursa stundas jums jau ieskaitītas 2026. gadā."
    begin = learner.get(url(course, "sakt/")).content.decode()
    assert told in learner.get(course.url).content.decode()
    assert (told in begin, "data-auto-submit" in begin) == (True, False)


def test_in_a_later_year_a_new_version_is_offered_without_warning(learner, alice, course, time_machine):
    enrolment = enrolments.enrol(person=alice, course=course, at=at(2025))
    for lesson in course.lessons:
        enrolments.complete_lesson(enrolment, lesson_key=lesson.translation_key, at=at(2025, 2))
    time_machine.move_to(at(2026, 6))
    assert "jau ieskaitītas 2025. gadā" in learner.get(course.url).content.decode()
    LessonPageFactory(parent=course)
    assert "jau ieskaitītas" not in learner.get(course.url).content.decode()


@pytest.mark.parametrize("lessons", [1, 3])
def test_a_lesson_asks_as_much_of_three_lessons_as_of_one(alice, db, django_assert_num_queries, lessons):
    from_here = CoursePageFactory(lessons=lessons)
    enrolment = enrolments.enrol(person=alice, course=from_here)
    with django_assert_num_queries(1):
        learning = Learning(enrolment, from_here.translation_key)
        assert len(learning.steps) == lessons
        assert learning.minutes_left == 20 * lessons


@pytest.mark.parametrize("lessons", [1, 3])
def test_a_course_page_tells_where_one_stands_by_one_query(alice, db, django_assert_num_queries, lessons):
    course = CoursePageFactory(lessons=lessons)
    enrolment = enrolments.enrol(person=alice, course=course)
    keys = [str(lesson.translation_key) for lesson in course.lessons]
    for key in keys[:-1]:
        enrolments.complete_lesson(enrolment, lesson_key=key)
    with django_assert_num_queries(1):
        learning = standing(alice, course, on=at(2026).date()).learning
        assert learning.done == set(keys[:-1])


@pytest.mark.parametrize("lessons", [1, 3])
def test_a_lesson_page_asks_as_much_for_one_lesson_as_for_three(
    learner, alice, settings, django_assert_num_queries, lessons
):
    """Session, visitor, page, its own kind, enrolment."""
    settings.GUEST_CACHE_SECONDS = 60  # the menu is kept
    course = CoursePageFactory(lessons=lessons)
    enrolments.enrol(person=alice, course=course)
    address = course.lessons[0].url
    learner.get(address)
    with django_assert_num_queries(5):
        assert learner.get(address).status_code == 200
