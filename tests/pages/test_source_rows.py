"""Nothing of the source documents is lost: every row of their content is shown somewhere, in its words."""

import pytest
from django.test import Client

from pages.source_rows import by_address, read_text, source_rows

HOURS_RATES_AND_CLAIMS = {*range(40, 46), *range(50, 76), *range(80, 85)}
CONTENT = {
    *range(1, 26), *range(30, 40), *range(90, 111), 120, *range(121, 129), *range(140, 158), *range(160, 169),
    *range(170, 179), *range(180, 186), *range(189, 216), *range(220, 225), *range(230, 245), *range(250, 258),
}  # fmt: skip


def test_the_table_names_every_content_row_once():
    named = [int(row.row.removeprefix("S")) for row in source_rows()]
    assert sorted(named) == sorted(CONTENT)
    assert not CONTENT & HOURS_RATES_AND_CLAIMS


def test_a_reader_finds_every_row(demo_database):
    """Each address is visited once."""
    lost = {}
    for address, rows in by_address(source_rows()):
        text = read_text(Client().get(address, follow=True).content.decode())
        lost |= {row.row: lacking for row in rows if (lacking := row.lacking_in(text))}
    assert lost == {}


FOUND_ELSEWHERE = {  # what is known from others than the project's own documents
    "/par-projektu/": [
        "18 sociālo dienestu vadītāji, 100 stundas mācību astoņos moduļos",
        "Ogres (90000024455)",
        "Ilūkstes novads (90000078782)",
        "3, 6, 9 vai 12 mēnešiem",
        "rīkojums Nr. 406",
    ],
    "/metodikas/": ["50 cilvēku apmācību", "25 pašvaldībās", "vairāk nekā 80 %"],
    "/skaitli/": ["2010. gadā: mācības 58 %, supervīzija 45,99 %", "2016. gadā: mācības 70,24 %, supervīzija 86,28 %"],
    "/izdevumi/socialais-darbs-latvija/": ["kopš 2017. gada"],
    "/vardnica/socialo-pakalpojumu-sniedzejs/": ["noteikumi Nr. 385"],
}


def test_a_reader_finds_what_others_tell_of_the_project(demo_database):
    pages = {address: read_text(Client().get(address).content.decode()) for address in FOUND_ELSEWHERE}
    assert [(at, told) for at, words in FOUND_ELSEWHERE.items() for told in words if told not in pages[at]] == []


def test_hours_are_not_called_academic_where_their_source_does_not(demo_database):
    page = read_text(Client().get("/metodikas/atkariba/").content.decode())
    assert "88 stundu programma" in page
    assert "88 ak" not in page


@pytest.mark.parametrize(
    ("page", "text"),
    [("<p>2016</p><td>592</td>", "2016 592"), ("2&nbsp;414 \n 354", "2 414 354"), ("<script>x</script>a", "a")],
)
def test_a_page_is_compared_as_it_is_read(page, text):
    assert read_text(page) == text
