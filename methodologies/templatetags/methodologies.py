from django import template
from django.db.models import BigIntegerField, Prefetch
from django.utils.translation import get_language

from methodologies.models import GuidelinePage, MethodologyPage, Programme
from people.prepared import prepared

register = template.Library()


@register.simple_tag
def live_methodologies():
    """The public methodologies in the visitor's language, each with its parts."""
    return _live_methodologies(get_language())


@prepared()
def _live_methodologies(language):
    parts = Prefetch("programmes", Programme.objects.select_related("course"))
    live = MethodologyPage.objects.live().public().filter(locale__language_code=language)
    return live.order_by("number").prefetch_related(parts)


@register.simple_tag
@prepared()
def methodologies_of_courses():
    """The choices of the catalogue's filter: live methodologies whose e-learning programme has a course."""
    return MethodologyPage.objects.live().public().filter(programmes__course__live=True).distinct().order_by("number")


@register.simple_tag
def methodology_of(course):
    """The live methodology whose e-learning programme points at a course, if any; a course being written has none."""
    return next(iter(_methodologies_of(course=course.pk)), None) if course.pk else None


@prepared(course=BigIntegerField())
def _methodologies_of(*, course):
    return MethodologyPage.objects.live().public().filter(programmes__course=course)[:1]


@register.simple_tag
def guidelines():
    return _guidelines(get_language())


@prepared()
def _guidelines(language):
    return GuidelinePage.objects.live().public().filter(locale__language_code=language).order_by("title")
