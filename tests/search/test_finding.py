"""One question answered whole: what is found, in what order, and what is shown of it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.finding import Choice
from tests.glossary.conftest import add_term
from tests.publications import making
from tests.search.asked import find, index, page, titles

pytestmark = pytest.mark.django_db


def test_title_comes_before_text_and_an_exact_form_before_another():
    index(
        page("Par kopienu", "Viss par kopienu."),
        page("Kopienas", "Nekas."),
        page("Cits", "Te ir kopiena."),
        page("Vēl cits", "Te ir kopienas."),
    )
    assert titles("kopiena") == ["Kopienas", "Par kopienu", "Cits", "Vēl cits"]


def test_a_term_comes_first_by_any_of_its_names():
    index(page("GRT", "GRT."), term := add_term("garīga rakstura traucējumi", latvian=[("abbreviation", "GRT")]))
    assert titles("grt") == [term.title, "GRT"]


def test_whoever_asks_for_one_name_of_a_concept_finds_the_others():
    names = [("abbreviation", "GRT"), ("synonym", "psihiski traucējumi")]
    index(term := add_term("garīga rakstura traucējumi", latvian=names))
    index(page("Pirmā", "Darbs ar GRT."), page("Otrā", "Garīga rakstura traucējumiem."), page("Trešā", "Garīga sapņi."))
    found = ["Otrā", "Pirmā", term.title]
    assert sorted(titles("GRT")) == sorted(titles("garīga rakstura traucējumus")) == found


def test_all_words_are_needed():
    index(page("Pirmā", "Darbs kopienā."), page("Otrā", "Darbs."))
    assert titles("darbs kopiena") == ["Pirmā"]


def test_an_empty_index_answers():
    assert (find("darbs").total, find('"darbs kopienā"', order="title").total, find("", kind="term").total) == (0, 0, 0)


def test_a_phrase_stands_as_it_is_written():
    index(page("Pirmā", "Par sociālo darbu."), page("Otrā", "Darbu sociālo."), page("Par sociālo darbu"))
    assert titles('"sociālo darbu"') == ["Par sociālo darbu", "Pirmā"]
    assert find('"sociālo darbu"').total == 2


def test_a_phrase_does_not_go_on_from_the_title_into_the_text():
    index(page("Par sociālo", "Darbu dara."))
    assert titles('"sociālo darbu"') == []


def test_a_word_left_out_is_left_out_in_every_form():
    index(page("Pirmā", "Kopiena un jauniešiem."), page("Otrā", "Kopiena."))
    assert titles("kopiena -jaunietis") == ["Otrā"]


@pytest.mark.parametrize("text", ['kopiena -"ar jauniešiem"', "kopiena -ar-jauniešiem", "kopiena –„ar jauniešiem”"])
def test_a_phrase_left_out_is_left_out_as_it_is_written(text):
    index(
        page("Pirmā", "Kopiena ar jauniešiem."),
        page("Otrā", "Kopiena, jauniešiem ar."),
        page("Kopiena ar jauniešiem"),
        page("Kopiena ar", "Jauniešiem."),
    )
    assert titles(text) == ["Kopiena ar", "Otrā"]
    assert find(text).total == 2


def test_a_phrase_is_left_out_beside_one_that_is_needed():
    index(page("Pirmā", "Darbs kopienā. Darbs ar ģimeni."), page("Otrā", "Darbs kopienā."))
    assert titles('"darbs kopienā" -"ar ģimeni"', order="title") == ["Otrā"]


def test_a_compound_is_found_with_and_without_its_dash():
    index(page("Pirmā", "Psiho-sociālais atbalsts."))
    assert titles("psihosociāls") == titles("psiho-sociāla") == ["Pirmā"]


def test_numbers_are_exact():
    index(page("Pirmā", "Noteikumi Nr. 338."), page("Otrā", "Noteikumi Nr. 33."))
    assert titles("338") == ["Pirmā"]


@pytest.mark.parametrize(
    "text", ["социальная", "😀", "* OR 1=1", '"' * 900, "AND NOT", "x:y", "\x00", "'; --", "a\ud800b"]
)
def test_whatever_is_asked_is_answered(text):
    index(page("Pirmā", "Социальная работа."))
    assert titles(text) == (["Pirmā"] if text == "социальная" else [])


def test_an_empty_question_finds_nothing_and_a_facet_alone_all_of_it():
    index(page("Pirmā"), add_term("mentors"))
    assert (titles(""), titles("", kind="term")) == ([], ["mentors"])


def test_what_is_shown_of_a_hit():
    making.issue(number=2, year=2016, theme="Ētika")
    index(making.article("Četras pamatvērtības", "Ilze Rudzīte", abstract="Vērtības, kas palīdz. " * 3))
    hit = (
        find("vērtībām", kind="article").hits[0]
        if find("vērtībām", kind="article").hits
        else find("pamatvērtība").hits[0]
    )
    assert (hit.kind, hit.kind_name, hit.when, hit.crumbs, hit.place) == (
        "article",
        "raksts",
        "2/2016",
        ("Izdevumi", "Sociālais darbs Latvijā", "Sociālais darbs Latvijā, 2/2016"),
        "",
    )
    assert hit.address.endswith("/izdevumi/socialais-darbs-latvija/2016-2/cetras-pamatvertibas/")


def test_facets_count_what_each_of_their_values_would_give():
    index(making.study("Pirmais darbs", year=2017), making.study("Otrais darbs", year=2023), page("Darbs"))
    results = find("darbs", year="2017")
    assert (results.total, results.facets["year"], results.facets["kind"]) == (
        1,
        [Choice("2017", "2017", 1, True), Choice("2023", "2023", 1, False)],
        [Choice("study", "pētījums", 1, False)],
    )


def test_a_value_that_nothing_has_finds_nothing():
    index(page("Darbs"))
    assert find("darbs", topic="nav-tadas", year="99999").total == 0


def test_orders():
    index(
        making.study("B darbs", year=2017),
        making.study("Ā darbs", year=2017, delivered="2017-03-02"),
        making.study("A darbs", year=2023),
        page("C darbs"),
    )
    assert titles("darbs", order="newest") == ["A darbs", "Ā darbs", "B darbs", "C darbs"]
    assert titles("darbs", order="oldest") == ["B darbs", "Ā darbs", "A darbs", "C darbs"]
    assert titles("darbs", order="title") == ["A darbs", "Ā darbs", "B darbs", "C darbs"]
    assert find("darbs", order="newest").hits[1].day == date(2017, 3, 2)


def test_pages_of_ten_and_the_last_for_any_later_one():
    index(*(page(f"Darbs {number}") for number in range(23)))
    first, last = find("darbs"), find("darbs", page="1000000000")
    assert (first.total, first.pages, len(first.hits)) == (23, 3, 10)
    assert (last.page, len(last.hits)) == (3, 3)
    assert len({hit.page for number in "123" for hit in find("darbs", page=number).hits}) == 23


def test_a_question_costs_two_queries_whatever_it_finds():
    index(*(page(f"Darbs {number}", "Kopiena.") for number in range(3)))
    find("darbs")
    for text in ("darbs", "darbs 1", '"darbs 1" -nav'):
        with CaptureQueriesContext(connection) as queries:
            find(text)
        assert len(queries) == 2
