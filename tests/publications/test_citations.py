import pytest

from publications.citations import APA, ISO_690, cited
from tests.publications.items import ARTICLE, BOOK


def plain(item, style):
    return "".join(f"*{text}*" if italic else text for text, italic in cited(item, style))


def test_an_article_is_cited_by_apa():
    assert plain(ARTICLE, APA) == (
        "Moors, M., & Labklājības ministrija. (2020). Sociālā darba iespējas. *Sociālais darbs Latvijā*, (1), 9–19. "
        "https://socdarbs.lv/a/"
    )


def test_an_article_is_cited_by_iso_690_in_latvian():
    assert plain(ARTICLE, ISO_690) == (
        "MOORS, Mārtiņš un LABKLĀJĪBAS MINISTRIJA, 2020. Sociālā darba iespējas. *Sociālais darbs Latvijā*. Tiešsaiste. "
        "2020. Nr.\u00a01, 9–19.\u00a0lpp. Pieejams: https://socdarbs.lv/a/"
    )


def test_editors_in_the_place_of_authors_are_named_once():
    assert plain(BOOK, APA) == (
        "Roga-Vailza, V. (red.). (2023). *Darbs ar gadījumu*. LU Akadēmiskais apgāds. https://doi.org/10.22364/sdtv.23"
    )


@pytest.mark.parametrize("style", [APA, ISO_690])
def test_what_is_not_known_is_not_said(style):
    bare = {"id": "x", "type": "article-journal", "title": "Bez autora", "container-title": "Žurnāls"}
    assert "None" not in plain(bare, style)
    assert "Bez autora" in plain(bare, style)


def test_markup_in_a_title_stays_text():
    assert "<i>x</i> & \\y{z}" in plain(BOOK | {"title": "<i>x</i> & \\y{z}"}, APA)


def test_our_own_marks_in_a_title_are_dropped():
    assert ("Darbs", True) in cited(BOOK | {"title": "Da\ue001rbs\ue000"}, APA)
