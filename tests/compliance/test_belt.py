from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.belt import Strip, newest, weave

HOURS = st.decimals(min_value=0, max_value=200, places=2)


def strip(kind, x, width, row=0):
    return Strip(kind, row, Decimal(x), Decimal(width))


def test_parts_of_hours_fill_parts_of_squares():
    belt = weave(Decimal(24), Decimal("17.5"), Decimal(3))
    assert belt.width == 168
    assert belt.main == (
        strip("earned", 0, "122.5"),
        strip("pending", "122.5", 21),
        strip("missing", "143.5", "24.5"),
    )
    assert belt.surplus == ()


def test_hours_above_the_norm_are_a_second_thinner_row():
    belt = weave(Decimal(24), Decimal("27.25"), Decimal(1))
    assert belt.main == (strip("earned", 0, 168),)
    assert belt.surplus == (strip("earned", 0, "22.75"), strip("pending", "22.75", 7))
    assert belt.height == 11


def test_surplus_longer_than_the_belt_goes_on_in_the_next_row():
    belt = weave(Decimal(8), Decimal(26))
    assert belt.surplus == (strip("earned", 0, 112), strip("earned", 0, 14, row=1))
    assert belt.height == Decimal("14.5")


@pytest.mark.parametrize("required", [None, Decimal(0)])
def test_without_a_norm_only_earned_hours_are_woven(required):
    belt = weave(required, Decimal("3.5"), Decimal(2))
    assert (belt.width, belt.main, belt.surplus) == (Decimal("24.5"), (strip("earned", 0, "24.5"),), ())


def test_nothing_owed_and_nothing_earned_is_no_belt():
    belt = weave(None, Decimal(0), Decimal(2))
    assert (belt.width, belt.main, belt.surplus) == (0, (), ())


def test_pending_hours_that_would_pass_the_norm_leave_nothing_missing():
    belt = weave(Decimal(16), Decimal(15), Decimal(4))
    assert [s.kind for s in belt.main] == ["earned", "pending"]
    assert belt.surplus == (strip("pending", 0, 21),)


@pytest.mark.parametrize(
    ("earned", "new", "place"),
    [("10", "4", (42, 28)), ("4", "4", (0, 28)), ("26", "4", (154, 14)), ("40", "4", (168, 0))],
)
def test_newest_hours_lie_at_the_end_of_the_earned_ones(earned, new, place):
    assert newest(weave(Decimal(24), Decimal(earned)), Decimal(new)) == place


@given(HOURS.filter(bool), HOURS, HOURS)
def test_every_hour_is_drawn_exactly_once(required, earned, pending):
    belt = weave(required, earned, pending)
    drawn = {"earned": Decimal(0), "pending": Decimal(0), "missing": Decimal(0)}
    for strip_ in (*belt.main, *belt.surplus):
        drawn[strip_.kind] += strip_.width / 7
    missing = max(Decimal(0), required - earned - pending)
    assert drawn == {"earned": earned, "pending": pending, "missing": missing}
    assert sum(s.width for s in belt.main) == belt.width
