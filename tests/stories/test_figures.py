from decimal import Decimal

import pytest

from stories.figures import output, percent, result
from stories.models import YearFigure

YEARS = [
    YearFigure(year=2015, output_printed=569, result_printed=569),
    YearFigure(year=2016, new_persons=592, output_printed=1161, result_printed=1069),
    YearFigure(year=2022, new_persons=138, output_printed=2393, result_printed=1568, result_percent_printed=112),
    YearFigure(year=2023),
]


def test_newcomers_are_added_to_what_was_computed_before():
    assert [row.computed for row in output(YEARS[:3], 2000)] == [569, 1161, 1299]


def test_a_printed_figure_that_does_not_add_up_is_told_and_kept():
    row = output(YEARS[:3], 2000)[-1]
    assert (row.differs, row.printed, row.computed, row.difference) == (True, 2393, 1299, 1094)
    assert not output(YEARS[:2], 2000)[-1].differs


def test_nothing_is_computed_where_nothing_is_printed():
    row = output(YEARS, 2000)[-1]
    assert (row.printed, row.computed, row.percent) == (None, None, None)


def test_shares_of_the_yearly_target():
    assert [row.percent for row in result(YEARS, 1400)] == [Decimal("40.6"), Decimal("76.4"), Decimal("112.0"), None]


@pytest.mark.parametrize(("part", "whole"), [(None, 10), (5, None), (5, 0)])
def test_a_share_of_the_unknown_is_unknown(part, whole):
    assert percent(part, whole) is None
