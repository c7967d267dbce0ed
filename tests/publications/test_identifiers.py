import pytest

from publications.identifiers import bare_doi, is_doi, is_isbn, is_issn


@pytest.mark.parametrize(
    ("issn", "right"),
    [("0317-8471", True), ("2434-561X", True), ("0317-8472", False), ("03178471", False), ("0317-847x", False)],
)
def test_an_issn_adds_up(issn, right):
    assert is_issn(issn) == right


@pytest.mark.parametrize(
    ("isbn", "right"),
    [
        ("978-9934-18-910-4", True),
        ("978-9934-18-910-5", False),
        ("0-306-40615-2", True),
        ("0-306-40615-3", False),
        ("978-9934", False),
        ("", False),
    ],
)
def test_an_isbn_adds_up(isbn, right):
    assert is_isbn(isbn) == right


@pytest.mark.parametrize(
    ("typed", "bare", "right"),
    [
        ("10.22364/sdtv.23", "10.22364/sdtv.23", True),
        ("https://doi.org/10.22364/sdtv.23", "10.22364/sdtv.23", True),
        (" DOI: 10.22364/sdtv.23 ", "10.22364/sdtv.23", True),
        ("22364/sdtv.23", "22364/sdtv.23", False),
        ('10.22364/"><script>', '10.22364/"><script>', False),
    ],
)
def test_a_doi_is_kept_without_its_resolver(typed, bare, right):
    assert (bare_doi(typed), is_doi(bare_doi(typed))) == (bare, right)
