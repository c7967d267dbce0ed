"""Pages as what they are: of mixed kinds by one query, and one page together with which of its lists hold anything."""

from functools import cache

from django.db.models import BigIntegerField, Exists, OuterRef
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

from people.prepared import prepared

TOLD = {}
"""What an app above wants told with every page, as a kind does with its own (`told`): {name: expression}."""


def specifics(pages):
    """Rows of `Page` as pages of their kinds, in the same order, by one query however many kinds there are."""
    kinds = {page.specific_class for page in pages}
    rows = _joined_by_key(*sorted(map(table, kinds)), keys=[page.pk for page in pages]) if kinds else ()
    found = {row.pk: row for row in rows}
    specific = [of_kind(found[page.pk], page.specific_class) for page in pages if page.pk in found]
    for kind in kinds:
        kind.gather([page for page in specific if isinstance(page, kind)])
    return specific


@prepared(keys=[BigIntegerField()])
def _joined_by_key(*tables, keys):
    return Page.objects.filter(pk__in=keys).order_by().select_related("locale", *tables)


def joined(rows, *kinds):
    """Those of a few kinds known before among rows of `Page`, as pages of their kinds, by one query."""
    found = rows.select_related("locale", *map(table, kinds))
    return [of_kind(page, page.specific_class) for page in found if page.specific_class in kinds]


def table(kind):
    return kind._meta.model_name


def of_kind(page, kind):
    specific = getattr(page, table(kind))
    specific.locale = page.locale
    return specific


def with_lists(page):
    """A page as its own kind. Its lists that hold nothing are told so, that templates need not ask for each."""
    (specific,) = told_of(page.specific_class, key=page.pk)
    for one in lists_of(page.specific_class):
        if not getattr(specific, f"holds_{one.name}"):
            setattr(specific, one.name, [])
    return specific


@prepared(key=BigIntegerField())
def told_of(kind, *, key):
    """What is asked of every page of a kind."""
    lists = {f"holds_{one.name}": holds(one) for one in lists_of(kind)}
    return kind.objects.filter(pk=key).annotate(**TOLD, **kind.told(), **lists)


@cache
def lists_of(kind):
    return [one for one in get_all_child_relations(kind) if not one.related_model.__module__.startswith("wagtail.")]


def holds(relation):
    return Exists(relation.related_model.objects.filter(**{relation.field.name: OuterRef("pk")}))
