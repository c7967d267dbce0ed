from django import template
from django.utils import timezone

from compliance.riga import legal_date
from lms.learning import standing

register = template.Library()


@register.simple_tag(takes_context=True)
def learning_state(context, course):
    """How the visitor stands to a course; None for a guest."""
    user = context["request"].user
    return standing(user, course, on=legal_date(timezone.now())) if user.is_authenticated else None
