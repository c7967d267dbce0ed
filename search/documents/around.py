"""What is told of many pages at once: their topics, people, methodologies, and the pages above them."""

from collections import defaultdict

from wagtail.models import Locale, Page

from methodologies.models import MethodologyPage
from pages.models import Contribution, Relation, Subject

from ..public import HOME_DEPTH, hidden


class Around:
    def __init__(self, pages):
        public = Page.objects.live().exclude(hidden())
        self._topics = by_page(Subject.objects.filter(topic__in=public), pages, "topic__slug", "topic__title")
        self._people = by_page(Contribution.objects.filter(contributor__in=public), pages, "contributor__title")
        known = MethodologyPage.objects.filter(pk__in=public)
        self._methodologies = by_page(Relation.objects.filter(related__in=known), pages, "related__slug")
        self.languages = dict(Locale.objects.values_list("pk", "language_code"))
        paths = {path for page in pages for path in paths_above(page)}
        self._titles = dict(Page.objects.live().filter(path__in=paths).values_list("path", "title"))

    def topics(self, page):
        """{slug: title}"""
        return dict(self._topics[page.pk])

    def people(self, page):
        """In one line, if there are any."""
        return [", ".join(dict.fromkeys(name for (name,) in self._people[page.pk]))]

    def methodologies(self, page):
        return [slug for (slug,) in self._methodologies[page.pk]]

    def crumbs(self, page):
        """The titles from the section down, as the page shows them."""
        return [self._titles[path] for path in paths_above(page) if path in self._titles]


def by_page(rows, pages, *names):
    found = defaultdict(list)
    for page, *told in rows.filter(page__in=[page.pk for page in pages]).values_list("page", *names):
        found[page].append(told)
    return found


def paths_above(page):
    step = Page.steplen
    return [page.path[: step * depth] for depth in range(HOME_DEPTH + 1, page.depth)]
