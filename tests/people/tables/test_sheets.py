from datetime import date, datetime

import pytest

from people.tables import sheets, spreadsheet
from people.tables.unreadable import Reason, Unreadable
from tests.offices.importing.files import changed, csv, sheet, xlsx

LATVIAN = "Ģirts Ķēniņš-Šļūžņa"


def refused(content):
    with pytest.raises(Unreadable) as refusal:
        sheets.read(content)
    return refusal.value.reason


def test_rows_keep_the_numbers_that_a_spreadsheet_shows():
    content = xlsx(["Vārds"], [], ["Anna"])
    assert sheets.read(content) == [(1, ["Vārds"]), (3, ["Anna"])]
    assert sheets.read(csv("Vārds", "", "Anna")) == [(1, ["Vārds"]), (3, ["Anna"])]


def test_cells_of_excel_keep_what_they_are():
    content = xlsx(["x", 7.5, date(2026, 10, 12), datetime.fromisoformat("2026-10-12T09:30")])
    assert sheets.read(content) == [(1, ["x", 7.5, date(2026, 10, 12), datetime.fromisoformat("2026-10-12T09:30")])]


def test_a_formula_is_read_as_what_it_gave():
    cells = '<row r="1"><c r="A1"><f>1+6.5</f><v>7.5</v></c></row>'
    assert sheets.read(changed(xlsx(["x"]), SHEET=sheet(cells))) == [(1, [7.5])]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_any_delimiter_parts_cells(delimiter):
    content = csv(delimiter.join(["Vārds", '"A; B, C"']), delimiter.join(["Anna", "x"]))
    assert sheets.read(content) == [(1, ["Vārds", "A; B, C"]), (2, ["Anna", "x"])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1257"])
def test_latvian_letters_arrive_in_every_encoding(encoding):
    assert sheets.read(csv(f"Vārds;{LATVIAN}", encoding=encoding)) == [(1, ["Vārds", LATVIAN])]


def test_damaged_letters_are_told_apart_from_an_old_encoding():
    broken = csv(f"Vārds;{LATVIAN}").replace("š".encode(), b"\xc5")
    assert refused(broken) == Reason.ENCODING


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"\n\n;;\n", Reason.EMPTY),
        (b"\xd0\xcf\x11\xe0 old Excel", Reason.OLD_EXCEL),
        (b"PK\x03\x04 cut off", Reason.NOT_A_TABLE),
        (b"%PDF-1.7\0\0\0", Reason.NOT_A_TABLE),
        (b'a;"b\nc;d', Reason.NOT_A_TABLE),
        (b"x" * 200_000, Reason.NOT_A_TABLE),
        (b"\x81\x83", Reason.ENCODING),
        (b"x" * (10 * 1024 * 1024 + 1), Reason.TOO_LARGE),
    ],
)
def test_what_is_no_table_says_why(content, reason):
    assert refused(content) == reason


def test_an_archive_that_is_no_workbook_is_refused():
    assert refused(changed(xlsx(["x"]), **{"xl/workbook.xml": "<x/>"})) == Reason.NOT_A_TABLE
    assert refused(changed(xlsx(["x"]), SHEET="<broken")) == Reason.NOT_A_TABLE


def test_a_million_rows_are_refused_before_they_are_read():
    assert refused(b"a;b\n" * 1_000_000) == Reason.TOO_MANY_ROWS
    many = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 30_000))
    assert refused(changed(xlsx(["x"]), SHEET=sheet(many))) == Reason.TOO_MANY_ROWS


@pytest.mark.parametrize("place", ["A1048576", "XFD1", "a99999999999", "ZZZZZ1"])
def test_a_far_cell_does_not_make_a_huge_table(place):
    cells = f'<row><c r="A1"><v>1</v></c><c s="1" r = "{place}"><v>1</v></c></row>'
    assert refused(changed(xlsx(["x"]), SHEET=sheet(cells))) == Reason.TOO_MANY_ROWS


@pytest.mark.parametrize(
    "cells",
    [
        "<row>" + '<c t="s"><v>0</v></c>' * 200 + "</row>",
        "<row>" + "<x:c><v>1</v></x:c>" * 200 + "</row>",
        """<row><c s=' r="A1">' r="XFD1"><v>1</v></c></row>""",
        '<row><c r="&#88;FD1"><v>1</v></c></row>',
        '<row><c r="A1" r="XFD1"><v>1</v></c></row>',
    ],
)
def test_a_cell_that_hides_where_it_stands_is_refused(cells):
    assert refused(changed(xlsx(["x"]), SHEET=sheet(cells))) == Reason.NOT_A_TABLE


def test_a_sheet_elsewhere_in_the_archive_is_looked_over_too():
    book = changed(xlsx(["x"]), **{"xl/elsewhere.xml": sheet('<row><c r="XFD1"><v>1</v></c></row>')})
    assert refused(book) == Reason.TOO_MANY_ROWS


def test_pictures_in_a_book_are_passed_over():
    assert sheets.read(changed(xlsx(["x"]), **{"xl/media/logo.png": b"\x89PNG <c> <c/>"})) == [(1, ["x"])]


def test_declared_dimensions_alone_do_no_harm():
    cells = '<row r="1"><c r="A1"><v>1</v></c></row>'
    assert sheets.read(changed(xlsx(["x"]), SHEET=sheet(cells))) == [(1, [1.0])]


def test_a_bomb_is_refused_while_it_is_unpacked():
    bomb = changed(xlsx(["x"]), **{"xl/bomb.xml": b"\0" * (spreadsheet.MOST_INFLATED + 1)})
    assert len(bomb) < sheets.MOST_BYTES
    assert refused(bomb) == Reason.TOO_LARGE


def test_an_archive_that_lies_about_its_size_is_refused():
    honest = changed(xlsx(["x"]), **{"xl/bomb.xml": b"\0" * 1_000_000})
    assert refused(honest.replace((1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))) == Reason.NOT_A_TABLE


def test_one_long_text_in_many_cells_is_refused():
    texts = f"<sst><si><t>{'x' * 1_000_000}</t></si></sst>"
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 2000))
    content = changed(xlsx(["x"]), SHEET=sheet(cells), **{"xl/sharedStrings.xml": texts})
    assert refused(content) == Reason.TOO_LARGE


def test_thousands_of_members_are_refused():
    assert refused(changed(xlsx(["x"]), **{f"m{number}": "x" for number in range(600)})) == Reason.TOO_LARGE
