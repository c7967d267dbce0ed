"""A course made private for a group: who is outside it finds, begins and reads nothing of it."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from compliance.actions.employments import record_employments
from courses.models import CataloguePage, CoursePage
from lms.actions import enrolments
from lms.models import Enrolment
from lms.year import Year
from methodologies.models import MethodologyIndexPage, MethodologyPage, Programme
from people import groups
from people.models import Employment
from tests.factories import CoursePageFactory, RoleFactory, UserFactory, at


@pytest.fixture
def course(db):
    return CoursePageFactory(title="Iekšējais kurss")


@pytest.fixture
def enrolment(alice, course):
    return enrolments.enrol(person=alice, course=course)


@pytest.fixture
def methodology(course):
    section = MethodologyIndexPage.objects.get()
    methodology = section.add_child(instance=MethodologyPage(title="Kopiena", slug="kopiena", number=1))
    Programme.objects.create(methodology=methodology, kind="e_learning", title="E", course=course)
    return methodology


def close(page):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.get(name=groups.MODERATOR))


def url(course, tail=""):
    return f"/macibas/{course.translation_key}/{tail}"


def test_no_list_names_it(client, course, methodology):
    close(course)
    pages = "/", "/kursi/", methodology.url
    assert [address for address in pages if course.title in client.get(address).content.decode()] == []


def test_no_list_names_a_private_methodology(client, course, methodology):
    close(methodology)
    pages = "/", "/kursi/", "/metodikas/", course.url
    assert [address for address in pages if methodology.title in client.get(address).content.decode()] == []


def test_a_private_section_is_in_no_menu(client, course):
    close(CataloguePage.objects.get())
    assert 'href="/kursi/"' not in client.get("/metodikas/").content.decode()


def test_it_is_not_offered_to_close_a_gap(office, course):
    person, today = UserFactory(), date(2026, 11, 22)
    work = Employment(person=person, employer=office, role=RoleFactory(), start=date(2026, 1, 1))
    record_employments([work], at=at(2026, 11, 22))
    assert [offered.title for offered in Year(person, 2026, today=today).courses_to_take] == [course.title]
    close(course)
    assert Year(person, 2026, today=today).courses_to_take == []


@pytest.mark.parametrize("tail", ["", "atteikties/", "pabeigts/"])
def test_nobody_is_led_to_it(client, alice, course, tail):
    client.force_login(alice)
    close(course)
    assert client.get(url(course, tail)).status_code == 404


def test_it_is_not_begun(client, alice, course):
    client.force_login(alice)
    close(course)
    assert client.get(url(course, "sakt/")).status_code == 404
    assert client.post(url(course, "pieteikties/")).status_code == 404
    assert Enrolment.objects.count() == 0


def test_its_group_may_begin_it(client, course):
    client.force_login(UserFactory(groups=[groups.SPECIALIST, groups.MODERATOR]))
    close(course)
    assert client.post(url(course, "pieteikties/"), follow=True).context["page"] == course.lessons[0]


def test_completing_by_htmx_brings_nothing_of_it(client, alice, course, enrolment):
    client.force_login(alice)
    close(CoursePage.objects.get())
    first, second = course.lessons
    address = url(course, f"{first.translation_key}/pabeigt/")
    answer = client.post(address, headers={"HX-Request": "true"})
    assert (answer.content, answer["HX-Redirect"]) == (b"", url(course, f"{second.translation_key}/"))


def test_who_had_begun_reads_it_as_it_was_then(client, alice, course, enrolment):
    client.force_login(alice)
    lesson = course.lessons[0]
    lesson.title = "Jauns virsraksts"
    lesson.save()
    close(course)
    page = client.get(url(course, f"{lesson.translation_key}/")).content.decode()
    assert (enrolment.version.lessons[0]["title"] in page, "Jauns virsraksts" in page) == (True, False)
