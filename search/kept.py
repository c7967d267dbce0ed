"""What every question needs and what changes seldom, kept for a minute: names of facets, synonyms."""

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language

from glossary.models import TermName, TermPage
from methodologies.models import MethodologyPage
from pages.models import TopicPage
from people.models import Role

from .labels import KIND_NAMES
from .synonyms import Synonyms

SECONDS = 60
NAMES, SYNONYMS = "search-names", "search-synonyms"


def forget():
    cache.delete_many([SYNONYMS, *(f"{NAMES}-{code}" for code, _name in settings.LANGUAGES)])


def facet_names():
    """{facet: {value: name}} in the language of the moment; years are called by themselves."""
    return cache.get_or_set(f"{NAMES}-{get_language()}", _facet_names, SECONDS)


def synonyms():
    return cache.get_or_set(SYNONYMS, lambda: Synonyms(_concepts()), SECONDS)


def _facet_names():
    return {
        "kind": {kind: str(name) for kind, name in KIND_NAMES.items()},
        "topic": _titles(TopicPage),
        "methodology": _titles(MethodologyPage),
        "year": {},
        "audience": {role.pk: str(role) for role in Role.objects.all()},
        "language": {code: str(name) for code, name in settings.LANGUAGES},
    }


def _titles(pages):
    """By slug; those in the language of the moment come last and so win."""
    found = pages.objects.live().public().values_list("slug", "title", "locale__language_code")
    return {slug: title for slug, title, code in sorted(found, key=lambda row: row[2] == get_language())}


def _concepts():
    """The Latvian names and the abbreviations of every concept that has several."""
    terms = TermPage.objects.live().public()
    also = TermName.objects.filter(term__in=terms).exclude(kind=TermName.Kind.PREFERRED)
    also = also.filter(language="lv") | also.filter(kind=TermName.Kind.ABBREVIATION)
    names = {}
    for term, title, text in also.order_by("pk").values_list("term", "term__title", "text"):
        names.setdefault(term, [title]).append(text)
    return names.values()
