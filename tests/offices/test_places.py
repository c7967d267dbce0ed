"""Merged and split municipalities, as they were and as they are now; regions; and no way to subtract among them."""

from datetime import date

import pytest

from offices.places import NOW, REGION, THEN, UNSTATED, Places, Row
from offices.suppression import TOTAL
from offices.totals import as_of
from tests.factories import EmployerFactory, MunicipalityFactory, UserFactory
from tests.offices.staffing import TODAY, hire

pytestmark = pytest.mark.django_db
BEFORE = date(2020, 12, 31)


def employer(key, region=""):
    return EmployerFactory(municipality=MunicipalityFactory(key=key, region=region))


def staffed(key, number, since=date(2019, 1, 1), **job):
    office = employer(key)
    for person in UserFactory.create_batch(number):
        hire(person, office, start=since, **job)


def people(totals, level):
    return {
        totals.places.name(row): group.people
        for (row, role), group in totals.groups["training"].items()
        if row and row.level == level and role is TOTAL
    }


def shown(totals, level):
    rows = totals.places.named(level, totals.rows)
    return {name: group and group.people for row, name in rows.items() for group in [totals.shown(row, TOTAL)]}


@pytest.fixture
def merged():
    """Madona and Varakļāni were two until 2025; Carnikava joined Ādaži in 2021."""
    staffed("madonas-novads-2021", 9)
    staffed("varaklanu-novads-2021", 7)
    staffed("carnikavas-novads-before-2021", 6)
    staffed("adazu-novads-before-2021", 8)


def test_municipalities_stand_as_they_were_on_the_day(merged):
    assert people(as_of(BEFORE, today=TODAY), THEN) == {
        "Ādažu novads": 8, "Carnikavas novads": 6, "Madonas novads": 9, "Varakļānu novads": 7,
    }  # fmt: skip
    assert people(as_of(date(2024, 12, 31), today=TODAY), THEN) == {
        "Ādažu novads": 14, "Madonas novads": 9, "Varakļānu novads": 7,
    }  # fmt: skip


def test_municipalities_stand_as_they_are_now(merged):
    assert people(as_of(BEFORE, today=TODAY), NOW) == {"Ādažu novads": 14, "Madonas novads": 16}


def test_now_is_the_day_one_looks(merged):
    assert people(as_of(BEFORE, today=date(2024, 1, 1)), NOW) == {
        "Ādažu novads": 14, "Madonas novads": 9, "Varakļānu novads": 7,
    }  # fmt: skip


def test_an_old_municipality_is_in_the_region_of_what_it_is_now(merged):
    regions = people(as_of(BEFORE, today=TODAY), REGION)
    assert regions == {"Rīgas plānošanas reģions": 14, "Vidzemes plānošanas reģions": 16}


def test_a_municipality_without_a_region_is_called_so():
    staffed("parauga-novads", 5)
    totals = as_of(TODAY, today=TODAY)
    assert totals.shown(Row(REGION, UNSTATED), TOTAL).people == 5


def test_a_municipality_that_began_after_the_day_stands_as_it_is():
    staffed("adazu-novads-2021", 5)
    assert people(as_of(BEFORE, today=TODAY), THEN) == {"Ādažu novads": 5}


def test_a_split_municipality_counts_where_its_main_part_went():
    staffed("aglonas-novads-before-2021", 5)
    totals = as_of(BEFORE, today=TODAY)
    assert people(totals, NOW) == {"Preiļu novads": 5}
    assert totals.places.splits(THEN) == []
    assert totals.places.splits(NOW) == ["Aglonas novads sadalīts starp Preiļu un Krāslavas novadu (aglona.lv)."]


def test_a_small_old_municipality_cannot_be_subtracted_from_the_merged_one():
    staffed("varaklanu-novads-2021", 3)
    staffed("madonas-novads-2021", 20)
    staffed("gulbenes-novads-2021", 30)
    totals = as_of(BEFORE, today=TODAY)
    assert shown(totals, THEN) == {"Gulbenes novads": 30, "Madonas novads": None, "Varakļānu novads": None}
    assert shown(totals, NOW) == {"Gulbenes novads": 30, "Madonas novads": 23}


def test_a_small_municipality_cannot_be_subtracted_from_its_region():
    staffed("gulbenes-novads-2021", 2)
    staffed("madonas-novads-2025", 20)
    staffed("adazu-novads-2021", 30)
    totals = as_of(TODAY, today=TODAY)
    assert shown(totals, NOW) == {"Ādažu novads": 30, "Gulbenes novads": None, "Madonas novads": None}
    assert shown(totals, REGION) == {"Rīgas plānošanas reģions": 30, "Vidzemes plānošanas reģions": 22}


def test_a_region_of_one_small_municipality_takes_another_region_along():
    staffed("gulbenes-novads-2021", 2)
    staffed("adazu-novads-2021", 30)
    staffed("talsu-novads-2021", 40)
    assert shown(as_of(TODAY, today=TODAY), REGION) == {
        "Kurzemes plānošanas reģions": 40,
        "Rīgas plānošanas reģions": None,
        "Vidzemes plānošanas reģions": None,
    }


def test_places_take_two_queries(django_assert_num_queries):
    with django_assert_num_queries(2):
        Places(TODAY, TODAY).of("adazu-novads-2021")
