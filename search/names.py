"""What the values of facets are called, kept for a minute: they change seldom and every question needs them."""

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language

from methodologies.models import MethodologyPage
from pages.models import TopicPage
from people.models import Role

from .labels import KIND_NAMES

KEPT = 60


def facet_names():
    """{facet: {value: name}} in the language of the moment; years are called by themselves."""
    return cache.get_or_set(f"search-names-{get_language()}", _read, KEPT)


def _read():
    return {
        "kind": {kind: str(name) for kind, name in KIND_NAMES.items()},
        "topic": titles(TopicPage),
        "methodology": titles(MethodologyPage),
        "year": {},
        "audience": {role.pk: str(role) for role in Role.objects.all()},
        "language": {code: str(name) for code, name in settings.LANGUAGES},
    }


def titles(pages):
    """By slug; those of the language of the moment come last and so win."""
    found = pages.objects.live().public().values_list("slug", "title", "locale__language_code")
    return {slug: title for slug, title, code in sorted(found, key=lambda row: row[2] == get_language())}
