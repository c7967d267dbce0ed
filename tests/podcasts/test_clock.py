import pytest

from podcasts import clock


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (7.9, "0:07"), (754, "12:34"), (3723, "1:02:03")])
def test_moments_are_shown_as_on_a_clock(seconds, text):
    assert clock.shown(seconds) == text


@pytest.mark.parametrize(("text", "seconds"), [("754", 754), ("12:34", 754), (" 1:02:03 ", 3723), ("90:00", 5400)])
def test_what_people_type_is_read(text, seconds):
    assert clock.read(text) == seconds


@pytest.mark.parametrize("text", ["", "-5", "12:61", "1:61:00", "1.5", "abc", "1:2:3:4", "9999999"])
def test_what_is_no_moment_is_none(text):
    assert clock.read(text) is None


@pytest.mark.parametrize(("seconds", "text"), [(0, "PT0S"), (40, "PT40S"), (3600, "PT1H0S"), (3723, "PT1H2M3S")])
def test_durations_for_machines(seconds, text):
    assert clock.iso(seconds) == text
