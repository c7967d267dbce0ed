"""What facets count, as one key a shelf and back, and the counting. Pure.

A key reads „|kind:article|topic:vardarbiba|year:2016|language:lv|”: whether it holds a value can be asked of the text.
"""

from collections import Counter
from functools import lru_cache

from .found import Found
from .kinds import FACETS

FENCE = "|"


def key(facets):
    """`facets`: {name: values}; what has no value is simply not counted there."""
    held = [held_as(name, value) for name in FACETS for value in sorted(set(facets.get(name, ())))]
    return FENCE + FENCE.join(held) + FENCE


def held_as(name, value):
    return f"{name}:{value}"


@lru_cache(maxsize=2**14)
def facets(key):
    """Of shared tuples, so never changed."""
    held = {name: [] for name in FACETS}
    for part in filter(None, key.split(FENCE)):
        name, _colon, value = part.partition(":")
        held[name].append(value)
    return {name: tuple(values) for name, values in held.items()}


def admits(chosen, held, besides=None):
    """Whether what is held fits the choice: any value of each facet, of one facet `besides` not asked."""
    return all(name == besides or not set(values).isdisjoint(held[name]) for name, values in chosen.items())


def counted(shelves, chosen):
    """Of {key of a shelf: entries found on it}: a facet counts what each of its values would give."""
    counters, total = {name: Counter() for name in FACETS}, 0
    for shelf, number in shelves.items():
        held = facets(shelf)
        total += number if admits(chosen, held) else 0
        for name, counter in counters.items():
            if held[name] and admits(chosen, held, besides=name):
                counter.update(dict.fromkeys(held[name], number))
    return Found(total, facets={name: in_order(counter) for name, counter in counters.items()})


def in_order(counter):
    return sorted(counter.items(), key=lambda counted: (-counted[1], counted[0]))
