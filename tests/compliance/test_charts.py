from decimal import Decimal

from compliance.charts import bars, shares


def test_the_highest_bar_is_as_high_as_the_chart():
    low, high, none = bars([(2024, Decimal(12)), (2025, Decimal(24)), (2026, Decimal(0))], current=2026)
    assert (low.height, high.height, none.height) == (52, 104, 0)
    assert (low.top, high.top, none.top) == (52, 0, 104)
    assert [bar.current for bar in (low, high, none)] == [False, False, True]


def test_few_bars_stay_narrow():
    assert [bar.width for bar in bars([(2026, Decimal(4))])] == [Decimal("112.67")]


def test_years_without_hours_have_bars_without_height():
    assert [bar.height for bar in bars([(2025, Decimal(0)), (2026, Decimal(0))])] == [0, 0]


def test_shares_lie_end_to_end_and_nobody_takes_no_room():
    met, on_track, behind = shares([("met", "a", 6), ("on-track", "b", 0), ("behind", "c", 2)])
    assert (met.x, met.width) == (0, 75)
    assert (on_track.x, on_track.width) == (75, 0)
    assert (behind.x, behind.width) == (75, 25)


def test_shares_of_nobody_are_empty():
    assert [share.width for share in shares([("met", "a", 0)])] == [0]
