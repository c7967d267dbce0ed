"""The ways on from an answer: one more value of a facet, one fewer, another order. Addresses keep the rest."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .asking import ORDERS
from .kept import facet_names
from .kinds import FACETS

SHOWN = 8
BY_VALUE = {"year"}
FACET_NAMES = {
    "kind": _("Kind"),
    "topic": _("Topic"),
    "methodology": _("Methodology"),
    "year": _("Year"),
    "audience": pgettext_lazy("search", "For whom"),
    "language": _("Language"),
}
ORDER_NAMES = {
    "relevance": _("Best match first"),
    "newest": _("Newest first"),
    "oldest": _("Oldest first"),
    "title": _("By title"),
}


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    first: list
    rest: list


def address(params):
    return f"{reverse('search:search')}?{params.urlencode()}"


def turned(params, name, value):
    """The same question with one value more, or without it if it is chosen already."""
    params = params.copy()
    values = params.getlist(name)
    params.setlist(name, [one for one in values if one != value] if value in values else [*values, value])
    params.pop("page", None)
    return address(params)


def chosen(params, query):
    """What the address narrows the answer down to: label, name, the address without it."""
    values = [(facet, value) for facet in FACETS for value in query.facets.get(facet, ())]
    values = [(facet, value) for facet, value in values if value in params.getlist(facet)]
    names = facet_names() if values else {}
    return [
        {"label": FACET_NAMES[facet], "name": names[facet].get(value, value), "without": turned(params, facet, value)}
        for facet, value in values
    ]


def facets(found):
    """Those that can narrow down: with values to choose among, or one to let go."""
    return [
        Facet(name, FACET_NAMES[name], *cut(in_order(name, choices)))
        for name, choices in found.items()
        if len(choices) > 1 or any(choice.chosen for choice in choices)
    ]


def in_order(name, choices):
    return sorted(choices, key=lambda choice: choice.value, reverse=True) if name in BY_VALUE else choices


def cut(choices):
    return choices[:SHOWN], choices[SHOWN:]


def orders(query):
    return [{"value": value, "name": ORDER_NAMES[value], "chosen": value == query.order} for value in ORDERS]


def kept(params):
    """What a new question keeps of the old one: its facets and its order."""
    return [(name, value) for name in (*FACETS, "order") for value in params.getlist(name)]
