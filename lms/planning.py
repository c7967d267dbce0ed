"""Which courses close which gaps; pure. A course counts nothing for those who have taken it (`taken_by`).

`smallest` is exact: the fewest courses, then the least surplus, by dynamic programming over hundredths of an hour.
`office_plan` wants the fewest different courses, then the fewest enrolments, then the least surplus. Its number of
courses is exact while a size has at most SETS_TRIED sets (40 courses: up to 3; 15 courses: always) and greedy beyond;
enrolments and surplus are compared among the first SETS_COMPARED sets of that size that close every gap. Who takes
what of the chosen courses is exact again. Equal plans are told apart by hours, title and key, so the answer repeats.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate, combinations, islice
from math import comb

SETS_TRIED = 10_000
SETS_COMPARED = 200
NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Offer:
    """A course that can be begun now."""

    key: Hashable
    title: str
    hours: Decimal
    taken_by: frozenset = frozenset()


@dataclass(frozen=True, slots=True)
class Plan:
    """Who takes what, and what stays missing for whom whatever they take."""

    courses: dict[Hashable, tuple[Offer, ...]]
    rest: dict[Hashable, Decimal]

    @property
    def takers(self) -> dict[Offer, list[Hashable]]:
        """The people of each course, the course of most people first."""
        found = {}
        for person, offers in self.courses.items():
            for offer in offers:
                found.setdefault(offer, []).append(person)
        return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), *_order(pair[0]))))


@dataclass(frozen=True, slots=True)
class Demand:
    """What must be reached of the courses at these places; the same for everyone who stands so."""

    places: tuple[int, ...]
    target: int


def total(offers: Iterable[Offer]) -> Decimal:
    return sum((offer.hours for offer in offers), NONE)


def smallest(offers: Iterable[Offer], gap: Decimal) -> tuple[Offer, ...]:
    """The fewest offers that cover the gap, of those the least surplus; all of them where even that is too little."""
    ordered = sorted(offers, key=_order)
    return tuple(ordered[place] for place in _fewest(_lengths(ordered), _hundredths(gap)))


def office_plan(offers: Iterable[Offer], gaps: Mapping[Hashable, Decimal]) -> Plan:
    """The smallest plan that closes every gap as far as the offers reach."""
    ordered = sorted(offers, key=_order)
    lengths = _lengths(ordered)
    demands = {person: _demand(ordered, lengths, person, gap) for person, gap in gaps.items() if gap > 0}
    chosen = set(_choose(lengths, Counter(demands.values())))
    courses, rest = {}, {}
    for person, demand in demands.items():
        courses[person] = tuple(ordered[place] for place in _places(lengths, demand, chosen))
        if short := gaps[person] - Decimal(demand.target) / 100:
            rest[person] = short
    return Plan(courses, rest)


def _order(offer):
    return -offer.hours, offer.title, str(offer.key)


def _hundredths(hours):
    return int(hours * 100)  # whole numbers, for sums of floats would miss a gap by a hair


def _lengths(offers):
    return tuple(_hundredths(offer.hours) for offer in offers)


def _demand(offers, lengths, person, gap) -> Demand:
    places = tuple(place for place, offer in enumerate(offers) if person not in offer.taken_by)
    return Demand(places, min(_hundredths(gap), sum(lengths[place] for place in places)))


def _fewest(lengths: tuple[int, ...], gap: int) -> tuple[int, ...]:
    """The places of the fewest lengths (longest first) that reach the gap with the least surplus; all if none do."""
    if gap <= 0:
        return ()
    return _closest(lengths, gap) if sum(lengths) > gap else tuple(range(len(lengths)))


@lru_cache(maxsize=10_000)  # people of an office share gaps and courses: most questions were asked before
def _closest(lengths, gap):
    count = next(number for number, reached in enumerate(accumulate(lengths), 1) if reached >= gap)
    most = sum(lengths[:count])
    reached = _reachable(lengths, count, most)
    above = reached[0][count] >> gap  # the lowest bit left is the smallest sum that is enough
    return tuple(_walk(lengths, reached, count, gap + (above & -above).bit_length() - 1))


def _reachable(lengths, count, most) -> list[list[int]]:
    """For each place the sums that exactly 0, 1, … `count` of the lengths from there on can make, as bits."""
    sums, within = [1] + [0] * count, (1 << most + 1) - 1
    tables = [sums]
    for length in reversed(lengths):
        sums = [1] + [sums[one] | sums[one - 1] << length & within for one in range(1, count + 1)]
        tables.append(sums)
    return tables[::-1]


def _walk(lengths, reached, count, goal):
    """The places of so many lengths that make the goal, the longer ones rather."""
    for place, length in enumerate(lengths):
        if count and goal >= length and reached[place + 1][count - 1] >> goal - length & 1:
            yield place
            count, goal = count - 1, goal - length


def _places(lengths, demand: Demand, chosen: set[int]) -> list[int]:
    """Which of the chosen courses someone takes."""
    open_to = [place for place in demand.places if place in chosen]
    return [open_to[place] for place in _fewest(tuple(lengths[place] for place in open_to), demand.target)]


def _choose(lengths, people: Counter[Demand]) -> tuple[int, ...]:
    """The places of the different courses from which every demand can be met."""
    closes = _closes(lengths, people)
    everywhere = set(range(len(lengths)))
    # Below what the neediest takes alone no set can be enough.
    fewest = max((len(_places(lengths, demand, everywhere)) for demand in people), default=0)
    for count in range(fewest, len(lengths) + 1):
        # A manager waits for the page: beyond this a good plan now is worth more than the best one in a minute.
        if comb(len(lengths), count) > SETS_TRIED:
            return _greedy(lengths, people, closes)
        closing = islice(filter(closes, combinations(range(len(lengths)), count)), SETS_COMPARED)
        if best := min(closing, key=lambda chosen: _cost(lengths, people, set(chosen)), default=()):
            return best
    return ()


def _closes(lengths, people) -> Callable[[tuple[int, ...]], bool]:
    """Whether a set meets every demand; the hardest is asked first, and one that another implies not at all."""
    hardest = {}
    for demand in people:
        hardest[demand.places] = max(demand.target, hardest.get(demand.places, 0))
    asked = sorted(((frozenset(places), target) for places, target in hardest.items()), key=lambda one: -one[1])

    def closes(chosen):
        return all(sum(lengths[place] for place in chosen if place in places) >= target for places, target in asked)

    return closes


def _cost(lengths, people, chosen) -> tuple[int, int]:
    """Enrolments and surplus when everyone takes the fewest of the chosen."""
    enrolments = surplus = 0
    for demand, number in people.items():
        taken = _places(lengths, demand, chosen)
        enrolments += number * len(taken)
        surplus += number * (sum(lengths[place] for place in taken) - demand.target)
    return enrolments, surplus


def _greedy(lengths, people, closes) -> tuple[int, ...]:
    """Take what covers most of all that is missing until nothing is, then drop what turned out superfluous."""
    missing, chosen = {demand: demand.target for demand in people}, []
    while any(missing.values()):
        left = [place for place in range(len(lengths)) if place not in chosen]
        best = max(left, key=lambda place: _gain(lengths[place], place, people, missing))
        chosen.append(best)
        missing = {one: max(0, short - lengths[best] * (best in one.places)) for one, short in missing.items()}
    # An early choice may be covered by later ones together.
    for place in tuple(chosen):
        without = [one for one in chosen if one != place]
        chosen = without if closes(without) else chosen
    return tuple(sorted(chosen))


def _gain(length, place, people, missing):
    return sum(people[one] * min(short, length) for one, short in missing.items() if place in one.places)
