"""What facets count, as one key a shelf and back, and the counting. Pure.

A key reads „|kind:article|topic:vardarbiba|year:2016|language:lv|”: whether it holds a value can be asked of the text.
"""

from collections import defaultdict
from functools import lru_cache
from sys import intern

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
    """Everything that a shelf holds, as it is written."""
    return tuple(map(intern, filter(None, key.split(FENCE))))


@lru_cache(maxsize=2**15)
def facets(key):
    """{facet: values}, shared and so never changed."""
    return {name: tuple(value for facet, value in map(parted, held(key)) if facet == name) for name in FACETS}


def parted(one):
    name, _colon, value = one.partition(":")
    return name, value


def counted(shelves, chosen):
    """Of {key of a shelf: entries found on it}: a facet counts what each of its values would give."""
    wanted = {name: {held_as(name, value) for value in values} for name, values in chosen.items()}
    total, counter = 0, defaultdict(int)
    for shelf, number in shelves.items():
        values = held(shelf)
        lacking = wanted and [name for name, any_of in wanted.items() if any_of.isdisjoint(values)]
        if not lacking:
            total += number
        elif len(lacking) == 1:
            values = [one for one in values if parted(one)[0] in lacking]
        else:
            continue
        for one in values:
            counter[one] += number
    return Found(total, facets=by_name({parted(one): number for one, number in counter.items()}))


def by_name(counter):
    """{facet: (value, number)}, the most first."""
    found = {name: [] for name in FACETS}
    for (name, value), number in sorted(counter.items(), key=lambda counted: (-counted[1], counted[0][1])):
        found[name].append((value, number))
    return found
