from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from courses.actions import freeze_version
from courses.models import CataloguePage, CoursePage
from methodologies.models import MethodologyIndexPage, MethodologyPage, Programme
from tests.factories import CoursePageFactory, LessonPageFactory, RoleFactory, at

IN_PREPARATION = CoursePage.State.IN_PREPARATION


@pytest.fixture
def methodology(db):
    section = MethodologyIndexPage.objects.get()
    return section.add_child(instance=MethodologyPage(title="Darbs ar jauniešiem", slug="jauniesi", number=5))


@pytest.fixture
def catalogue(db):
    return CataloguePage.objects.get()


def found(**asked):
    return set(CoursePage.objects.matching(asked))


def test_a_course_is_found_by_the_methodology_whose_programme_it_is(methodology):
    course, _other = CoursePageFactory(), CoursePageFactory()
    Programme.objects.create(methodology=methodology, kind="e_learning", title="E-programma", course=course)
    assert found(methodology="jauniesi") == {course}


def test_two_programmes_of_one_course_find_it_once(methodology):
    course = CoursePageFactory()
    for kind in ("e_learning", "in_person"):
        Programme.objects.create(methodology=methodology, kind=kind, title=kind, course=course)
    assert list(CoursePage.objects.matching({"methodology": "jauniesi"})) == [course]


@pytest.mark.parametrize(
    ("hours", "length"), [("0.5", "short"), ("4", "short"), ("4.25", "middle"), ("16", "middle"), ("16.5", "long")]
)
def test_every_length_falls_in_one_bucket(db, hours, length):
    course = CoursePageFactory(hours=Decimal(hours))
    assert [one for one in CoursePage.Length.values if course in found(hours=one)] == [length]


def test_a_course_of_unknown_hours_has_no_length(db):
    course = CoursePageFactory(hours=None, state=IN_PREPARATION, lessons=0)
    assert [one for one in CoursePage.Length.values if course in found(hours=one)] == []


def test_a_course_is_found_by_audience_and_state(db):
    course = CoursePageFactory()
    course.audience.add(RoleFactory(code="social_worker"))
    course.save()
    waiting = CoursePageFactory(state=IN_PREPARATION, lessons=0)
    assert found(audience="social_worker") == {course}
    assert found(state="in_preparation") == {waiting}


@pytest.mark.parametrize("asked", [{"hours": "999"}, {"state": "mine"}, {"hours": "", "state": ""}, {"page": "'"}])
def test_a_value_that_no_filter_offers_is_ignored(db, asked):
    course = CoursePageFactory()
    assert found(**asked) == {course}


def test_an_unknown_methodology_finds_nothing(db):
    CoursePageFactory()
    assert found(methodology="nav-tadas") == found(audience="nav_tadas") == set()


@pytest.mark.parametrize("name", ["methodology", "audience"])
@pytest.mark.parametrize("value", ["\x00", "x" * 5000, "a b"])
def test_what_can_be_no_key_is_ignored(client, catalogue, name, value):
    course = CoursePageFactory()
    answer = client.get(catalogue.url, {name: value})
    assert (answer.status_code, answer.context["courses"]) == (200, [course])


def test_opening_a_course_asks_for_hours(db):
    course = CoursePageFactory(hours=None, state=IN_PREPARATION)
    course.state = CoursePage.State.OPEN
    with pytest.raises(ValidationError) as wrong:
        course.full_clean()
    assert list(wrong.value.message_dict) == ["hours"]


def test_opening_a_course_asks_for_a_live_lesson(db):
    course = CoursePageFactory(state=IN_PREPARATION, lessons=0)
    LessonPageFactory(parent=course, live=False)
    course.state = CoursePage.State.OPEN
    with pytest.raises(ValidationError) as wrong:
        course.full_clean()
    assert list(wrong.value.message_dict) == ["state"]


def test_a_course_in_preparation_needs_neither(db):
    CoursePageFactory(hours=None, state=IN_PREPARATION, lessons=0).full_clean()


@pytest.mark.parametrize("lessons", [1, 3])
def test_guests_read_catalogue_and_course_without_cookie_or_token(client, catalogue, lessons):
    course = CoursePageFactory(lessons=lessons)
    for page in (catalogue, course):
        answer = client.get(page.url)
        assert (answer.status_code, answer.cookies) == (200, {})
        assert b"csrfmiddlewaretoken" not in answer.content
        assert "Cookie" in answer["Vary"]


def test_a_guest_is_led_to_begin_the_course(client, db):
    course = CoursePageFactory()
    assert f'href="/macibas/{course.translation_key}/sakt/"' in client.get(course.url).content.decode()


def test_a_course_in_preparation_says_so(client, db):
    course = CoursePageFactory(state=IN_PREPARATION, lessons=0)
    answer = client.get(course.url).content.decode()
    assert "Kurss top; pieteikšanās vēl nav atvērta." in answer
    assert "/sakt/" not in answer


def test_the_catalogue_shows_open_courses_first_in_the_latvian_alphabet(client, catalogue):
    for title in ("Zeme", "Ādaži", "Celms"):
        CoursePageFactory(title=title)
    CoursePageFactory(title="Aka", state=IN_PREPARATION, lessons=0)
    shown = client.get(catalogue.url).context["courses"]
    assert [course.title for course in shown] == ["Ādaži", "Celms", "Zeme", "Aka"]


@pytest.mark.parametrize("courses", [1, 3])
def test_the_catalogue_asks_as_much_for_one_course_as_for_three(catalogue, rf, django_assert_num_queries, courses):
    CoursePageFactory.create_batch(courses)
    request = rf.get("/kursi/", {"state": "open"})
    with django_assert_num_queries(2):
        assert len(catalogue.get_context(request)["courses"]) == courses


@pytest.mark.parametrize("lessons", [1, 3])
def test_a_course_page_asks_as_much_for_one_lesson_as_for_three(rf, db, django_assert_num_queries, lessons):
    course = CoursePage.objects.get(pk=CoursePageFactory(lessons=lessons).pk)
    with django_assert_num_queries(2):
        assert len(course.get_context(rf.get("/"))["lessons"]) == lessons


@pytest.mark.parametrize("live", [True, False])
def test_a_lesson_belongs_to_its_course_whether_that_is_published_or_not(db, live):
    course = CoursePageFactory(live=live)
    assert course.lessons[0].course.pk == course.pk


def test_a_deleted_course_leaves_its_versions(db):
    course = CoursePageFactory()
    version = freeze_version(course, at=at(2026))
    course.delete()
    version.refresh_from_db()
    assert (version.page, version.title, len(version.lessons)) == (None, course.title, 2)


def test_a_corrected_lesson_makes_no_new_version(db):
    course = CoursePageFactory()
    before = freeze_version(course, at=at(2026))
    lesson = course.lessons[0]
    lesson.title = "Skaidrāk"
    lesson.save()
    assert freeze_version(course, at=at(2026, 2)) == before


def test_the_order_of_lessons_makes_a_new_version(db):
    course = CoursePageFactory()
    before = freeze_version(course, at=at(2026))
    course.lessons[1].move(course, pos="first-child")
    assert freeze_version(course, at=at(2026, 2)) != before


def test_lessons_are_not_offered_to_search_engines(client, db):
    course = CoursePageFactory()
    sitemap = client.get("/sitemap.xml").content.decode()
    assert (course.url in sitemap, course.lessons[0].url in sitemap) == (True, False)
