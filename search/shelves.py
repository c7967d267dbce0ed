"""What facets count, as one key a shelf and back, and the counting. Pure.

A key reads „|kind:article|topic:vardarbiba|year:2016|language:lv|”: whether it holds a value can be asked of the text.
"""

from collections import defaultdict
from functools import lru_cache

from .found import Found
from .kinds import FACETS

FENCE = "|"


def key(facets):
    """`facets`: {name: values}; what has no value is simply not counted there."""
    pairs = [held_as(name, value) for name in FACETS for value in sorted(set(facets.get(name, ())))]
    return FENCE + FENCE.join(pairs) + FENCE


def held_as(name, value):
    return f"{name}:{value}"


@lru_cache(maxsize=2**15)
def held(key):
    """(facet, value) of everything that a shelf holds."""
    return tuple(tuple(part.split(":", 1)) for part in key.split(FENCE) if part)


@lru_cache(maxsize=2**15)
def facets(key):
    """{facet: values}, shared and so never changed."""
    return {name: tuple(value for facet, value in held(key) if facet == name) for name in FACETS}


def counted(shelves, chosen):
    """Of {key of a shelf: entries found on it}: a facet counts what each of its values would give."""
    wanted = {name: {(name, value) for value in values} for name, values in chosen.items()}
    total, counter = 0, defaultdict(int)
    for shelf, number in shelves.items():
        pairs = held(shelf)
        if lacking := wanted and [name for name, any_of in wanted.items() if any_of.isdisjoint(pairs)]:
            pairs = [pair for pair in pairs if lacking == [pair[0]]]
        else:
            total += number
        for pair in pairs:
            counter[pair] += number
    return Found(total, facets=by_name(counter))


def by_name(counter):
    """{facet: (value, number)}, the most first."""
    found = {name: [] for name in FACETS}
    for (name, value), number in sorted(counter.items(), key=lambda counted: (-counted[1], counted[0][1])):
        found[name].append((value, number))
    return found
