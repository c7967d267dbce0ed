"""Which pages everyone may see, asked of the database together with the pages themselves.

The conditions are put together once: Django copies an expression where it is used.
"""

from functools import cache

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Subquery
from wagtail.models import Page, PageQuerySet, PageViewRestriction

PATH = ExpressionWrapper(OuterRef("path"), output_field=CharField())


@cache
def for_everyone():
    """The condition that neither a page nor one above it is private, without a query of its own.

    Joined to the restrictions, pages would be read first where the database takes them for fewer (SQLite after
    ANALYZE), and every page compared with every other.
    """
    top = Subquery(Page.objects.filter(pk=OuterRef("page")).order_by().values("path"))
    return ~Exists(PageViewRestriction.objects.annotate(of=PATH, top=top).filter(of__startswith=F("top")))


@cache
def may_be_private():
    """Whether it must be asked who may see a page: an alias is as private as what it repeats."""
    aliases = Page.objects.filter(alias_of__isnull=False).annotate(of=PATH).filter(of__startswith=F("path"))
    return ~for_everyone() | Exists(aliases)


class BasePageQuerySet(PageQuerySet):
    def public(self):
        return self.filter(for_everyone())

    def with_privacy(self):
        """So that `admits` asks nothing of the database where nothing is private."""
        return self.annotate(may_be_private=may_be_private())
