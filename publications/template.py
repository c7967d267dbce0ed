"""The table to fill in with the articles of an issue."""

from io import BytesIO

from xlsxwriter import Workbook

from .importing import COLUMNS

WIDTH = 26
PLAIN_TEXT = {"strings_to_formulas": False, "strings_to_urls": False}


def xlsx() -> bytes:
    file = BytesIO()
    with Workbook(file, PLAIN_TEXT) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(COLUMNS) - 1, WIDTH)
        sheet.write_row(0, 0, [column.heading for column in COLUMNS], book.add_format({"bold": True}))
    return file.getvalue()
