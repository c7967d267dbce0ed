"""Lists of pages of mixed kinds: what a topic gathers, what a contributor made, what is related."""

from django import template

from pages.models import TopicPage
from people.wording import sort_key

register = template.Library()


@register.filter
def by_kind(pages):
    """Specific pages, those of one kind together, newest first where they tell when."""
    kept = sorted(pages.specific(), key=lambda page: sort_key(page.title))
    kept.sort(key=lambda page: str(page.when), reverse=True)
    return sorted(kept, key=lambda page: sort_key(page.kind_name))


@register.simple_tag
def topics_of(page):
    """The public topics of a page in the editor's order."""
    found = TopicPage.objects.live().public().in_bulk([row.topic_id for row in page.subjects.all()])
    return [found[row.topic_id] for row in page.subjects.all() if row.topic_id in found]


@register.simple_tag
def related_to(page):
    return list(page.related().specific()) if page.pk else []


@register.simple_tag
def people_of(page):
    """The contributions of a page with their people, those of one role together, in the order of their first."""
    rows = list(page.contributions.select_related("contributor")) if page.pk else []
    first = {row.role: position for position, row in reversed(list(enumerate(rows)))}
    return sorted(rows, key=lambda row: first[row.role])
