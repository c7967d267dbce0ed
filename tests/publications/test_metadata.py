from publications.dublin_core import dublin_core
from publications.highwire import highwire
from tests.publications.items import ARTICLE, BOOK


def test_dublin_core_of_an_article():
    assert dublin_core(ARTICLE) == [
        ("title", "Sociālā darba iespējas"),
        ("creator", "Moors, Mārtiņš"),
        ("creator", "Labklājības ministrija"),
        ("subject", "prakse"),
        ("subject", "krīze"),
        ("date", "2020"),
        ("type", "Text"),
        ("identifier", "https://socdarbs.lv/a/"),
        ("source", "Sociālais darbs Latvijā, 1/2020, 9–19"),
        ("language", "lav"),
    ]


def test_dublin_core_of_a_book_names_editors_and_numbers():
    told = dublin_core(BOOK)
    assert ("contributor", "Roga-Vailza, Vita") in told
    assert ("date", "2023-04-13") in told
    assert [value for name, value in told if name == "identifier"] == [
        "https://doi.org/10.22364/sdtv.23",
        "urn:isbn:9789934189104",
    ]


def test_highwire_tags_begin_with_the_title():
    assert highwire(ARTICLE, "https://socdarbs.lv/a.pdf") == [
        ("citation_title", "Sociālā darba iespējas"),
        ("citation_author", "Moors, Mārtiņš"),
        ("citation_author", "Labklājības ministrija"),
        ("citation_publication_date", "2020"),
        ("citation_firstpage", "9"),
        ("citation_lastpage", "19"),
        ("citation_journal_title", "Sociālais darbs Latvijā"),
        ("citation_issue", "1"),
        ("citation_language", "lv"),
        ("citation_public_url", "https://socdarbs.lv/a/"),
        ("citation_keywords", "prakse, krīze"),
        ("citation_pdf_url", "https://socdarbs.lv/a.pdf"),
    ]
