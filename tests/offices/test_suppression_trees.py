"""Regions are sums of municipalities, present municipalities sums of old ones: no level may give another away."""

from collections import defaultdict
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from offices.suppression import SMALLEST, TOTAL, hidden

PRIME = 2**31 - 1  # elimination in whole numbers
COUNTS = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 9, 14, 30])
PARENTS = {"A1": "A", "A2": "A", "A3": "A", "B1": "B", "B2": "B"} | {
    "A": "north",
    "B": "north",
    "C": "south",
    "D": "south",
}
LEAVES = ("A1", "A2", "A3", "B1", "B2", "C", "D")
ROWS = (*LEAVES, "A", "B", "north", "south", TOTAL)
cells = st.lists(st.lists(COUNTS, min_size=3, max_size=3), min_size=len(LEAVES), max_size=len(LEAVES))


def upwards(row):
    yield row
    while row is not TOTAL:
        row = PARENTS.get(row, TOTAL)
        yield row


def with_sums(cells):
    table = defaultdict(int)
    for leaf, line in zip(LEAVES, cells, strict=True):
        for column, people in enumerate(line):
            for place in product(upwards(leaf), (column, TOTAL)):
                table[place] += people
    return dict(table)


def equations(table):
    """What every reader knows: the parts of each place, along its row and below it."""
    for row, column in table:
        below = [(other, column) for other in ROWS if other is not row and PARENTS.get(other, TOTAL) == row]
        if below := [place for place in below if place[0] is not TOTAL]:
            yield (row, column), below
        if column is TOTAL:
            yield (row, column), [(row, other) for other in range(3)]


def worked_out(table, unseen):
    """The hidden places that follow from the shown ones by adding and subtracting: reduced rows with one unknown."""
    unknown = {place: at for at, place in enumerate(sorted(unseen, key=str))}
    lines = []
    for total, parts in equations(table):
        line = [0] * len(unknown)
        for place, sign in ((total, -1), *((part, 1) for part in parts)):
            if place in unknown:
                line[unknown[place]] += sign
        lines.append(line)
    return {place for place, at in unknown.items() if any(_only(line, at) for line in reduced(lines, len(unknown)))}


def reduced(lines, width):
    done = []
    for column in range(width):
        pivot = next((line for line in lines if line[column]), None)
        if pivot is not None:
            lines.remove(pivot)
            inverse = pow(pivot[column], -1, PRIME)
            pivot = [value * inverse % PRIME for value in pivot]
            lines, done = without(pivot, column, lines), [*without(pivot, column, done), pivot]
    return done


def without(pivot, column, lines):
    """The lines with the pivot taken off so often that nothing of the column is left."""
    return [
        [(a - line[column] * b) % PRIME for a, b in zip(line, pivot, strict=True)] if line[column] else line
        for line in lines
    ]


def _only(line, at):
    return line[at] and sum(map(bool, line)) == 1


def shown_parts(table, unseen, place):
    """What can be subtracted from a place: shown places below it, of whatever level; and what is left then."""
    row, column = place
    left = 0
    for below in (other for other in LEAVES if row in upwards(other) and other != row):
        path = list(upwards(below))
        between = path[: path.index(row)]
        if all((step, column) in unseen for step in between if table.get((step, column))):
            left += table.get((below, column), 0)
    return left


def test_a_small_municipality_is_not_the_region_less_the_others():
    counts = with_sums([[0] * 3] * 5 + [[3, 0, 0], [20, 0, 0]])
    assert {("C", 0), ("D", 0)} <= hidden(counts, PARENTS)
    assert ("south", 0) not in hidden(counts, PARENTS)


def test_a_small_region_is_not_the_country_less_the_others():
    counts = with_sums([[9, 0, 0]] * 5 + [[2, 0, 0], [2, 0, 0]])
    assert {("north", 0), ("south", 0)} <= hidden(counts, PARENTS)


def test_an_old_municipality_is_not_the_merged_one_less_the_other():
    counts = with_sums([[0] * 3] * 3 + [[3, 0, 0], [20, 0, 0]] + [[30, 0, 0]] * 2)
    unseen = hidden(counts, PARENTS)
    assert {("B1", 0), ("B2", 0)} <= unseen
    assert ("B", 0) not in unseen


def test_an_only_part_is_hidden_with_its_whole():
    counts = with_sums([[0] * 3] * 3 + [[3, 0, 0], [0] * 3] + [[30, 0, 0]] * 2)
    assert {("B1", 0), ("B", 0), ("north", 0)} <= hidden(counts, PARENTS)


def test_small_rests_of_two_hidden_regions_are_one_small_group():
    """Both regions hidden and everything shown below but two small ones would leave those two together."""
    counts = with_sums([[20, 0, 0], [2, 0, 0], [0] * 3] + [[0] * 3] * 2 + [[1, 0, 0], [30, 0, 0]])
    unseen = hidden(counts, PARENTS, also={("north", 0), ("south", 0)})
    assert shown_parts(counts, unseen, (TOTAL, 0)) >= SMALLEST


def test_what_is_shown_elsewhere_is_not_hidden_here():
    counts = {("one", TOTAL): 3, ("two", TOTAL): 4, ("three", TOTAL): 9, (TOTAL, TOTAL): 16, ("area", TOTAL): 16}
    parents = dict.fromkeys(("one", "two", "three"), "area")
    assert hidden(counts, parents, published={("area", TOTAL), (TOTAL, TOTAL)}) == {("one", TOTAL), ("two", TOTAL)}


@given(cells)
def test_every_small_group_of_every_level_is_hidden(lines):
    table = with_sums(lines)
    assert {place for place, people in table.items() if 0 < people < SMALLEST} <= hidden(table, PARENTS)


@settings(max_examples=60, deadline=None)
@given(cells)
def test_nothing_hidden_follows_from_what_all_levels_show(lines):
    table = with_sums(lines)
    assert worked_out(table, hidden(table, PARENTS)) == set()


@settings(max_examples=60, deadline=None)
@given(cells)
def test_no_shown_number_leaves_a_small_group_of_any_level(lines):
    table = with_sums(lines)
    unseen = hidden(table, PARENTS)
    for place in table.keys() - unseen:
        rest = shown_parts(table, unseen, place)
        assert rest == 0 or rest >= SMALLEST


def test_the_check_itself_sees_what_subtraction_gives_away():
    table = with_sums([[0] * 3] * 5 + [[3, 0, 0], [20, 0, 0]])
    assert ("C", 0) in worked_out(table, {("C", 0)})
