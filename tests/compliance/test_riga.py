from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from compliance.riga import legal_date

RIGA = ZoneInfo("Europe/Riga")


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Asia/Tokyo", "Europe/Riga"])
def test_year_turns_at_midnight_in_riga_wherever_the_server_stands(zone):
    last = datetime(2026, 12, 31, 23, 59, 59, tzinfo=RIGA).astimezone(ZoneInfo(zone))
    first = datetime(2027, 1, 1, 0, 0, 0, tzinfo=RIGA).astimezone(ZoneInfo(zone))
    assert (legal_date(last), legal_date(first)) == (date(2026, 12, 31), date(2027, 1, 1))


def test_summer_time_is_three_hours_ahead():
    assert legal_date(datetime(2026, 6, 30, 21, 0, tzinfo=UTC)) == date(2026, 7, 1)
    assert legal_date(datetime(2026, 6, 30, 20, 59, 59, tzinfo=UTC)) == date(2026, 6, 30)


def test_moment_without_a_zone_has_no_legal_date():
    with pytest.raises(ValueError, match="time zone"):
        legal_date(datetime(2026, 12, 31))  # noqa: DTZ001 - that is the point
