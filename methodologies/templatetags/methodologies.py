from django import template
from django.db.models import Prefetch
from django.utils.translation import get_language

from methodologies.models import GuidelinePage, MethodologyPage, Programme

register = template.Library()


@register.simple_tag
def live_methodologies():
    """The public methodologies in the visitor's language, each with its parts."""
    parts = Prefetch("programmes", Programme.objects.select_related("course"))
    live = MethodologyPage.objects.live().public().filter(locale__language_code=get_language())
    return live.order_by("number").prefetch_related(parts)


@register.simple_tag
def methodologies_of_courses():
    """The choices of the catalogue's filter: live methodologies whose e-learning programme has a course."""
    return MethodologyPage.objects.live().public().filter(programmes__course__live=True).distinct().order_by("number")


@register.simple_tag
def methodology_of(course):
    """The live methodology whose e-learning programme points at a course, if any; a course being written has none."""
    return course.pk and MethodologyPage.objects.live().public().filter(programmes__course=course).first()


@register.simple_tag
def guidelines():
    return GuidelinePage.objects.live().public().filter(locale__language_code=get_language()).order_by("title")
