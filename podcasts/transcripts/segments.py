"""The JSON of the podcast namespace: segments with speaker, startTime, endTime and body."""

import json
from itertools import pairwise
from math import isfinite

from .cues import Cue, Unreadable

VERSION = "1.0.0"
LAST = 5.0  # seconds of a last segment that does not tell its end


def matches(text):
    return text.startswith("{")


def read(text):
    try:
        rows = json.loads(text)["segments"]
        found = [segment(row) for row in rows]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable("json") from error
    return [Cue(start, end, said, speaker) for start, end, said, speaker in ended(found) if said]


def segment(row):
    start, end = float(row["startTime"]), row.get("endTime")
    end = None if end is None else float(end)
    if not isfinite(start) or not isfinite(end or 0):
        raise ValueError("a time without end")
    return start, end, " ".join(str(row["body"]).split()), str(row.get("speaker") or "").strip()


def ended(found):
    """Who does not tell the end lasts until the next."""
    following = [start for _previous, (start, *_rest) in pairwise(found)]
    for (start, end, *rest), then in zip(found, [*following, None], strict=True):
        yield start, (start + LAST if then is None else then) if end is None else end, *rest


def write(cues):
    return json.dumps({"version": VERSION, "segments": [*map(row, cues)]}, ensure_ascii=False, indent=1) + "\n"


def row(cue):
    times = {"startTime": round(cue.start, 3), "endTime": round(cue.end, 3)}
    return ({"speaker": cue.speaker} if cue.speaker else {}) | times | {"body": cue.text}
