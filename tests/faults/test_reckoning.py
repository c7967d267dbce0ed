"""The reckoning itself can fail: rows are taken away by hand, and doubled where no key keeps them single."""

from uuid import uuid4

import pytest
from django.db import IntegrityError

from compliance.models import Certificate, CreditEntry
from lms.actions.enrolments import complete_lesson, enrol
from lms.models import Completion
from people.models import Notice
from tests.factories import CoursePageFactory

from .courses import tables
from .reckoning import Reckoning, reckon
from .unguarded import drop_unique_keys

pytestmark = pytest.mark.usefixtures("own_database")
DOUBLES = [
    (CreditEntry, {"sequence": 2}),
    (Completion, {"entry": None, "certificate": None}),
    (Certificate, {"entry": None, "code": "ANOTHER"}),
    (Notice, {}),
]


@pytest.fixture
def promised(alice):
    course = CoursePageFactory(lessons=1)
    lesson = course.lessons.get().translation_key
    complete_lesson(enrol(person=alice, course=course), lesson_key=lesson)
    return {(alice.pk, str(course.translation_key))}


def double(model, changes):
    row = model.objects.get()
    for name, value in {"pk": None, **changes}.items():
        setattr(row, name, value)
    row.save(force_insert=True)


def test_finished_course_is_all_there(promised):
    assert reckon(promised, tables()) == Reckoning()


def test_promise_without_rows_is_lost(promised, alice):
    broken = {(alice.pk, str(uuid4()))}

    assert reckon(promised | broken, tables()) == Reckoning(lost=broken)


def test_finished_course_without_its_notice_is_lost_and_torn(promised):
    Notice.objects.all().delete()

    assert reckon(promised, tables()) == Reckoning(lost=promised, torn=promised)


@pytest.mark.parametrize(("model", "changes"), DOUBLES)
def test_what_stands_twice_is_doubled(promised, model, changes):
    drop_unique_keys()

    double(model, changes)

    assert reckon(promised, tables()) == Reckoning(doubled=promised)


@pytest.mark.parametrize(("model", "changes"), DOUBLES)
def test_unique_keys_keep_everything_single(promised, model, changes):
    with pytest.raises(IntegrityError):
        double(model, changes)
