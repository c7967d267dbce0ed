"""CSV as Excel, LibreOffice and old programs write it: three delimiters, four encodings."""

import codecs
import csv
import io
import re

from .unreadable import Reason, Unreadable

DELIMITERS = ";,\t"
MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
QUOTED = re.compile(r'"[^"]*"')
LOOKED_AT, FIRST_LINES = 10_000, 20
LETTERS_OF_UTF8 = re.compile(rb"[\xc4\xc5][\x80-\xbf]")
"""Latvian letters as UTF-8 writes them. In CP1257 these bytes are „Ä” or „Å” and a sign, which no word holds."""


def rows(content: bytes):
    text = decoded(content)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    except csv.Error:
        raise Unreadable(Reason.NOT_A_TABLE) from None


def decoded(content: bytes) -> str:
    encoding = next((name for mark, name in MARKED if content.startswith(mark)), None) or _guessed(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(Reason.ENCODING) from None
    if "\0" in text:
        raise Unreadable(Reason.NOT_A_TABLE)
    return text


def delimiter(text: str) -> str:
    """The one that parts a line into most cells, among the first lines."""
    lines = [QUOTED.sub("", line) for line in text[:LOOKED_AT].splitlines()[:FIRST_LINES]] or [""]
    return max(DELIMITERS, key=lambda sign: max(line.count(sign) for line in lines))


def _guessed(content):
    """UTF-8 if it is that, and CP1257 unless it is UTF-8 with broken places."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return "utf-8" if LETTERS_OF_UTF8.search(content) else "cp1257"
    return "utf-8"
