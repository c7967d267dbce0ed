from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from offices.suppression import SMALLEST, TOTAL, hidden

COUNTS = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 9, 14])


def with_totals(rows):
    table = {}
    for (row, cells), column in product(enumerate(rows), range(len(rows[0]))):
        for place in (row, column), (row, TOTAL), (TOTAL, column), (TOTAL, TOTAL):
            table[place] = table.get(place, 0) + cells[column]
    return table


def tables(rows, columns):
    line = st.lists(COUNTS, min_size=columns, max_size=columns)
    return st.lists(line, min_size=rows, max_size=rows)


def possible_tables(rows, table, unseen, above=3):
    """Every table a reader could imagine behind the shown figures, near enough to the real one."""
    places = list(product(range(len(rows)), range(len(rows[0]))))
    choices = [range(1, table[place] + above + 1) if place in unseen else [table[place]] for place in places]
    for cells in product(*choices):
        columns = len(rows[0])
        imagined = with_totals([cells[at : at + columns] for at in range(0, len(cells), columns)])
        if all(imagined[place] == people for place, people in table.items() if place not in unseen):
            yield imagined


def test_groups_of_five_and_more_are_shown():
    assert hidden(with_totals([[5, 8], [12, 6]])) == frozenset()


def test_nobody_is_nothing_to_hide():
    assert hidden(with_totals([[0, 8], [12, 6]])) == frozenset()


def test_a_small_group_takes_neighbours_along_so_that_no_total_gives_it_away():
    rows = [[3, 20], [9, 30], [40, 50]]
    assert hidden(with_totals(rows)) == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_two_small_groups_that_make_a_small_rest_take_a_third():
    rows = [[1, 2, 7, 30], [11, 12, 13, 14]]
    assert (0, 2) in hidden(with_totals(rows))


def test_a_small_total_is_hidden_and_cannot_be_subtracted_from_the_grand_one():
    rows = [[2, 1], [8, 9], [20, 30]]
    assert {(0, TOTAL), (1, TOTAL)} <= hidden(with_totals(rows))


def test_a_table_of_few_people_is_hidden_as_a_whole():
    table = with_totals([[1, 0], [0, 2]])
    assert hidden(table) == {place for place, people in table.items() if people}


@given(tables(4, 3))
def test_every_small_group_is_hidden(rows):
    table = with_totals(rows)
    small = {place for place, people in table.items() if 0 < people < SMALLEST}
    assert small <= hidden(table)


@given(tables(4, 4))
def test_what_is_left_of_a_shown_total_is_never_a_small_group(rows):
    table = with_totals(rows)
    unseen = hidden(table)
    for line in (*range(4), TOTAL):
        row, column = [(line, at) for at in range(4)], [(at, line) for at in range(4)]
        for cells, total in (row, (line, TOTAL)), (column, (TOTAL, line)):
            rest = sum(table[place] for place in cells if place in unseen)
            assert total in unseen or rest == 0 or rest >= SMALLEST


@settings(max_examples=60, deadline=None)
@given(st.one_of(tables(2, 2), tables(3, 2), tables(1, 4)))
def test_every_hidden_number_could_be_another_one(rows):
    table = with_totals(rows)
    unseen = hidden(table)
    seen = {place: set() for place in unseen}
    for imagined in possible_tables(rows, table, unseen):
        for place in unseen:
            seen[place].add(imagined[place])
        if all(len(values) > 1 for values in seen.values()):
            break
    assert all(len(values) > 1 for values in seen.values())


@given(tables(3, 3))
def test_the_same_table_always_hides_the_same_places(rows):
    table = with_totals(rows)
    assert hidden(table) == hidden(dict(reversed(table.items())))
