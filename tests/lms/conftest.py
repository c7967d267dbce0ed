import pytest
from wagtail.models import Locale


@pytest.fixture
def english():
    """Makes the English translation of a course, its lessons with it."""

    def translate(course):
        locale = Locale.objects.get(language_code="en")
        translation = course.copy_for_translation(locale, copy_parents=True)
        for lesson in course.lessons:
            lesson.copy_for_translation(locale).save_revision().publish()
        translation.save_revision().publish()
        translation.refresh_from_db()
        return translation

    return translate
