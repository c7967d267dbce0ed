"""Over the words of the demo's real content."""

from collections import Counter, defaultdict

import pytest

from pages import latvian
from search.spelling import (
    asked,
    clues,
    deletions,
    distance,
    edits_allowed,
    grams,
    mended,
    nearest,
    trigrams,
    written_form,
)
from tests.source import files


@pytest.fixture(scope="module")
def vocabulary():
    """{stem: {folded form: (as written, how often)}}"""
    texts = [file.read_text("utf-8") for file in files("demo/content/**/*.toml", "demo/content/**/*.md")]
    spellings = defaultdict(Counter)
    for word in latvian.written_words(latvian.clean("\n".join(texts))):
        if word.isalpha():
            spellings[latvian.folded(word)][word] += 1
    forms = defaultdict(dict)
    for folded, written in spellings.items():
        forms[latvian.stem(folded)][folded] = (written_form(written), written.total())
    return forms


@pytest.fixture(scope="module")
def kept(vocabulary):
    """The clues as the tables keep them."""
    found = defaultdict(set)
    for stem in vocabulary:
        for clue in clues(stem):
            found[clue].add(stem)
    return found


def meant(typed, vocabulary, kept):
    if latvian.key(typed) in vocabulary:
        return typed
    shared = Counter(one for clue in trigrams(latvian.key(typed)) for one in kept[clue])
    one_edit = {one for clue in asked(typed) for one in kept[clue]}
    for stems in (one_edit, [one for one, _times in shared.most_common(50)]):
        if one := nearest(typed, {form: told for stem in stems for form, told in vocabulary[stem].items()}):
            return one
    return None


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("supervizjas", "supervīzijas"),  # a sign left out
        ("supervīzzija", "supervīzija"),
        ("suprevīzija", "supervīzija"),  # two swapped
        ("metodkas", "metodikas"),
        ("vardabrībā", "vardarbībā"),
        ("jaunieshiem", "jauniešiem"),  # as in a short message
        ("pasvaldibbam", "pašvaldībām"),
        ("socialajiemm", "sociālajiem"),
        ("rehablitcija", "rehabilitācija"),  # two edits
        ("supervīzija", "supervīzija"),  # known
        ("SUPERVIZIJA", "SUPERVIZIJA"),
        ("superv", None),  # not „sperga”: of a short word two signs are too many
        ("patversme", None),  # not „atvērsies”: nobody mistakes two signs and the first of them
        ("xyzzyqwe", None),
        ("q", None),
    ],
)
def test_what_is_meant(typed, written, vocabulary, kept):
    assert meant(typed, vocabulary, kept) == written


def test_a_word_with_one_sign_lost_is_found_again(vocabulary, kept):
    stems = sorted(stem for stem in vocabulary if len(stem) >= 7)
    assert len(stems) > 500
    mistyped = {stem[:3] + stem[4:]: stem for stem in stems}
    unknown = {typed: stem for typed, stem in mistyped.items() if typed not in vocabulary}
    assert [
        stem for typed, stem in unknown.items() if stem not in {one for clue in deletions(typed) for one in kept[clue]}
    ] == []


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("darbs", "darbs", 0), ("darbs", "darb", 1), ("darbs", "dabrs", 1), ("darbs", "drabz", 2), ("", "ab", 2)],
)
def test_distance_counts_edits(one, other, edits):
    assert distance(one, other) == distance(other, one) == edits


def test_short_words_are_not_guessed():
    assert [edits_allowed("a" * length) for length in (1, 2, 3, 7, 8, 30)] == [0, 0, 1, 1, 2, 2]
    assert deletions("ab") == set()


def test_of_equally_near_words_the_commoner_one_is_meant():
    assert nearest("drabs", {"darbs": ("darbs", 3), "grabs": ("grābs", 9)}) == "darbs"  # the first sign is seldom wrong
    assert nearest("lapxa", {"lapma": ("lapma", 3), "lapna": ("lapna", 7)}) == "lapna"
    assert nearest("darbi", {"konference": ("konference", 9)}) is None


def test_words_are_written_as_the_portal_writes_them():
    assert written_form({"Darbs": 9, "darbs": 1}) == "darbs"
    assert written_form({"Rīga": 2, "RĪGA": 1}) == "Rīga"
    assert written_form({"kāzas": 1, "Kazas": 3}) == "Kazas"
    assert nearest("GTR", {"grt": ("GRT", 4)}) == "GRT"


def test_only_the_mended_word_changes():
    assert mended('"sociālais drbs" -kurss', {"drbs": "darbs"}) == '"sociālais darbs" -kurss'


def test_trigrams_tell_ends_from_the_middle():
    assert trigrams("abc") == {"%^ab", "%abc", "%bc$"}
    assert grams("abc") == {"%abc"}
