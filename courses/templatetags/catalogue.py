from django import template
from django.utils.translation import get_language

from courses.models import CoursePage

register = template.Library()


@register.simple_tag
def open_courses():
    """The courses one can take now, in the visitor's language."""
    return CoursePage.objects.live().public().open().filter(locale__language_code=get_language()).order_by("title")
