"""What editors recommend for a question: the same words in any form and order, with and without diacritics."""

from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Q
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page

from pages.models import for_everyone

from .asking import asked
from .kept import SECONDS

KEY = "search-picks"


@dataclass(frozen=True)
class Pick:
    title: str
    address: str
    description: str


def picks(query, request=None):
    """Those of the pages that everyone may see."""
    recommended = promotions_by_words().get(words(query)) if query.words else None
    if not recommended:
        return []
    seen = Q(page=None) | Q(page__in=Page.objects.live().filter(for_everyone()))
    rows = SearchPromotion.objects.filter(seen, pk__in=recommended).select_related("page").order_by("sort_order", "pk")
    return [pick(row, request) for row in rows]


def pick(row, request):
    address = row.page.get_url(request) if row.page else row.external_link_url
    return Pick(row.title, address, row.description)


def words(query):
    return frozenset(word.key for word in query.words)


def promotions_by_words():
    """{words: numbers of promotions}, kept until editors change something."""
    return cache.get_or_set(KEY, _read, SECONDS)


def _read():
    found = {}
    for number, text in SearchPromotion.objects.values_list("pk", "query__query_string"):
        found.setdefault(words(asked(text, {})), []).append(number)
    return found


def forget(**kwargs):
    """An editor's change shows at once."""
    cache.delete(KEY)
