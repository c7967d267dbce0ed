"""Files as people and enemies make them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

SHEET = "xl/worksheets/sheet1.xml"


def xlsx(*rows, **options):
    file = BytesIO()
    with Workbook(file, {"default_date_format": "dd.mm.yyyy"} | options) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)
    return file.getvalue()


def changed(content, **members):
    """An archive with other members in the place of its own; `SHEET=…` is the first sheet."""
    members = {SHEET if name == "SHEET" else name: text for name, text in members.items()}
    file = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, members.pop(name, None) or old.read(name))
        for name, text in members.items():
            new.writestr(name, text)
    return file.getvalue()


def sheet(cells):
    """The XML of a sheet that holds these cells as they are written."""
    return f"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
        <dimension ref="A1:XFD1048576"/><sheetData>{cells}</sheetData></worksheet>"""


def csv(*lines, encoding="utf-8"):
    return "\r\n".join(lines).encode(encoding)
