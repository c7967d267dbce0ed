"""The terms of the newest edition, made once in each process. Which edition is the newest is told with every page
(pages/specifics.py); elsewhere it is one small query."""

from functools import lru_cache

from .models import Edition, TermName, TermPage
from .terms import Name, Terms


def newest_edition():
    return Edition.objects.order_by("pk").values_list("key", flat=True)[:1]


def current_terms(edition=None):
    return made(edition or newest_edition().first())


@lru_cache(maxsize=2)
def made(edition):
    return Terms(names(TermPage.objects.live().public().filter(locale__language_code="lv")))


def terms_of(page):
    """Those of one entry."""
    return Terms(names(TermPage.objects.filter(pk=page.pk)))


def names(pages):
    """Everything that concepts are called in Latvian."""
    also = TermName.objects.filter(term__in=pages, language="lv")
    rows = [*pages.values_list("pk", "title"), *also.values_list("term", "text")]
    return [Name(*row) for row in rows]
