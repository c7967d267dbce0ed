from django import template
from wagtail.models import Locale

from courses.models import CoursePage

register = template.Library()


@register.simple_tag
def open_courses():
    """The courses one can take now, in the visitor's language."""
    return CoursePage.objects.live().public().open().filter(locale=Locale.get_active()).order_by("title")
