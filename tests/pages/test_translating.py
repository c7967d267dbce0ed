"""Pages in English: an editor translates them beside the Latvian (wagtail-localize)."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from courses.actions import freeze_version
from people import groups
from tests.factories import CoursePageFactory, LessonPageFactory, UserFactory, at, true_false


@pytest.fixture
def english(db):
    return Locale.objects.get(language_code="en")


@pytest.fixture
def course(db):
    course = CoursePageFactory(title="Supervīzija", questions=[true_false()])
    LessonPageFactory(parent=course)
    return course


def submit(client, page, locale):
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.post(address, {"locales": [locale.pk], "include_subtree": "on"})


@pytest.fixture
def translate(english, django_capture_on_commit_callbacks):
    def translated(page, words):
        with django_capture_on_commit_callbacks(execute=True):
            publish(page, english, words)

    return translated


def publish(page, locale, words):
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=locale)
    for segment in StringSegment.objects.filter(source=translation.source, string__data__in=words):
        StringTranslation.objects.create(
            translation_of=segment.string, context=segment.context, locale=locale, data=words[segment.string.data]
        )
    translation.save_target(publish=True)


@pytest.mark.parametrize("group", [groups.EDITOR, groups.MODERATOR, groups.ADMINISTRATOR])
def test_whoever_edits_begins_a_translation_that_nobody_sees_yet(client, course, english, group):
    client.force_login(UserFactory(groups=[group]))
    assert submit(client, course, english).status_code == 302
    translated = course.get_translation(english)
    assert (translated.live, translated.title, translated.get_children().count()) == (False, "Supervīzija", 3)


def test_others_do_not_translate(client, course, english):
    client.force_login(UserFactory(groups=[groups.ANALYST]))
    submit(client, course, english)
    assert course.get_translation_or_none(english) is None


def test_a_translated_course_is_shown_in_english_and_is_the_same_course(client, course, english, translate):
    client.force_login(UserFactory(groups=[groups.MODERATOR]))
    submit(client, course, english)
    for lesson in course.lessons:
        translate(lesson, {})
    translate(course, {"Supervīzija": "Supervision"})
    translated = course.get_translation(english)
    assert "<h1>Supervision</h1>" in client.get(translated.url).content.decode()
    assert freeze_version(translated, at=at(2026)) == freeze_version(course, at=at(2026))
