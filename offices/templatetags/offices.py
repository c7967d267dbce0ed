"""Words that only the pages of the offices need."""

from datetime import date

from django import template
from django.utils.translation import get_language

from offices.importing.plan import Outcome
from people.wording import number, plural

register = template.Library()


@register.filter
def lacked_hours(hours):
    """Hours after „trūkst”, which takes the genitive; a fraction takes its singular."""
    if (get_language() or "").startswith("en"):
        return f"{number(hours, 'en')} {plural(hours, 'hour', 'hours', lang='en')}"
    whole = hours == int(hours)
    return f"{number(hours)} {plural(hours, 'stundas', 'stundu') if whole else 'stundas'}"


@register.filter
def outcome_name(outcome):
    """What becomes of a row of an import."""
    return Outcome(outcome).label


@register.filter
def kept_day(day):
    """A day as JSON keeps it."""
    return f"{date.fromisoformat(day):%d.%m.%Y}"
