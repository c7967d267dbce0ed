import pytest

from publications.citations import APA, ISO_690, cited
from tests.publications.items import ARTICLE, BOOK, ISSUE


def plain(item, style):
    return "".join(f"*{text}*" if italic else text for text, italic in cited(item, style))


def without_people(item):
    return {name: value for name, value in item.items() if name not in ("author", "editor")}


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


def test_a_whole_issue_is_cited_by_its_editor():
    assert plain(ISSUE, APA) == "Mite, A. (red.). (2016). *Sociālais darbs Latvijā, 2/2016*. https://socdarbs.lv/i/"
    assert plain(ISSUE, ISO_690) == (
        "MITE, Andra (red.), 2016. *Sociālais darbs Latvijā, 2/2016*. Tiešsaiste. 2016. ISSN\u00a00317-8471. "
        "Pieejams: https://socdarbs.lv/i/"
    )


def test_a_title_in_the_place_of_an_unknown_author_is_said_once():
    issue, article, book = (without_people(item) for item in (ISSUE, ARTICLE, BOOK))
    assert plain(issue, APA) == "*Sociālais darbs Latvijā, 2/2016*. (2016). https://socdarbs.lv/i/"
    assert plain(issue, ISO_690) == (
        "*Sociālais darbs Latvijā, 2/2016*, 2016. Tiešsaiste. 2016. ISSN\u00a00317-8471. Pieejams: https://socdarbs.lv/i/"
    )
    assert plain(article, APA) == (
        "Sociālā darba iespējas. (2020). *Sociālais darbs Latvijā*, (1), 9–19. https://socdarbs.lv/a/"
    )
    assert plain(article, ISO_690) == (
        "Sociālā darba iespējas, 2020. *Sociālais darbs Latvijā*. Tiešsaiste. 2020. Nr.\u00a01, 9–19.\u00a0lpp. "
        "Pieejams: https://socdarbs.lv/a/"
    )
    assert plain(book, APA) == ("*Darbs ar gadījumu*. (2023). LU Akadēmiskais apgāds. https://doi.org/10.22364/sdtv.23")
    assert plain(book, ISO_690) == (
        "*Darbs ar gadījumu*, 2023. Rīga: LU Akadēmiskais apgāds. ISBN\u00a0978-9934-18-910-4. DOI\u00a010.22364/sdtv.23."
    )


def test_a_book_online_says_where():
    book = BOOK | {"URL": "https://socdarbs.lv/b/"}
    assert plain(book, ISO_690).endswith(
        "Tiešsaiste. Rīga: LU Akadēmiskais apgāds. ISBN\u00a0978-9934-18-910-4. DOI\u00a010.22364/sdtv.23."
    )
    assert plain({name: value for name, value in book.items() if name != "DOI"}, ISO_690).endswith(
        "Pieejams: https://socdarbs.lv/b/"
    )


def test_an_issue_with_a_title_of_its_own_names_its_periodical():
    titled = without_people(ISSUE) | {"title": "Vērtības"}
    assert plain(titled, APA) == (
        "Vērtības. (2016). [Speciālizlaidums]. *Sociālais darbs Latvijā*, (2). https://socdarbs.lv/i/"
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
