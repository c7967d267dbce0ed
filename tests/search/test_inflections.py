"""Every form of a word finds the same pages (inflections.txt, made from hunspell-lv: a word and its other forms)."""

import pytest

from pages import latvian
from search.asking import asked
from search.finding import find
from tests import database
from tests.search.asked import index, lines, page

WORDS = [line[0].split() for line in lines("inflections.txt")]


@pytest.fixture(scope="module", autouse=True)
def pages(django_db_setup, django_db_blocker):
    """For each word two pages: one is named by it, one says one of its forms."""
    with django_db_blocker.unblock(), database.copied(database.migrated()):
        made = [page(f"{forms[0]} {number}", slug=f"a-{number}") for number, forms in enumerate(WORDS)]
        made += [
            page(f"Lapa {number}", f"Te ir {forms[-1]}.", slug=f"b-{number}") for number, forms in enumerate(WORDS)
        ]
        index(*made)
        yield


def found(form):
    return sorted(hit.name for hit in find(asked(form, {})).hits)


def test_there_are_many_words_and_forms():
    assert len(WORDS) >= 60
    assert sum(map(len, WORDS)) >= 840


@pytest.mark.parametrize("number", range(len(WORDS)), ids=lambda number: WORDS[number][0])
def test_every_form_finds_the_same_pages(number):
    forms = WORDS[number]
    expected = sorted([f"{forms[0]} {number}", f"Lapa {number}"])
    assert {form: found(form) for form in forms} == dict.fromkeys(forms, expected)


@pytest.mark.parametrize("number", range(len(WORDS)), ids=lambda number: WORDS[number][0])
def test_so_does_one_typed_without_diacritics(number):
    form = WORDS[number][-1]
    assert found(latvian.folded(form)) == found(form)
