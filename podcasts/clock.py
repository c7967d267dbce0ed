"""Moments of a recording: seconds, and the hours, minutes and seconds that people read and type. Pure."""

import re

TYPED = re.compile(r"(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,6})")
MINUTE, HOUR = 60, 3600


def shown(seconds):
    """„0:07”, „12:34”, „1:02:03”."""
    hours, rest = divmod(int(seconds), HOUR)
    minutes, left = divmod(rest, MINUTE)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def read(text):
    """The seconds of what someone typed, „754” or „12:34” or „1:02:03”; None if it is no moment."""
    found = TYPED.fullmatch(text.strip())
    if not found:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    if (found[2] and seconds >= MINUTE) or (found[1] and minutes >= MINUTE):
        return None
    return hours * HOUR + minutes * MINUTE + seconds


def iso(seconds):
    """A duration in the words of ISO 8601: „PT12M34S”."""
    hours, rest = divmod(int(seconds), HOUR)
    minutes, left = divmod(rest, MINUTE)
    return "PT" + "".join(
        f"{number}{unit}" for number, unit in ((hours, "H"), (minutes, "M"), (left, "S")) if number or unit == "S"
    )
