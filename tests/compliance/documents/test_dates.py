from datetime import date

import pytest

from compliance.documents.dates import stretches


def days(text):
    return [(one.first, one.last) for one in stretches(text)]


@pytest.mark.parametrize(
    "text",
    [
        "no 2026. gada 3. marta līdz 5. martam",
        "no 2026. gada 3. marta līdz 2026. gada 5. martam",
        "2026. gada 3.–5. martā",
        "2026.g. 3.-5.martā",
        "3. marts – 5. marts 2026",
        "03.03.2026.–05.03.2026.",
        "no 03.03. līdz 05.03.2026.",
        "3.–5.03.2026.",
        "03/03/2026 - 05/03/2026",
        "2026-03-03 – 2026-03-05",
        "from 3 March to 5 March 2026",
        "3–5 March 2026",
        "March 3–5, 2026",
    ],
)
def test_stretch_of_days_is_read_however_it_is_written(text):
    assert days(text) == [(date(2026, 3, 3), date(2026, 3, 5))]


def test_stretch_may_cross_the_end_of_a_year():
    assert days("28 December 2026 to 3 January 2027") == [(date(2026, 12, 28), date(2027, 1, 3))]


@pytest.mark.parametrize("text", ["2026. gada 22. novembris", "22.11.2026", "22nd November 2026", "November 22, 2026"])
def test_single_day_is_a_stretch_of_one(text):
    assert days(text) == [(date(2026, 11, 22), date(2026, 11, 22))]


@pytest.mark.parametrize(
    "text", ["29.02.2027.", "2026. gada 31. aprīlī", "45.13.2026.", "5.–3.03.2026.", "plkst. 10.10."]
)
def test_what_is_no_day_is_passed_over(text):
    assert days(text) == []
