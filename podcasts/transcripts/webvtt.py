import html
import re

from . import times
from .blocks import blocks, timed
from .cues import Cue

HEADER = "WEBVTT"
VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
TAG = re.compile(r"</?[a-z\d][^>]*>|</>")
ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def matches(text):
    return text.startswith(HEADER)


def read(text):
    return [cue(start, end, " ".join(words)) for start, end, words in timed(blocks(text)[1:])]


def cue(start, end, written):
    voice = VOICE.search(written)
    said = html.unescape(TAG.sub("", written)).replace("\N{NO-BREAK SPACE}", " ")
    return Cue(start, end, " ".join(said.split()), html.unescape(voice[1]).strip() if voice else "")


def write(cues):
    return "\n\n".join([HEADER, *map(block, cues)]) + "\n"


def block(cue):
    voice = f"<v {cue.speaker.translate(ESCAPED)}>" if cue.speaker else ""
    return f"{times.arrow(cue)}\n{voice}{cue.text.translate(ESCAPED)}"
