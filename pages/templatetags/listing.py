"""Lists of pages of mixed kinds: what a topic gathers, what a contributor made, what is related."""

from django import template

from pages import beside
from pages.specifics import specifics
from people.wording import sort_key

register = template.Library()
register.simple_tag(beside.topics_of)
register.simple_tag(beside.related_to)


@register.filter
def by_kind(pages):
    """Those of one kind together, newest first where they tell when."""
    kept = sorted(specifics(list(pages)), key=lambda page: sort_key(page.title))
    kept.sort(key=lambda page: str(page.when), reverse=True)
    return sorted(kept, key=lambda page: sort_key(page.kind_name))


@register.simple_tag
def people_of(page):
    """The contributions of a page with their people, those of one role together, in the order of their first."""
    first = {row.role: position for position, row in reversed(list(enumerate(page.credits)))}
    return sorted(page.credits, key=lambda row: first[row.role])
