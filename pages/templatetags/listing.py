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
    kept.sort(key=lambda page: page.dated, reverse=True)
    return sorted(kept, key=lambda page: sort_key(page.kind_name))


@register.simple_tag
def people_of(page):
    """The people of a page by what they did, (what, contributions), in the order of the first of each role."""
    roles = {}
    for row in page.credits:
        roles.setdefault(row.role, []).append(row)
    return [(called(rows), rows) for rows in roles.values()]


def called(rows):
    return rows[0].get_role_display() if len(rows) == 1 else rows[0].SEVERAL[rows[0].role]
