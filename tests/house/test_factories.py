import pytest

from courses.models import CoursePage
from people.models import Employer, Employment
from tests.factories import (
    CoursePageFactory,
    EmployerFactory,
    matching,
    multiple_choice,
    numeric,
    single_choice,
    true_false,
)

pytestmark = pytest.mark.django_db


def test_alice_works_where_bob_manages_and_charlie_elsewhere(alice, bob, charlie):
    (employment,) = Employment.objects.confirmed().managed_by(bob)

    assert employment.person == alice
    assert charlie.employments.get().employer not in Employer.objects.managed_by(bob, employment.start)


def test_unit_lies_in_the_municipality_of_its_employer(office):
    unit = EmployerFactory(parent=office)

    assert unit.municipality == office.municipality


def test_course_is_published_below_the_catalogue(client):
    course = CoursePageFactory(slug="kurss")

    assert course.url == "/kursi/kurss/"
    assert course.lessons.count() == 2


def test_questions_pass_their_own_blocks():
    asked = [single_choice(), multiple_choice(), true_false(), numeric(), matching()]
    course = CoursePage.objects.get(pk=CoursePageFactory(lessons=0, questions=asked).pk)

    course.questions.stream_block.clean(course.questions)

    assert [block.id for block in course.questions] == [question["id"] for question in asked]
