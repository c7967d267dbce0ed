"""A file's first sheet as rows with their numbers; what is too much is refused before it is read."""

from collections.abc import Iterator
from datetime import date, datetime

from . import comma_separated, spreadsheet
from .unreadable import Reason, Unreadable

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 20_000
ABOVE = 20  # headings, and what people write over them
OLD_EXCEL, ARCHIVE = b"\xd0\xcf\x11\xe0", b"PK"

type Cell = str | int | float | bool | date | datetime
type Row = tuple[int, list[Cell]]


def read(content: bytes) -> list[Row]:
    """The rows that hold anything, numbered as a spreadsheet shows them."""
    if len(content) > MOST_BYTES:
        raise Unreadable(Reason.TOO_LARGE)
    found = list(_filled(_rows(content)))
    if not found:
        raise Unreadable(Reason.EMPTY)
    return found


def _rows(content):
    if content.startswith(OLD_EXCEL):
        raise Unreadable(Reason.OLD_EXCEL)
    if content.startswith(ARCHIVE):
        return spreadsheet.rows(content, most_rows=MOST_ROWS + ABOVE)
    return comma_separated.rows(content)


def _filled(rows) -> Iterator[Row]:
    for number, cells in enumerate(rows, start=1):
        if number > MOST_ROWS + ABOVE:
            raise Unreadable(Reason.TOO_MANY_ROWS)
        if any(cell not in ("", None) for cell in cells):
            yield number, cells
