from decimal import Decimal

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from courses.models import CataloguePage, CoursePage
from people import groups
from tests.factories import CoursePageFactory, LessonPageFactory, UserFactory


@pytest.fixture
def moderator(client, db):
    client.force_login(UserFactory(groups=[groups.MODERATOR]))
    return client


def sent(**fields):
    """The form of a course as an editor's browser sends it."""
    course = {
        "title": "Jauns kurss",
        "slug": "jauns-kurss",
        "summary": "Par ko.",
        "state": "open",
        "hours": "4",
        "outcomes": streamfield([]),
        "about": streamfield([]),
        "questions": streamfield([]),
        "subjects": inline_formset([]),
        "pass_mark": "70",
        "attempts_allowed": "3",
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
    }
    return nested_form_data(course | fields)


@pytest.fixture
def address(db):
    return reverse("wagtailadmin_pages:add", args=["courses", "coursepage", CataloguePage.objects.get().pk])


def test_a_course_is_not_created_as_open(moderator, address):
    answer = moderator.post(address, sent(**{"action-publish": "1"}))
    assert "Kursu var atvērt, kad publicēta vismaz viena tā nodarbība." in answer.content.decode()
    assert not CoursePage.objects.exists()


def test_a_course_in_preparation_is_published_without_hours(moderator, address):
    moderator.post(address, sent(state="in_preparation", hours="", **{"action-publish": "1"}))
    assert CoursePage.objects.get().live is True


@pytest.mark.parametrize("hours", ["-5", "0", "NaN", "astoņas", "1e9"])
def test_hours_that_are_none_are_told(moderator, address, hours):
    answer = moderator.post(address, sent(state="in_preparation", hours=hours, **{"action-publish": "1"}))
    assert list(answer.context["form"].errors) == ["hours"]
    assert not CoursePage.objects.exists()


def test_hours_are_written_with_a_comma(moderator, address):
    moderator.post(address, sent(state="in_preparation", hours="24,5", **{"action-publish": "1"}))
    assert CoursePage.objects.get().hours == Decimal("24.50")


def question(kind, **value):
    return streamfield([(kind, {"text": "?", "points": "1", "feedback": rich_text(""), **value})])


def test_a_question_with_two_right_answers_of_one_is_told(moderator, address):
    asked = question("single_choice", choices=streamfield([("item", {"text": "a", "correct": "on"})] * 2))
    answer = moderator.post(address, sent(state="in_preparation", questions=asked, **{"action-publish": "1"}))
    assert list(answer.context["form"].errors) == ["questions"]
    assert not CoursePage.objects.exists()


def test_a_draft_course_can_be_previewed(moderator):
    course = CoursePageFactory(live=False)
    course.save_revision()
    assert moderator.get(reverse("wagtailadmin_pages:view_draft", args=[course.pk])).status_code == 200


def test_a_draft_lesson_can_be_previewed_with_its_text(moderator):
    lesson = LessonPageFactory(parent=CoursePageFactory(), live=False)
    lesson.save_revision()
    answer = moderator.get(reverse("wagtailadmin_pages:view_draft", args=[lesson.pk]))
    assert "Teksts." in answer.content.decode()
