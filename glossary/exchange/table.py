"""Terms from a sheet, XLSX or CSV: one concept a row, columns found by their headings, in any order."""

import csv
import io
import re
import zlib
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from .concept import ABBREVIATION, PREFERRED, PROVISIONAL, SYNONYM, Concept, Named
from .refusals import Refused, not_readable, too_large

COLUMNS = {  # heading as people write it, folded to lower case: what the column holds
    "termins": "title",
    "sinonīmi": "synonyms",
    "saīsinājumi": "abbreviations",
    "angļu": "english",
    "skaidrojums": "definition",
    "avots": "source",
    "piezīmes": "notes",
    "plašāks termins": "broader",
    "saistītie termini": "related",
}
MOST_INFLATED, MOST_ROWS, MOST_COLUMNS = 64 * 1024 * 1024, 5000, 100
PLACE = re.compile(rb"""<(?:\w+:)?(?:c|row)\s(?:[^<>]*\s)?r\s*=\s*["']([A-Za-z]*)([0-9]+)["']""")


def read(content):
    """[(row number, concept)] of the rows that hold anything."""
    rows = spreadsheet(content) if content.startswith(b"PK") else comma_separated(content)
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(map(cell_text, row))]
    if not filled:
        return []
    columns = headings(filled[0][1])
    if len(filled) > MOST_ROWS:
        raise Refused(_("The sheet is too long: up to %d rows can be read.") % MOST_ROWS)
    return [(number, concept(record(row, columns))) for number, row in filled[1:]]


def headings(row):
    places = {COLUMNS.get(cell_text(cell).lower()): place for place, cell in enumerate(row)}
    places.pop(None, None)
    if "title" not in places:
        raise Refused(_("The first row of the sheet must name the columns; “%s” is missing.") % "Termins")
    return places


def record(row, places):
    return {name: cell_text(row[place]) if place < len(row) else "" for name, place in places.items()}


def cell_text(cell):
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else str(cell).strip()


def several(text):
    return [part.strip() for part in text.split(";") if part.strip()]


def concept(cells):
    title = cells["title"]
    english = [(PREFERRED, name) for name in several(cells.get("english", ""))[:1]]
    english += [(SYNONYM, name) for name in several(cells.get("english", ""))[1:]]
    latvian = [(SYNONYM, name) for name in several(cells.get("synonyms", ""))]
    latvian += [(ABBREVIATION, name) for name in several(cells.get("abbreviations", ""))]
    return Concept(
        key=title,
        title=title,
        names=tuple(Named("lv", *name) for name in latvian) + tuple(Named("en", *name) for name in english),
        definition=cells.get("definition", ""),
        source=cells.get("source", ""),
        notes=cells.get("notes", ""),
        status=PROVISIONAL,
        broader=tuple(several(cells.get("broader", ""))),
        related=tuple(several(cells.get("related", ""))),
    )


def comma_separated(content):
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1257", errors="replace")
    if "\0" in text:
        raise not_readable("CSV")
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise not_readable("CSV") from error


def spreadsheet(content):
    refuse_what_swells(content)
    try:
        return (
            CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)
        )
    except (CalamineError, ValueError, IndexError) as error:
        raise not_readable("XLSX") from error


def refuse_what_swells(content):
    """An archive may hold very much, and a sheet is read as a rectangle up to its outermost cell."""
    left = MOST_INFLATED
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist():
                with archive.open(member) as file:
                    xml = file.read(left + 1)
                left -= len(xml)
                if left < 0 or reaches_too_far(xml):
                    raise too_large(MOST_INFLATED)
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise not_readable("XLSX") from error


def reaches_too_far(xml):
    return any(int(row) > MOST_ROWS or column(letters) > MOST_COLUMNS for letters, row in PLACE.findall(xml))


def column(letters):
    number = 0
    for letter in letters.upper()[:4]:
        number = 26 * number + letter - 64
    return number
