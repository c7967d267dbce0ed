from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from people import territory
from people.territory import Territory, read_municipalities, read_successions

DATA = Path(territory.__file__).parent / "data"
MUNICIPALITIES = read_municipalities((DATA / "municipalities.csv").read_text("utf-8").splitlines())
SUCCESSIONS = read_successions((DATA / "successions.csv").read_text("utf-8").splitlines())
LATVIA = Territory(MUNICIPALITIES, SUCCESSIONS)

BEFORE_REFORM, AFTER_REFORM = date(2021, 6, 30), date(2021, 7, 1)
BEFORE_MADONA, AFTER_MADONA = date(2025, 6, 30), date(2025, 7, 1)


def kinds_on(day):
    return Counter(LATVIA.municipalities[key].kind for key in LATVIA.valid_on(day))


def regions_on(day):
    return Counter(LATVIA.municipalities[key].region for key in LATVIA.valid_on(day))


def successions_of(key):
    return {one.successor: one.part for one in SUCCESSIONS if one.predecessor == key}


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        (date(2015, 4, 1), {"novads": 110, "republican_city": 9}),
        (BEFORE_REFORM, {"novads": 110, "republican_city": 9}),
        (AFTER_REFORM, {"novads": 36, "state_city": 7}),
        (BEFORE_MADONA, {"novads": 36, "state_city": 7}),
        (AFTER_MADONA, {"novads": 35, "state_city": 7}),
    ],
)
def test_there_are_119_then_43_then_42_municipalities(day, kinds):
    assert kinds_on(day) == kinds


def test_regions_are_those_of_2021_and_vidzeme_loses_one_in_2025():
    regions = {"riga": 10, "vidzeme": 10, "latgale": 9, "kurzeme": 8, "zemgale": 6}

    assert regions_on(AFTER_REFORM) == regions
    assert regions_on(AFTER_MADONA) == regions | {"vidzeme": 9}


def test_every_row_has_its_own_key_and_every_code_is_used_once():
    codes = [one.atvk for one in MUNICIPALITIES if one.atvk]

    assert len(LATVIA.municipalities) == len(MUNICIPALITIES) == 119 + 43 + 1
    assert len(set(codes)) == len(codes) == 44
    assert all(key.isascii() for key in LATVIA.municipalities)


@pytest.mark.parametrize("day", [BEFORE_REFORM, AFTER_REFORM, AFTER_MADONA])
def test_names_do_not_repeat_on_a_day(day):
    names = Counter(LATVIA.municipalities[key].name for key in LATVIA.valid_on(day))

    assert max(names.values()) == 1


def test_every_ended_municipality_has_one_default_successor_the_next_day():
    ended = {one.key: one.valid_to for one in MUNICIPALITIES if one.valid_to}
    defaults = [one for one in SUCCESSIONS if one.is_default]

    assert sorted(one.predecessor for one in defaults) == sorted(ended)
    assert all((one.on - ended[one.predecessor]).days == 1 for one in SUCCESSIONS)
    assert all(one.on == LATVIA.municipalities[one.successor].valid_from for one in SUCCESSIONS)


def test_unverified_are_alsunga_and_its_succession():
    assert [one.key for one in MUNICIPALITIES if not one.verified] == ["alsungas-novads-before-2021"]
    assert [one.predecessor for one in SUCCESSIONS if not one.verified] == ["alsungas-novads-before-2021"]


def test_split_municipalities_name_what_went_where():
    split = {one.predecessor for one in SUCCESSIONS if one.part}

    assert split == {"aglonas-novads-before-2021", "incukalna-novads-before-2021"}
    assert successions_of("aglonas-novads-before-2021") == {
        "preilu-novads-2021": "Aglonas pagasts",
        "kraslavas-novads-2021": "Grāveru pagasts; Šķeltovas pagasts; Kastuļinas pagasts",
    }
    assert successions_of("incukalna-novads-before-2021") == {
        "ropazu-novads-2021": "Vangaži",
        "siguldas-novads-2021": "Inčukalna pagasts",
    }


def test_successor_follows_the_chain_up_to_the_day():
    varaklani = "varaklanu-novads-before-2021"

    assert LATVIA.successor_on(varaklani, BEFORE_REFORM) == varaklani
    assert LATVIA.successor_on(varaklani, BEFORE_MADONA) == "varaklanu-novads-2021"
    assert LATVIA.successor_on(varaklani, AFTER_MADONA) == "madonas-novads-2025"


def test_split_municipality_follows_its_default_successor():
    assert LATVIA.successor_on("aglonas-novads-before-2021", AFTER_REFORM) == "preilu-novads-2021"
    assert LATVIA.successor_on("incukalna-novads-before-2021", AFTER_REFORM) == "ropazu-novads-2021"


def test_successor_on_a_day_before_the_municipality_is_refused():
    with pytest.raises(ValueError, match="madonas-novads-2025 did not exist yet on 2025-06-30"):
        LATVIA.successor_on("madonas-novads-2025", BEFORE_MADONA)


def test_predecessors_are_those_of_the_day_asked_for():
    madona = "madonas-novads-2025"

    assert LATVIA.predecessors_on(madona, BEFORE_REFORM) == {
        f"{name}-novads-before-2021" for name in ("madonas", "cesvaines", "erglu", "lubanas", "varaklanu")
    }
    assert LATVIA.predecessors_on(madona, BEFORE_MADONA) == {"madonas-novads-2021", "varaklanu-novads-2021"}
    assert LATVIA.predecessors_on(madona, AFTER_MADONA) == {madona}


def test_ended_municipality_has_no_predecessors_after_its_end():
    assert LATVIA.predecessors_on("varaklanu-novads-2021", AFTER_MADONA) == set()


def test_city_and_novads_of_one_name_stay_apart():
    assert LATVIA.predecessors_on("rezekne-2021", BEFORE_REFORM) == {"rezekne-before-2021"}
    assert LATVIA.predecessors_on("rezeknes-novads-2021", BEFORE_REFORM) == {
        "rezeknes-novads-before-2021",
        "vilanu-novads-before-2021",
    }


@pytest.mark.parametrize("day", [AFTER_REFORM, AFTER_MADONA])
def test_predecessors_of_all_are_the_119_once_each(day):
    found = [old for key in LATVIA.valid_on(day) for old in LATVIA.predecessors_on(key, BEFORE_REFORM)]

    assert sorted(found) == sorted(LATVIA.valid_on(BEFORE_REFORM))


def test_a_set_counts_differently_before_and_after_the_reform():
    pilots = LATVIA.predecessors_on("cesu-novads-2021", BEFORE_REFORM) | {"riga-before-2021"}

    assert LATVIA.count_on(pilots, BEFORE_REFORM) == 8
    assert LATVIA.count_on(pilots, AFTER_REFORM) == 2


def test_the_whole_country_counts_119_43_and_42():
    everyone = LATVIA.valid_on(BEFORE_REFORM)
    days = BEFORE_REFORM, AFTER_REFORM, AFTER_MADONA

    assert [LATVIA.count_on(everyone, day) for day in days] == [119, 43, 42]
