"""Which groups of a table by two traits stay unseen, so that nobody in a small group can be worked out.

A table maps (row, column) to a number of people; TOTAL as row or column names the sums. Rows may be a tree (an
old municipality, what it is now, its region): every place says "those below make me", all tables of any level are
one. Such a tree is a circulation: a cell flows from its row up to the sum above it, a column's total to the ground,
that back down through the rows' totals. A hidden number can be worked out exactly when no flow around the hidden
places could raise or lower it (each is known to be at least 1); and what is hidden below a shown number must
together be no small group either.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass, field

SMALLEST = 5
TOTAL = None
GROUND = ("ground",)

Place = tuple[Hashable, Hashable]
Node = tuple


def hidden(
    counts: Mapping[Place, int],
    parents: Mapping[Hashable, Hashable] | None = None,
    *,
    also: Collection[Place] = (),
    published: Collection[Place] = (),
    smallest: int = SMALLEST,
) -> frozenset[Place]:
    """The small groups and as many neighbours as it takes, always the same ones; nobody is nothing to hide.

    also: hidden in any case. published: shown elsewhere already, so hiding them would help nobody.
    """
    # Sorted, so that the same table is hidden alike each day: two ways to hide it would together show what each hides.
    table = _Table({place: counts[place] for place in sorted(counts, key=str) if counts[place]}, parents or {})
    table.unseen = {place for place, people in table.groups.items() if people < smallest or place in also}
    while remedies := _small_rest(table, published, smallest) or _way_out(table, published):
        table.unseen.add(min(remedies, key=table.cost))
    return frozenset(table.unseen)


@dataclass
class _Table:
    groups: dict[Place, int]
    parents: Mapping[Hashable, Hashable]
    unseen: set[Place] = field(default_factory=set)
    safe: set[Place] = field(default_factory=set)  # hidden numbers that nothing gives away, whatever else is hidden

    def __post_init__(self):
        self.rows = dict.fromkeys(row for row, _column in self.groups)
        self.crossed = {row for row, column in self.groups if column is not TOTAL}
        self.below = defaultdict(list)
        for row in self.rows:
            if row is not TOTAL:
                self.below[self.above(row)].append(row)

    def above(self, row):
        return self.parents.get(row, TOTAL)

    def cost(self, place):
        """Cells go before sums, small groups before large ones."""
        # The sums are what the ministry reads; the name at the end only makes the choice repeatable.
        return place.count(TOTAL), self.groups[place], str(place)

    def flow(self, place: Place) -> tuple[Node, Node]:
        row, column = place
        # A row that no column crosses has nothing to be worked out from along it.
        low = self._sum(row, column) if self.below[row] else ("row", row) if row in self.crossed else GROUND
        high = GROUND if row is TOTAL else self._sum(self.above(row), column)
        return (high, low) if column is TOTAL else (low, high)

    def _sum(self, row, column):
        return "sum", row, column

    def parts(self) -> Iterator[tuple[Place, list[Place]]]:
        """Every place with those that make it up: along its row, and below it in the tree."""
        columns = defaultdict(list)
        for row, column in self.groups:
            if column is not TOTAL:
                columns[row].append((row, column))
        for place in self.groups:
            if place[1] is TOTAL:
                yield place, columns[place[0]]
            yield place, list(self._beneath(place))

    def _beneath(self, place) -> Iterator[Place]:
        """What a reader subtracts from a place: the shown ones, going on below the hidden ones."""
        for row in self.below[place[0]]:
            part = (row, place[1])
            if part in self.unseen and self.below[row]:
                yield from self._beneath(part)
            elif part in self.groups:
                yield part


def _small_rest(table, published, smallest) -> set[Place]:
    """What else could be hidden where a shown number leaves a small group as the rest."""
    for place, parts in table.parts():
        if place in table.unseen:
            continue
        # Nobody's number alone, but all of them together: five hidden ones that sum to three tell of three people.
        rest = sum(table.groups[part] for part in parts if part in table.unseen)
        if 0 < rest < smallest and (remedies := {place, *parts} - table.unseen - set(published)):
            return remedies
    return set()


def _way_out(table, published) -> set[Place]:
    """What could be hidden beside a number that the others give away."""
    steps = _steps(table)
    for place in sorted(table.unseen - table.safe, key=str):
        tail, head = table.flow(place)
        # A way back without the place itself closes a circle around which its number could be another.
        onward = _reached(head, tail, steps, place)
        if tail in onward or (table.groups[place] > 1 and head in _reached(tail, head, steps, place)):
            table.safe.add(place)
            continue
        others = table.groups.keys() - table.unseen - set(published)
        # Hiding what leads out of the reached part is the one thing that can help; within it nothing new is reached.
        if across := {other for other in others if len(onward.intersection(table.flow(other))) == 1}:
            return across
    return set()


def _steps(table) -> Mapping[Node, list[tuple[Node, Place]]]:
    """Along a hidden place its number may grow; against it, shrink, while somebody is left."""
    steps = defaultdict(list)
    for place in table.unseen:
        tail, head = table.flow(place)
        steps[tail].append((head, place))
        if table.groups[place] > 1:
            steps[head].append((tail, place))
    return steps


def _reached(start: Node, goal: Node, steps, without: Place) -> set[Node]:
    reached, waiting = {start}, [start]
    while waiting and goal not in reached:
        for node, place in steps[waiting.pop()]:
            if place != without and node not in reached:
                reached.add(node)
                waiting.append(node)
    return reached
