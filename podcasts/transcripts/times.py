"""Times as WebVTT and SRT write them: 00:12:34.500 and 00:12:34,500. A sign is read so that it can be refused."""

import re

TIME = r"(-?)(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
ARROW = re.compile(rf"\s*{TIME}\s*-->\s*{TIME}(?:\s.*)?")


def seconds(sign, hours, minutes, rest, thousandths):
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(rest)
    value = (whole * 1000 + int(thousandths.ljust(3, "0"))) / 1000
    return -value if sign else value


def interval(line):
    """(start, end) of a line with an arrow, or None."""
    found = ARROW.fullmatch(line)
    if not found:
        return None
    parts = found.groups()
    return seconds(*parts[:5]), seconds(*parts[5:])


def written(value, point="."):
    whole, thousandths = divmod(round(value * 1000), 1000)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours:02}:{minutes:02}:{left:02}{point}{thousandths:03}"


def arrow(cue, point="."):
    return f"{written(cue.start, point)} --> {written(cue.end, point)}"
