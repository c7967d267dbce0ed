import re

from . import times
from .blocks import ARROW, blocks, timed
from .cues import Cue

POINT = ","
TAG = re.compile(r"</?[biu]>|</?font[^>]*>|\{\\an\d\}", re.IGNORECASE)
SPEAKER = re.compile(r"([^\W\d_][\w.’-]*(?: [\w.’-]+){0,3}): (?=\S)")


def matches(text):
    return ARROW in text


def read(text):
    return [cue(start, end, " ".join(words)) for start, end, words in timed(blocks(text))]


def cue(start, end, written):
    said = " ".join(TAG.sub("", written).split())
    speaker = SPEAKER.match(said)
    return Cue(start, end, said[speaker.end() :], speaker[1]) if speaker else Cue(start, end, said)


def write(cues):
    return "\n\n".join(block(number, cue) for number, cue in enumerate(cues, 1)) + "\n"


def block(number, cue):
    speaker = f"{cue.speaker}: " if cue.speaker else ""
    return f"{number}\n{times.arrow(cue, POINT)}\n{speaker}{cue.text}"
