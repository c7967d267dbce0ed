"""How to get the missing hours: the reads (lms/offers.py, lms/own_plan.py) and the page."""

from datetime import date
from decimal import Decimal

import pytest

from compliance.actions.balances import refresh_years
from compliance.actions.external import submit_external
from compliance.actions.ledger import Original, award
from lms.actions import enrolments
from lms.offers import Offers
from lms.own_plan import OwnPlan
from tests.factories import CoursePageFactory, at

TODAY = date(2026, 11, 22)


@pytest.fixture
def learner(client, employed, time_machine):
    time_machine.move_to(at(2026, 11, 22))
    client.force_login(employed)
    return client


@pytest.fixture
def employed(alice):
    """Alice, who needs 24 hours."""
    refresh_years([alice.pk], since=2024, at=at(2026, 11, 22))
    return alice


def earn(person, hours, *, key="seminārs"):
    original = Original(person.pk, "training", Decimal(hours), date(2026, 3, 4), "event", key, "Seminārs")
    return award([original], at=at(2026, 11, 20))[0]


def finish(person, course, *, on):
    enrolment = enrolments.enrol(person=person, course=course, at=on)
    for lesson in course.lessons:
        enrolments.complete_lesson(enrolment, lesson_key=lesson.translation_key, at=on)


def submit(person, hours):
    day = date(2026, 11, 1)
    return submit_external(
        person=person, title="Lekcija", provider="Centrs", first_day=day, last_day=day, hours=Decimal(hours), at=at(2026, 11, 3)
    )  # fmt: skip


def plan(person):
    return OwnPlan(person, today=TODAY)


def headline(response):
    text = response.content.decode()
    return " ".join(text[text.index("<h1>") + 4 : text.index("</h1>")].split())


def test_the_fewest_courses_that_close_the_gap(employed):
    earn(employed, 14)
    for hours in (3, 8, 2, 6):
        CoursePageFactory(hours=hours)
    shown = plan(employed)
    assert (shown.gap, [course.hours for course in shown.courses], shown.rest) == (10, [8, 2], 0)
    assert [course.hours for course in shown.others] == [6, 3]


def test_what_waits_and_what_is_begun_is_not_planned_once_more(employed):
    earn(employed, 10)
    submit(employed, 3)
    enrolments.enrol(person=employed, course=CoursePageFactory(hours=5))
    shown = plan(employed)
    assert (shown.balance.missing, shown.balance.pending, shown.under_way, shown.gap) == (14, 3, 5, 6)


def test_a_course_begun_once_more_after_this_years_credit_brings_nothing(employed):
    course = CoursePageFactory(lessons=1, hours=8)
    finish(employed, course, on=at(2026, 2))
    enrolments.enrol(person=employed, course=course)
    shown = plan(employed)
    assert (shown.under_way, shown.gap) == (0, 16)


def test_a_course_credited_this_year_or_unchanged_since_is_not_offered(employed):
    now, unchanged, changed = (CoursePageFactory(lessons=1, hours=hours) for hours in (2, 3, 4))
    finish(employed, now, on=at(2026, 2))
    finish(employed, unchanged, on=at(2025, 2))
    finish(employed, changed, on=at(2025, 3))
    changed.hours = 5
    changed.save()
    offers = Offers([employed.pk], 2026, language="lv").offers
    assert {offer.hours: offer.taken_by for offer in offers} == {2: {employed.pk}, 3: {employed.pk}, 5: set()}


def test_courses_in_preparation_or_taken_off_are_not_offered(employed):
    CoursePageFactory(lessons=0)
    CoursePageFactory(live=False)
    assert plan(employed).courses == []


def test_a_course_in_two_languages_is_one_offer_in_the_readers(employed, english):
    course = CoursePageFactory(title="Kurss")
    translation = english(course)
    assert [page.pk for page in Offers([], 2026, language="en").courses.values()] == [translation.pk]
    assert [page.pk for page in Offers([], 2026, language="lv").courses.values()] == [course.pk]


def test_the_page_says_how_many_courses_are_enough(learner, employed):
    earn(employed, "17.5")
    CoursePageFactory(hours=4)
    course = CoursePageFactory(hours=8)
    page = learner.get("/mans-gads/plans/")
    assert headline(page) == "Līdz 31. decembrim vēl 6,5. Pietiek ar 1 kursu."
    assert f'href="/macibas/{course.translation_key}/sakt/"' in page.content.decode()


def test_the_page_says_what_no_course_covers(learner, employed):
    CoursePageFactory(hours=4)
    CoursePageFactory(hours="5.5")
    page = learner.get("/mans-gads/plans/")
    assert headline(page) == "Līdz 31. decembrim vēl 24. Ar portāla kursiem var iegūt 9,5."
    assert "Citur vēl jāiegūst: 14,5." in page.content.decode()


def test_the_page_without_any_course_says_so(learner):
    page = learner.get("/mans-gads/plans/")
    assert headline(page) == "Līdz 31. decembrim vēl 24."
    assert "Portālā pašlaik nav kursa, ko jums šogad vēl ieskaitītu." in page.content.decode()


def test_hours_on_the_way_need_no_more_courses(learner, employed):
    submit(employed, 24)
    assert headline(learner.get("/mans-gads/plans/")) == "Trūkstošās stundas dos tas, kas jau ir iesniegts vai iesākts."


def test_a_met_norm_is_told_calmly_and_more_is_offered(learner, employed):
    earn(employed, 24)
    CoursePageFactory(title="Vēl viens kurss")
    page = learner.get("/mans-gads/plans/")
    assert headline(page) == "Šā gada norma ir izpildīta."
    assert "Vēl viens kurss" in page.content.decode()


def test_the_page_in_english(learner, employed):
    CoursePageFactory.create_batch(3)
    assert headline(learner.get("/en/mans-gads/plans/")) == "By 31 December 24 more. 3 courses are enough."


def test_my_year_leads_to_the_plan(learner, employed):
    CoursePageFactory()
    assert 'href="/mans-gads/plans/"' in learner.get("/mans-gads/").content.decode()


@pytest.mark.parametrize("many", [1, 3])
def test_the_plan_asks_as_much_for_three_rows_as_for_one(employed, django_assert_num_queries, many):
    for number in range(many):
        earn(employed, 1, key=f"seminārs {number}")
        finish(employed, CoursePageFactory(lessons=1, hours=1), on=at(2025, 2))
        enrolments.enrol(person=employed, course=CoursePageFactory(hours=1))
        CoursePageFactory(hours=1)
    shown = plan(employed)
    with django_assert_num_queries(7):
        assert [len(shown.courses), len(shown.year.in_progress), shown.rest > 0] == [many, many, True]
        assert shown.balance.required == 24
