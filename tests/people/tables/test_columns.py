import pytest

from people.tables.columns import Column, records
from people.tables.likeness import Names
from people.tables.unreadable import Reason, Unreadable

COLUMNS = Column("email", "E-pasts", ("E-pasta adrese",)), Column("unit", "Struktūrvienība", required=False)


def read(*rows):
    return list(records(list(enumerate(rows, start=1)), COLUMNS))


@pytest.mark.parametrize("heading", ["E-pasts", " e-pasts ", "EPASTS", "E-pasta adrese", "ē-pāsts"])
def test_headings_are_known_in_any_spelling(heading):
    assert read([heading], ["a@b.lv"]) == [(2, {"email": "a@b.lv"})]


def test_columns_stand_in_any_order_among_others():
    rows = ["Piezīmes", "Strukturvieniba", "E-pasts"], ["x", "Nodaļa", "a@b.lv"], ["y"]
    assert read(*rows) == [(2, {"unit": "Nodaļa", "email": "a@b.lv"}), (3, {"unit": "", "email": ""})]


def test_what_stands_above_the_headings_is_passed_over():
    assert read(["Darbinieki 2026"], ["E-pasts"], ["a@b.lv"]) == [(3, {"email": "a@b.lv"})]


@pytest.mark.parametrize(
    ("headings", "reason"),
    [(["Nodaļa"], Reason.NO_HEADINGS), (["E-pasts", "e-pasta adrese"], Reason.HEADING_TWICE)],
)
def test_missing_and_doubled_headings_are_named(headings, reason):
    with pytest.raises(Unreadable) as refusal:
        read(headings, ["x"])
    assert (refusal.value.reason, refusal.value.names) == (reason, ("E-pasts",))


def test_more_rows_than_the_limit_are_refused():
    with pytest.raises(Unreadable) as refusal:
        read(["E-pasts"], *[["x"]] * 20_001)
    assert refusal.value.reason == Reason.TOO_MANY_ROWS


@pytest.mark.parametrize(
    ("written", "meant"),
    [("soc. darb.", "sociālais darbinieks"), ("Sociala aprupetaja", "sociālais aprūpētājs"), ("pavārs", None)],
)
def test_the_nearest_profession_is_suggested(written, meant):
    names = "sociālais darbinieks", "sociālais aprūpētājs", "institūcijas vadītājs", "ģimenes asistents"
    assert Names(dict.fromkeys(names, True)).nearest(written) == meant
