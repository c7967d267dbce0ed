from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.tables import values


@pytest.mark.parametrize(
    ("cell", "written"),
    [(None, ""), ("  A\n b ", "A b"), (12.0, "12"), (7.5, "7.5"), (0.1 + 0.2, "0.3"), ("–", ""), ("-", ""), (45, "45")],
)
def test_text_stands_on_one_line(cell, written):
    assert values.text(cell) == written


@pytest.mark.parametrize(
    "cell",
    [
        "12.10.2026.",
        "12.10.2026",
        "12. 10. 2026",
        "2026-10-12",
        date(2026, 10, 12),
        datetime.fromisoformat("2026-10-12T09:00"),
    ],
)
def test_days_are_read_as_latvians_write_them(cell):
    assert values.day(cell) == date(2026, 10, 12)


@pytest.mark.parametrize("cell", ["", "29.02.2027", "12/10/2026", "10.2026", 46307.0, "2026-13-01", "rīt", True])
def test_what_is_no_day_is_not_guessed(cell):
    with pytest.raises(ValueError, match=r".+"):
        values.day(cell)


@pytest.mark.parametrize(
    ("cell", "hours"), [("7,5", "7.5"), (7.5, "7.5"), (16, "16"), (16.0, "16"), ("24.25", "24.25")]
)
def test_hours_take_a_comma(cell, hours):
    assert values.hours(cell) == Decimal(hours)


@pytest.mark.parametrize("cell", ["", 0, -1, 1e9, 10_000, "1e9", "7,555", "nan", True, "=1+1", float("nan")])
def test_what_is_no_amount_is_refused(cell):
    with pytest.raises(ValueError, match=r".+"):
        values.hours(cell)


@given(st.dates(min_value=date(1950, 1, 1)))
def test_every_day_is_read_back(day):
    assert values.day(f"{day:%d.%m.}{day.year:04}.") == values.day(day.isoformat()) == day
