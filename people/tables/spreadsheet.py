"""XLSX, looked over before calamine reads it: an archive can promise little and hold, or ask for, very much."""

import io
import re
import zlib
from functools import lru_cache
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

from .unreadable import Reason, Unreadable

MOST_MEMBERS = 500
MOST_INFLATED = 64 * 1024 * 1024
MOST_TEXT = 512 * 1024 * 1024  # calamine gives every cell its own copy of a shared text
MOST_COLUMNS = 100
TEXTS, BOOK, READ = "xl/sharedstrings.xml", "xl/workbook.xml", (".xml", ".rels")
BEGUN = re.compile(rb"""<(?:[^\s<>/:"'=]+:)?c(?=[\s/>])""")
OTHERS = rb"""(?:\s+(?!r\s*=)[\w:.-]+\s*=\s*(?:"[^"'<>]*"|'[^"'<>]*'))*+"""
PLACED = re.compile(BEGUN.pattern + OTHERS + rb"""\s+r\s*=\s*["']([A-Za-z]+)([0-9]+)["']""" + OTHERS + rb"""\s*+/?>""")
BROKEN = (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)
"""What zipfile says about archives that are cut off, ciphered or packed by rare methods."""


def rows(content: bytes, *, most_rows: int):
    members = _inflated(content)
    if BOOK not in map(str.lower, members):
        raise Unreadable(Reason.NOT_A_TABLE)
    _refuse_what_asks_too_much(members, most_rows)
    try:
        sheet = CalamineWorkbook.from_filelike(_stored(members)).get_sheet_by_index(0)
    except (CalamineError, ValueError, IndexError):
        raise Unreadable(Reason.NOT_A_TABLE) from None
    return sheet.to_python(skip_empty_area=False)


def _inflated(content):
    """Every member that calamine may read, counted while it is unpacked and not as it declares itself."""
    members, left = {}, MOST_INFLATED
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            if len(archive.infolist()) > MOST_MEMBERS:
                raise Unreadable(Reason.TOO_LARGE)
            for member in archive.infolist():
                if not member.filename.lower().endswith(READ):
                    continue
                with archive.open(member) as file:
                    members[member.filename] = file.read(left + 1)
                left -= len(members[member.filename])
                if left < 0:
                    raise Unreadable(Reason.TOO_LARGE)
    except Unreadable:
        raise
    except BROKEN:
        raise Unreadable(Reason.NOT_A_TABLE) from None
    return members


def _refuse_what_asks_too_much(members, most_rows):
    """calamine makes a full rectangle around the outermost cells, of whatever member the book calls its sheet."""
    cells = sum(_cells(xml, most_rows) for xml in members.values())
    texts = (xml for name, xml in members.items() if name.lower() == TEXTS)
    longest = max((len(text) for xml in texts for text in xml.split(b"si>")), default=0)
    if longest * cells > MOST_TEXT:
        raise Unreadable(Reason.TOO_LARGE)


def _cells(xml, most_rows):
    """How many there are; each must say where it stands, as else it stands wherever the one before leaves it."""
    number = 0
    for cell in PLACED.finditer(xml):
        letters, row = cell.groups()
        if len(row) > 7 or int(row) > most_rows or _column(letters) > MOST_COLUMNS:
            raise Unreadable(Reason.TOO_MANY_ROWS)
        number += 1
    if number < len(BEGUN.findall(xml)):
        raise Unreadable(Reason.NOT_A_TABLE)
    return number


@lru_cache(maxsize=1000)
def _column(letters):
    number = 0
    for letter in letters.upper()[:4]:
        number = 26 * number + letter - 64
    return number


def _stored(members):
    """An archive that holds what was counted and nothing else."""
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    file.seek(0)
    return file
