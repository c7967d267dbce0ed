"""WebVTT and SRT are blocks of lines divided by empty ones; one with an arrow is a cue."""

import re

from . import times
from .cues import Unreadable

EMPTY_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
ARROW = "-->"


def blocks(text):
    return [block.strip("\n").split("\n") for block in EMPTY_LINES.split(text.strip()) if block.strip()]


def timed(blocks):
    """(start, end, lines of text) of every block that has a time; others (notes, styles) are left out."""
    for position, block in enumerate(blocks, 1):
        at = next((place for place, line in enumerate(block[:2]) if ARROW in line), None)
        if at is None:
            continue
        interval = times.interval(block[at])
        if interval is None:
            raise Unreadable("time", position=position, line=block[at].strip()[:60])
        if words := [line.strip() for line in block[at + 1 :] if line.strip()]:
            yield *interval, words
