"""What everyone may find: published, private nowhere up to the root, of lessons those of open courses."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import Page

from courses.models import CoursePage, LessonPage
from pages.models import may_be_private

HOME_DEPTH = 2


def public_pages():
    """An alias is left out too: it repeats a page that is found itself."""
    above = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    open_courses = CoursePage.objects.live().open().annotate(below=above).filter(below__startswith=F("path"))
    lessons = LessonPage.objects.filter(pk=OuterRef("pk"))
    return Page.objects.live().filter(~may_be_private(), ~Exists(lessons) | Exists(open_courses), depth__gte=HOME_DEPTH)
