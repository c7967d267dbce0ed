"""The number of an entry: its place in the order, and the shelf it stands on."""

from datetime import date

import pytest

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


def test_every_number_fits_where_databases_keep_them():
    assert number(weight=7, day=date(2155, 12, 31), page=2**23 - 1, shelf=2**18 - 1) < 2**63
    assert number(year=1) > 0


def test_its_shelf_can_be_read_off():
    assert order.shelf_of(number(shelf=12345)) == 12345


@pytest.mark.parametrize("wrong", [{"page": 2**23}, {"shelf": 2**18}])
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
