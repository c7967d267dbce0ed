"""What every question needs and what changes seldom, kept for a minute: names of facets, synonyms."""

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language

from glossary.models import TermName
from people.models import Role

from .labels import KIND_NAMES
from .models import Entry
from .shelves import held_as
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
        "topic": _titles("topic"),
        "methodology": _titles("methodology"),
        "year": {},
        "audience": {role.pk: str(role) for role in Role.objects.all()},
        "language": {code: str(name) for code, name in settings.LANGUAGES},
    }


def _titles(kind):
    """By slug, as the index holds them; those in the language of the moment come last and so win."""
    told = Entry.objects.filter(shelf__key__contains=f"|kind:{kind}|").values_list("page__slug", "title", "shelf__key")
    spoken = held_as("language", get_language())
    return {slug: title for slug, title, _key in sorted(told, key=lambda row: f"|{spoken}|" in row[2])}


def _concepts():
    """The Latvian names and the abbreviations of every concept that has several."""
    terms = Entry.objects.filter(shelf__key__contains="|kind:term|").values("page")  # the public ones
    also = TermName.objects.filter(term__in=terms).exclude(kind=TermName.Kind.PREFERRED)
    also = also.filter(language="lv") | also.filter(kind=TermName.Kind.ABBREVIATION)
    names = {}
    for term, title, text in also.order_by("pk").values_list("term", "term__title", "text"):
        names.setdefault(term, [title]).append(text)
    return names.values()
