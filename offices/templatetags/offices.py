"""Words that only the pages of the offices need."""

from django import template
from django.utils.translation import get_language

from people.wording import number, plural

register = template.Library()


@register.filter
def lacked_hours(hours):
    """Hours after „trūkst”, which takes the genitive; a fraction takes its singular."""
    if (get_language() or "").startswith("en"):
        return f"{number(hours, 'en')} {plural(hours, 'hour', 'hours', lang='en')}"
    whole = hours == int(hours)
    return f"{number(hours)} {plural(hours, 'stundas', 'stundu') if whole else 'stundas'}"
