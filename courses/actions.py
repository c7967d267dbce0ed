"""What fixes a course in time."""

from django.db import transaction

from . import frozen
from .models import CoursePage, CourseVersion


@transaction.atomic(savepoint=False)
def freeze_version(course, *, at):
    """Find or make the version that a course is now, whatever its language; only what is stored counts."""
    course = CoursePage.objects.get(pk=course.pk)
    content = course.frozen_content
    version, _ = CourseVersion.objects.get_or_create(
        course_key=course.translation_key,
        digest=frozen.digest(course.hours, content),
        defaults={
            "page": course,
            "title": course.title,
            "hours": course.hours,
            "content": content,
            "created_at": at,
        },
    )
    return version
