"""The number of an entry: its place in the order, and the shelf it stands on."""

import random
import sqlite3
from contextlib import closing
from datetime import date
from importlib import import_module

import pytest
from django.db import connection

from search import order, shelves


def number(weight=3, year=None, day=None, page=1, shelf=1):
    return order.number(weight=weight, year=year, day=day, page=page, shelf=shelf)


def test_weight_comes_before_day_and_day_before_page():
    numbers = [
        number(weight=7),
        number(year=2020, day=date(2020, 5, 2)),
        number(year=2020, day=date(2020, 5, 1), page=2),
        number(year=2020, page=3),
        number(year=2019, day=date(2019, 12, 31), page=9),
        number(page=8),
    ]
    assert numbers == sorted(numbers, reverse=True)


def test_every_number_fits_into_56_bits():
    longest = number(weight=7, day=date(2077, 12, 31), page=2**21 - 1, shelf=2**16 - 1)
    assert 2**55 < longest < 2**56
    assert number(weight=7, day=date(9999, 12, 31), page=2**21 - 1, shelf=2**16 - 1) == longest
    assert number(year=1) > 0


def test_sqlite_finds_as_much_backwards_as_forwards():
    """With numbers of 61 bits it found 4,222 of 8,951."""
    chance, asked = random.Random(1), "SELECT rowid FROM bag WHERE bag MATCH 'darbs AND kopiena' ORDER BY rowid"
    with closing(sqlite3.connect(":memory:")) as full_text:
        full_text.execute("CREATE VIRTUAL TABLE bag USING fts5(words, content='', detail=none, tokenize='ascii')")
        for page in range(10_000):
            day = date.fromordinal(730_000 + chance.randrange(9000))
            one = number(weight=chance.choice((7, 5, 3, 2)), day=day, page=page, shelf=chance.randrange(1500))
            words = " ".join(word for word in ("darbs", "kopiena") if chance.randrange(20))
            full_text.execute("INSERT INTO bag (rowid, words) VALUES (?, ?)", [one, words])
        full_text.execute("INSERT INTO bag (bag) VALUES ('optimize')")
        assert full_text.execute(f"{asked} DESC").fetchall() == full_text.execute(asked).fetchall()[::-1]


def test_older_numbers_are_shortened(db):
    older = 3 << 58 | (118 << 9 | 45) << 41 | 777 << 18 | 1234
    shorter = import_module("search.migrations.0005_shorter_numbers").SHORTER
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {shorter.format(older)}")
        assert cursor.fetchone() == (number(day=date(2018, 2, 14), page=777, shelf=1234),)


def test_its_shelf_can_be_read_off():
    assert order.shelf_of(number(shelf=12345)) == 12345


@pytest.mark.parametrize("wrong", [{"page": 2**21}, {"shelf": 2**16}])
def test_what_has_no_place_is_refused(wrong):
    with pytest.raises(ValueError, match="no place"):
        number(**wrong)


def test_a_shelf_tells_what_it_holds():
    key = shelves.key({"kind": ["term"], "topic": ["b", "a"], "language": ["lv"]})
    assert key == "|kind:term|topic:a|topic:b|language:lv|"
    assert shelves.facets(key)["topic"] == ("a", "b")
    assert shelves.facets(key)["year"] == ()


def test_counting():
    held = {
        shelves.key({"kind": ["term"], "topic": ["a"]}): 3,
        shelves.key({"kind": ["event"], "topic": ["a", "b"]}): 2,
    }
    found = shelves.counted(held, {"kind": ("event",)})
    assert (found.total, found.facets["kind"], found.facets["topic"]) == (
        2,
        [("term", 3), ("event", 2)],
        [("a", 2), ("b", 2)],
    )


def test_counting_of_what_is_chosen_in_two_facets():
    held = {
        shelves.key({"kind": ["term"], "topic": ["a"]}): 3,
        shelves.key({"kind": ["event"], "topic": ["a"]}): 2,
        shelves.key({"kind": ["term"], "topic": ["b"]}): 4,
        shelves.key({"kind": ["event"], "topic": ["b"]}): 5,
    }
    found = shelves.counted(held, {"kind": ("term",), "topic": ("a",)})
    assert (found.total, found.facets["kind"], found.facets["topic"]) == (
        3,
        [("term", 3), ("event", 2)],
        [("b", 4), ("a", 3)],
    )
