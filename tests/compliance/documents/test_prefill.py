from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.documents.prefill import guessed

LATVIAN = """
APLIECĪBA Nr. 15/2026
Biedrība „Parauga mācību centrs”
apliecina, ka Alise Ozola, personas kods ******-*****,
no 2026. gada 3. marta līdz 5. martam piedalījās seminārā
„Motivējošā intervēšana sociālajā
darbā” un apguva 92,67 akadēmiskās stundas.
Rīgā, 2026. gada 10. martā
"""
LABELLED = """
SIA "Izdomas seminārs", Reģ. Nr. 40000000000
Tēma: Supervīzijas pamati
12.10.2026.–14.10.2026.
Apjoms: 16 ak. st.
Izsniegts 20.10.2026.
"""
ENGLISH = """
Institute of Invented Studies
hereby certifies that Alise Ozola attended the course “Ethics in practice”
on 3–5 March 2026 (12 academic hours). Date of issue: 7 March 2026
"""


def test_latvian_certificate_is_read():
    assert guessed(LATVIAN) == {
        "title": "Motivējošā intervēšana sociālajā darbā",
        "provider": "Biedrība „Parauga mācību centrs”",
        "first_day": date(2026, 3, 3),
        "last_day": date(2026, 3, 5),
        "hours": Decimal("92.67"),
        "hours_kind": "academic",
    }


def test_labels_say_what_stands_beside_them():
    assert guessed(LABELLED) == {
        "title": "Supervīzijas pamati",
        "provider": 'SIA "Izdomas seminārs"',
        "first_day": date(2026, 10, 12),
        "last_day": date(2026, 10, 14),
        "hours": Decimal(16),
        "hours_kind": "academic",
    }


def test_english_certificate_is_read():
    assert guessed(ENGLISH) == {
        "title": "Ethics in practice",
        "provider": "Institute of Invented Studies",
        "first_day": date(2026, 3, 3),
        "last_day": date(2026, 3, 5),
        "hours": Decimal(12),
        "hours_kind": "academic",
    }


@pytest.mark.parametrize(
    "text", ["", "Apliecība", "Tālr. 67000000, 1. kabinets", "29.02.2027", "2026. gada 31. aprīlī"]
)
def test_what_is_not_there_is_not_invented(text):
    assert guessed(text) == {}


@pytest.mark.parametrize(
    ("text", "hours", "kind"),
    [
        ("16 (sešpadsmit) akadēmiskās stundas", "16", "academic"),
        ("24 akadēmiskās stundas, no tām 8 akadēmiskās stundas praktiski", "24", "academic"),
        ("Akadēmisko stundu skaits: 24", "24", "academic"),
        ("40 ak.st. (30 astronomiskās stundas)", "40", "academic"),
        ("6 astronomiskās stundas", "6", "clock"),
        ("7.5 clock hours", "7.5", "clock"),
        ("Stundu apjoms – 8", "8", "not_stated"),
        ("kopā 21 stunda", "21", "not_stated"),
        ("8 st.", "8", "not_stated"),
    ],
)
def test_hours_are_told_with_their_kind(text, hours, kind):
    assert guessed(text) == {"hours": Decimal(hours), "hours_kind": kind}


@pytest.mark.parametrize(
    "text",
    [
        "Izsniegts 2026. gada 20. oktobrī",
        "Rīgā, 20.10.2026.",
        "dzimusi 01.02.1980.",
        "Licence derīga līdz 2028-12-31",
        "Date of issue: 7 March 2026",
    ],
)
def test_days_of_the_document_itself_are_not_those_of_the_training(text):
    assert guessed(text) == {}


@given(st.text(max_size=300) | st.text(alphabet="0123456789.,-–/ gadamrtsā()„”:\n", max_size=300))
def test_no_text_breaks_the_reader(text):
    found = guessed(text)

    assert found.get("first_day", date.min) <= found.get("last_day", date.max)
    assert 0 < found.get("hours", 1) < 10_000
