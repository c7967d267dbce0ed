import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.latvian import FOLDING, clean, folded, keys, places, stem, words

FORMS = [line.split() for line in (Path(__file__).parent / "latvian_forms.txt").read_text("utf-8").splitlines()]
"""A word of the field and its forms in all cases, as hunspell-lv makes them."""


def without_marks(text):
    return "".join(FOLDING[ord(sign)] for sign in text)


@pytest.mark.parametrize("forms", FORMS, ids=lambda forms: forms[0])
def test_every_form_meets_its_word(forms):
    assert {tuple(keys(form)) for form in forms} == {tuple(keys(forms[0]))}


def test_there_are_many_forms():
    assert len(FORMS) >= 100
    assert sum(map(len, FORMS)) >= 980


@pytest.mark.parametrize("forms", FORMS, ids=lambda forms: forms[0])
def test_forms_typed_without_diacritics_meet_them_too(forms):
    assert [keys(without_marks(form)) for form in forms] == [keys(form) for form in forms]


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("supervīzijām", "supervizij"),
        ("skolotājiem", "skolos"),  # -āj- goes, t meets s
        ("jauniešiem", "jaunies"),
        ("briežu", "briez"),
        ("upju", "up"),  # the j of a softened p
        ("ar", "ar"),
        ("tas", "ta"),  # too few vowels for -as
        ("GRT", "grs"),
        ("2023", "2023"),
    ],
)
def test_stem_of_a_word(word, key):
    assert keys(word) == [key]


def test_words_end_at_what_is_no_letter_or_digit():
    assert words("„Sociālais darbs” – ļoti e-kurss, Nr. 338.") == [
        "socialais",
        "darbs",
        "loti",
        "e",
        "kurss",
        "nr",
        "338",
    ]


def test_unseen_signs_and_parted_letters_make_no_other_word():
    written = unicodedata.normalize("NFD", "supervīzija").replace("v", "v\u00ad")
    assert keys(written) == keys("supervīzija")


def test_a_word_is_cut_at_64_signs():
    assert len(words("a" * 10_000)[0]) == 64


def test_places_lead_back_into_the_text():
    text = clean("Vai supervīzija palīdz?")
    assert [text[start:end] for start, end in places(text)] == ["Vai", "supervīzija", "palīdz"]


@given(st.text())
def test_folding_keeps_every_place(text):
    assert len(folded(clean(text))) == len(clean(text))


@given(st.text(alphabet="abdeijmpstuvz", min_size=1, max_size=12))
def test_a_stem_is_never_empty(word):
    assert stem(word)
