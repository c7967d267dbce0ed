"""From a file or a pasted text to cues, whatever the format and the encoding."""

from . import segments, srt, webvtt
from .cues import Unreadable, in_order

FORMATS = (webvtt, segments, srt)
MOST_BYTES = 5 * 1024 * 1024
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
MOST_ACCENTED = 0.35  # of a Latvian text about every ninth letter has a mark; of a misread one nearly all


def decoded(data):
    """UTF-8, else by its mark, else Windows-1257, as Latvian subtitles once were written."""
    encodings = [name for mark, name in MARKS.items() if data.startswith(mark)] or ["utf-8", "cp1257"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if is_writing(text, strange=encoding == "cp1257"):
            return text
    raise Unreadable("encoding")


def is_writing(text, *, strange):
    letters = [letter for letter in text if letter.isalpha()]
    accented = sum(not letter.isascii() for letter in letters)
    return "\0" not in text and not (strange and accented > MOST_ACCENTED * len(letters))


def read(text):
    """The cues of a text in any of the formats, in order."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").strip()
    found = next((form for form in FORMATS if form.matches(text)), None)
    if found is None:
        raise Unreadable("format")
    return in_order(found.read(text))
