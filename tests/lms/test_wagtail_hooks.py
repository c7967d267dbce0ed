"""Pages with people learning below them stay; afterwards they may go, and nothing is lost."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from courses.models import CataloguePage, CoursePage, LessonPage
from lms.actions import enrolments
from lms.models import Completion
from people import groups
from tests.factories import CoursePageFactory, UserFactory, at


@pytest.fixture
def course(db):
    return CoursePageFactory(title="Supervīzija")


@pytest.fixture
def enrolment(alice, course):
    return enrolments.enrol(person=alice, course=course, at=at(2026))


@pytest.fixture
def administrator(client, db):
    client.force_login(UserFactory(is_superuser=True, is_staff=True, groups=[groups.ADMINISTRATOR]))
    return client


def delete(client, page):
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)


def delete_in_bulk(client, *pages):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    ids = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{address}?{ids}&next=/cms/", follow=True)


def there(*pages):
    return Page.objects.filter(pk__in=[page.pk for page in pages]).count() == len(pages)


REFUSED = "Te kursā mācās 1 cilvēks, tāpēc lapu nevar dzēst."


def test_a_course_being_taken_is_not_deleted(administrator, course, enrolment):
    answer = delete(administrator, course).content.decode()
    assert there(course)
    assert REFUSED in answer
    assert reverse("wagtailadmin_pages:unpublish", args=[course.pk]) in answer


def test_nor_is_the_page_above_it(administrator, course, enrolment):
    catalogue = CataloguePage.objects.get()
    assert REFUSED in delete(administrator, catalogue).content.decode()
    assert there(catalogue, course)


def test_nor_in_bulk(administrator, course, enrolment):
    other = CoursePageFactory()
    assert REFUSED in delete_in_bulk(administrator, other, course).content.decode()
    assert there(other, course)


def test_nor_is_its_translation(administrator, course, enrolment, english):
    translation = english(course)
    assert REFUSED in delete(administrator, translation).content.decode()
    assert there(translation)


def test_a_course_that_nobody_takes_is_deleted(administrator, course):
    delete(administrator, course)
    assert not there(course)


def test_after_leaving_the_course_may_go_in_bulk(administrator, course, enrolment):
    enrolments.leave(enrolment)
    delete_in_bulk(administrator, course)
    assert not there(course)


def test_after_finishing_the_course_may_go_and_nothing_is_lost(administrator, course, enrolment):
    for lesson in course.lessons:
        enrolments.complete_lesson(enrolment, lesson_key=lesson.translation_key, at=at(2026, 2))
    delete(administrator, course)
    completion = Completion.objects.get()
    assert not there(course)
    assert completion.entry.title == "Supervīzija"
    assert (completion.enrolment.version.page, len(completion.enrolment.version.lessons)) == (None, 2)


def test_a_lesson_may_go_while_people_learn(administrator, course, enrolment):
    lesson = course.lessons[0]
    delete(administrator, lesson)
    assert not LessonPage.objects.filter(pk=lesson.pk).exists()


def test_a_course_being_taken_may_be_unpublished(administrator, course, enrolment):
    administrator.post(reverse("wagtailadmin_pages:unpublish", args=[course.pk]))
    assert CoursePage.objects.get(pk=course.pk).live is False
