"""From a file to a plan: sheets and what is wrong in them."""

import io

import pytest
from xlsxwriter import Workbook

from glossary.exchange import skos
from glossary.exchange.checking import MOST_BYTES, check_file
from glossary.exchange.concept import Concept, Named
from glossary.exchange.refusals import Refused


def sheet(*rows):
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return file.getvalue()


HEADINGS = ["Termins", "Angļu", "Saīsinājumi", "Skaidrojums", "Plašāks termins"]
GOOD = ["supervīzija", "supervision; guided reflection", "s/v", "Konsultēšanas veids.", "konsultēšana"]
CONCEPT = Concept(
    "supervīzija",
    "supervīzija",
    (Named("lv", "abbreviation", "s/v"), Named("en", "preferred", "supervision"), Named("en", "synonym", "guided reflection")),
    definition="Konsultēšanas veids.",
    broader=("konsultēšana",),
)  # fmt: skip


def checked(*rows, known=(), name="termini.xlsx"):
    return check_file(name, sheet(*rows), known=known)


def test_a_row_is_a_concept():
    assert checked(HEADINGS, GOOD).new == [(2, CONCEPT)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1257"])
def test_a_csv_is_read_however_it_was_saved(delimiter, encoding):
    rows = [HEADINGS, [cell.replace(";", ",") for cell in GOOD[:1]]]
    content = "\n".join(delimiter.join(row) for row in rows).encode(encoding)
    assert check_file("termini.csv", content, known=()).new == [(2, Concept("supervīzija", "supervīzija"))]


def test_what_the_dictionary_holds_is_passed_over():
    plan = checked(HEADINGS, GOOD, known={"supervīzija"})
    assert (plan.new, plan.known) == ([], [(2, CONCEPT)])


def test_a_link_to_what_is_nowhere_is_noted():
    rows = [HEADINGS, GOOD, ["mentors", "", "", "", "Supervīzija; atbalsts"]]
    assert checked(*rows, known={"atbalsts"}).notes == [
        (2, "vārdnīcā nav terminu, tāpēc saites uz tiem nebūs: konsultēšana")
    ]


def test_a_file_links_by_its_own_keys_to_what_is_passed_over():
    content = skos.write(
        [Concept("http://a/1", "konsultēšana"), Concept("http://a/2", "supervīzija", broader=("http://a/1",))],
        scheme="http://a/", title="Vārdnīca", form="ttl",
    )  # fmt: skip
    plan = check_file("termini.ttl", content, known={"konsultēšana"})
    assert [(concept.title, concept.broader) for _number, concept in plan.new] == [("supervīzija", ("konsultēšana",))]
    assert plan.notes == []


def test_rows_tell_what_is_wrong():
    plan = checked(HEADINGS, ["", "work"], ["darbs"], ["Darbs "], ["a" * 10_000], ["s\u200blodze"])
    assert plan.errors == [
        (2, "termins ir tukšs"),
        (4, "„Darbs” jau ir 3. rindā"),
        (5, f"„{'a' * 60}…” ir garāks par 255 zīmēm"),
        (6, "„s\u200blodze” satur neredzamas zīmes"),
    ]


def test_a_stop_word_is_noted():
    assert checked(HEADINGS, ["par"]).notes == [
        (2, "„par” ir vārds, kas sastopams katrā teikumā: tekstos tas netiks atzīmēts")
    ]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("termini.docx", b"", "nevar nolasīt kā XLSX"),
        ("termini", b"", "nevar nolasīt kā XLSX"),
        ("termini.xlsx", b"PK\x03\x04broken", "nevar nolasīt kā tabulu"),
        ("termini.csv", b"a\0b", "nevar nolasīt kā tabulu"),
        ("termini.csv", b'"open', "nevar nolasīt kā tabulu"),
        ("termini.csv", b"", "nav neviena jēdziena"),
        ("termini.csv", b"Vards;Angli\na;b", "trūkst „Termins”"),
        ("termini.csv", b"a" * (MOST_BYTES + 1), "līdz 5 MB"),
        ("termini.csv", b"Termins\n" + b"a\n" * 6000, "līdz 5000 jēdzieniem"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(name, content, told):
    with pytest.raises(Refused, match=told):
        check_file(name, content, known=())


def test_a_sheet_with_a_cell_far_away_is_refused_before_it_is_read():
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet().write("XFD1048576", "tālu")
    with pytest.raises(Refused, match="pārāk daudz rindu"):
        check_file("termini.xlsx", file.getvalue(), known=())


def test_numbers_of_a_sheet_are_as_they_are_seen():
    assert checked(HEADINGS, [112.0]).new == [(2, Concept("112", "112"))]


def turtle(inside):
    return f"@prefix skos: <http://www.w3.org/2004/02/skos/core#> . <urn:a> a skos:Concept ; {inside} .".encode()


def test_what_others_say_twice_or_in_other_languages_is_tidied():
    labels = 'skos:prefLabel "darbs"@lv, "work"@en, "labour"@en-GB, "darbs "@lv, "jobb"@sv ; skos:altLabel "work"@en'
    plan = check_file("others.ttl", turtle(labels), known=())
    names = (Named("en", "preferred", "work"), Named("en", "synonym", "labour"))
    assert [(concept.title, concept.names) for _number, concept in plan.new] == [("darbs", names)]
    assert plan.notes == [(1, "nosaukumi valodās, kuru vārdnīcā nav, ir izlaisti: sv")]


def test_signs_that_no_database_keeps_are_told():
    plan = check_file("others.ttl", turtle(r'skos:prefLabel "dar\u0000bs"@lv ; skos:definition "a\u0001"@lv'), known=())
    assert plan.errors == [(1, "„dar�bs” satur neredzamas zīmes"), (1, "„a�” satur neredzamas zīmes")]
