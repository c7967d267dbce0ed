from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest

from offices.exports import csv_file, file_name, xlsx_file

DANGEROUS = ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1+1", "＋1", "－1", "＠x"]


def text_of(response):
    return b"".join(response.streaming_content).decode()


def test_csv_is_what_latvian_excel_opens():
    response = csv_file(
        "Darbinieki 2026", [("Darbinieks", "Norma"), ("Ābele; Zane", Decimal("17.50")), ("Ozols", None)]
    )
    assert text_of(response) == '\ufeffDarbinieks;Norma\r\n"Ābele; Zane";17,5\r\nOzols;\r\n'
    assert response["Content-Disposition"] == 'attachment; filename="darbinieki-2026.csv"'
    assert response["Content-Type"] == "text/csv; charset=utf-8"


@pytest.mark.parametrize("text", DANGEROUS)
def test_csv_never_holds_a_formula(text):
    assert text_of(csv_file("x", [[text, "drošs"]])).lstrip('\ufeff"').startswith("'" + text[0])


@pytest.mark.parametrize(("amount", "shown"), [("100", "100"), ("0", "0"), ("0.00", "0"), ("1250.50", "1250,5")])
def test_csv_writes_numbers_that_a_sheet_can_add(amount, shown):
    assert text_of(csv_file("x", [[Decimal(amount)]])) == f"\ufeff{shown}\r\n"


def test_xlsx_holds_text_as_text_and_numbers_as_numbers():
    content = b"".join(xlsx_file("x", [["Nosaukums"], [DANGEROUS[0], Decimal("17.5"), "http://x"]]).streaming_content)
    sheet = ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml")
    assert b'<t>=HYPERLINK("http://x")</t>' in sheet
    assert b"<v>17.5</v>" in sheet
    assert b"<f>" not in sheet
    assert b"<hyperlink" not in sheet


def test_a_file_is_named_without_marks_and_quotes():
    assert file_name('Darbinieki Ādažu "dienests"\r\n 2026') == "darbinieki-adazu-dienests-2026"
    assert file_name("…") == "tabula"
