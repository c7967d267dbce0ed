"""Tables as files: CSV as Latvian Excel reads it, streamed, and XLSX in constant memory; neither holds a formula."""

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import BytesIO

from django.http import FileResponse, StreamingHttpResponse
from django.utils.text import slugify
from xlsxwriter import Workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
PLAIN_TEXT = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_date_format": "dd.mm.yyyy",
}
WORDS, FIGURES = 30, 14  # widths of columns


class _Line:
    """What csv.writer writes to: it gives the line back."""

    def write(self, line):
        return line


def csv_file(name: str, rows: Iterable[Iterable]) -> StreamingHttpResponse:
    return StreamingHttpResponse(
        _csv_lines(rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{file_name(name)}.csv"'},
    )


def xlsx_file(name: str, rows: Iterable[Iterable]) -> FileResponse:
    file = BytesIO()
    with Workbook(file, PLAIN_TEXT) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 2, WORDS)
        sheet.set_column(3, 20, FIGURES)
        for at, cells in enumerate(rows):
            for column, value in enumerate(cells):
                sheet.write(at, column, value, None if at else bold)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{file_name(name)}.xlsx", content_type=XLSX)


def file_name(name: str) -> str:
    """Letters without marks and hyphens, whatever the office is called."""
    return slugify(name)[:120] or "tabula"


def _csv_lines(rows) -> Iterator[str]:
    writer = csv.writer(_Line(), delimiter=";")
    yield "\ufeff"
    for cells in rows:
        yield writer.writerow([_cell(value) for value in cells])


def _cell(value) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
