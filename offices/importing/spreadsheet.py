"""XLSX, looked over before calamine reads it: an archive can promise little and hold, or ask for, very much."""

import io
import re
import zlib
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

from .unreadable import Reason, Unreadable

MOST_MEMBERS = 500
MOST_INFLATED = 64 * 1024 * 1024
MOST_TEXT = 512 * 1024 * 1024  # calamine gives every cell its own copy of a shared text
MOST_COLUMNS = 100
SHEETS, TEXTS, BOOK = "xl/worksheets/", "xl/sharedstrings.xml", "xl/workbook.xml"
PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]*)([0-9]+)["']""")
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
    """Every member, counted while it is unpacked and not as it declares itself."""
    members, left = {}, MOST_INFLATED
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            if len(archive.infolist()) > MOST_MEMBERS:
                raise Unreadable(Reason.TOO_LARGE)
            for member in archive.infolist():
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
    """calamine makes a full rectangle around the outermost cells."""
    cells = 0
    for name, xml in members.items():
        if name.lower().startswith(SHEETS):
            for place in PLACE.finditer(xml):
                cells += 1
                letters, number = place.groups()
                if len(number) > 7 or int(number) > most_rows or _column(letters) > MOST_COLUMNS:
                    raise Unreadable(Reason.TOO_MANY_ROWS)
    texts = (xml for name, xml in members.items() if name.lower() == TEXTS)
    longest = max((len(text) for xml in texts for text in xml.split(b"si>")), default=0)
    if longest * cells > MOST_TEXT:
        raise Unreadable(Reason.TOO_LARGE)


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
