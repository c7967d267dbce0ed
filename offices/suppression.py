"""Which groups of a table by two traits stay unseen, so that nobody in a small group can be worked out.

A table maps (row, column) to a number of people; TOTAL as row or column names the sums of a line. Every line says
"the cells make the total", so the table is a circulation: a cell flows from its row to its column, a column's total
to the grand one, that back through the rows' totals. A hidden number can be worked out exactly when no flow around
the hidden places could raise or lower it (each is known to be at least 1); and what is hidden of a line must
together be no small group either.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping

SMALLEST = 5
TOTAL = None

Place = tuple[Hashable, Hashable]
Line = tuple[str, Hashable]


def hidden(counts: Mapping[Place, int], smallest: int = SMALLEST) -> frozenset[Place]:
    """The small groups and as many neighbours as it takes, always the same ones; nobody is nothing to hide."""
    groups = {place: counts[place] for place in sorted(counts, key=str) if counts[place]}
    unseen = {place for place, people in groups.items() if people < smallest}
    while remedies := _small_rest(groups, unseen, smallest) or _way_out(groups, unseen):
        unseen.add(min(remedies, key=lambda place: _cost(groups, place)))
    return frozenset(unseen)


def _cost(groups, place):
    """Cells go before sums, small groups before large ones."""
    return place.count(TOTAL), groups[place], str(place)


def _small_rest(groups, unseen, smallest) -> set[Place]:
    """What else could be hidden in a line whose shown total leaves a small group as the rest."""
    for places, total in _lines(groups):
        rest = sum(groups[place] for place in places & unseen)
        if 0 < rest < smallest and total not in unseen:
            return (places | {total}) - unseen
    return set()


def _lines(groups) -> Iterable[tuple[set[Place], Place]]:
    cells, totals = defaultdict(set), {}
    for row, column in groups:
        for line, total in (("row", row), (row, TOTAL)), (("column", column), (TOTAL, column)):
            totals[line] = total
            cells[line].add((row, column))
    return ((cells[line] - {total}, total) for line, total in totals.items())


def _way_out(groups, unseen) -> set[Place]:
    """What could be hidden beside a number that the others give away."""
    steps = _steps(groups, unseen)
    for place in sorted(unseen, key=str):
        tail, head = _flow(place)
        onward = _reached(head, tail, steps, place)
        if tail in onward or (groups[place] > 1 and head in _reached(tail, head, steps, place)):
            continue
        if across := {other for other in groups.keys() - unseen if len(onward.intersection(_flow(other))) == 1}:
            return across
    return set()


def _flow(place: Place) -> tuple[Line, Line]:
    row, column = ("row", place[0]), ("column", place[1])
    return (column, row) if place.count(TOTAL) == 1 else (row, column)


def _steps(groups, unseen) -> Mapping[Line, list[tuple[Line, Place]]]:
    """Along a hidden place its number may grow; against it, shrink, while somebody is left."""
    steps = defaultdict(list)
    for place in unseen:
        tail, head = _flow(place)
        steps[tail].append((head, place))
        if groups[place] > 1:
            steps[head].append((tail, place))
    return steps


def _reached(start: Line, goal: Line, steps, without: Place) -> set[Line]:
    reached, waiting = {start}, [start]
    while waiting and goal not in reached:
        for line, place in steps[waiting.pop()]:
            if place != without and line not in reached:
                reached.add(line)
                waiting.append(line)
    return reached
