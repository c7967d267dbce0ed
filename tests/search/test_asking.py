"""What is typed becomes a question; whatever is typed, it is one."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from search.asking import LONGEST, MOST_PAGES, TooLong, asked
from search.kinds import FACETS, KINDS, LATVIAN
from search.labels import kind_name


def words(text):
    return [word.exact for word in asked(text, {}).words]


def test_words_are_folded_and_cut_to_their_stems():
    word = asked("Jauniešiem", {}).words[0]
    assert (word.written, word.exact, word.key) == ("Jauniešiem", "jauniesiem", "jaunies")


def test_words_of_every_sentence_are_not_needed_beside_others():
    assert words("darbs ar jauniešiem") == ["darbs", "jauniesiem"]
    assert words("ar ko") == ["ar", "ko"]


def test_an_abbreviation_is_no_word_of_every_sentence():
    assert words("ES fondi") == ["es", "fondi"]


def test_the_first_twelve_different_words_count():
    assert words("viens viens " + " ".join(f"vārds{number}" for number in range(20))) == [
        "vards0", "vards1", "vards2", "vards3", "vards4", "vards5",
        "vards6", "vards7", "vards8", "vards9", "vards10", "vards11",
    ]  # fmt: skip


@pytest.mark.parametrize("quoted", ['"sociālā darba" mācības', "„sociālā darba” mācības", "“Sociālā Darba” mācības"])
def test_what_stands_in_quotes_is_a_phrase(quoted):
    query = asked(quoted, {})
    assert (query.phrases, [word.exact for word in query.words]) == (
        (("sociala", "darba"),),
        ["sociala", "darba", "macibas"],
    )


@pytest.mark.parametrize("text", ["kopiena -jaunieši", "kopiena –jaunieši", 'kopiena -"jaunieši"'])
def test_a_minus_leaves_a_word_out(text):
    query = asked(text, {})
    assert ([word.key for word in query.words], [word.key for word in query.without]) == (["kopien"], ["jaunies"])


def test_a_dash_inside_a_word_leaves_nothing_out():
    query = asked("ex-ante 2016-2017", {})
    assert (words("ex-ante 2016-2017"), query.without) == (["ex", "ante", "2016", "2017"], ())


def test_a_minus_leaves_a_phrase_out():
    query = asked('kopiena -"Sociālais darbs" -ex-ante', {})
    assert ([word.exact for word in query.words], query.phrases, query.without, query.without_phrases) == (
        ["kopiena"],
        (),
        (),
        (("socialais", "darbs"), ("ex", "ante")),
    )


@pytest.mark.parametrize("typed", ["veids:termins", "Veids:Termini", "kind:termins", "veids:term", "KIND:TERM"])
def test_a_kind_is_chosen_by_its_latvian_name_too(typed):
    assert asked(typed, {}).facets == {"kind": ("term",)}


def test_the_latvian_names_of_kinds_are_those_that_are_shown():
    with translation.override("lv"):
        shown = {kind_name(kind).partition(" ")[0]: kind for kind in KINDS}
    assert shown == LATVIAN


def test_a_kind_is_chosen_by_its_name():
    assert asked("kind:event vardarbība", {"kind": "term"}).facets == {"kind": ("event", "term")}
    assert words("kind:nothing") == ["kind", "nothing"]


def test_facets_order_and_page_are_read_from_the_address():
    query = asked("", {"topic": ["kopiena", "jauniesi"], "year": "2020", "order": "newest", "page": "3"})
    assert (query.facets, query.order, query.page) == (
        {"topic": ("kopiena", "jauniesi"), "year": ("2020",)},
        "newest",
        3,
    )


@pytest.mark.parametrize(
    ("typed", "page"),
    [("", 1), ("0", 1), ("-1", 1), ("x", 1), ("²", 1), ("1000000000", MOST_PAGES), ("9" * 5000, 1)],
)
def test_a_page_is_a_number_within_reason(typed, page):
    assert asked("darbs", {"page": typed}).page == page


def test_an_order_that_there_is_not_is_as_if_not_asked():
    assert asked("darbs", {"order": "'; DROP TABLE"}).order == "relevance"


def test_a_value_that_can_be_no_value_is_as_if_not_asked():
    assert asked("darbs", {"kind": "a|b", "year": ["\0", ""], "topic": "x" * 300}).facets == {}


def test_too_long_a_text_is_refused():
    assert asked("a" * LONGEST, {}).text == "a" * LONGEST
    with pytest.raises(TooLong):
        asked("a" * 100_000, {})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"' * 900, []),
        ('"nebeigts teksts', ["nebeigts", "teksts"]),
        ('beigas" ir', ["beigas"]),
        ("- -- -- ---", []),
        ("( ) AND OR NOT NEAR/2 *", ["and", "or", "not", "near", "2"]),
        ("da\x00rbs", ["da", "rbs"]),
        ("* OR 1=1", ["or", "1"]),
        ("😀", []),
        ("социальная работа", ["социальная", "работа"]),
        ("darbs\ud800", ["darbs"]),
        ("", []),
    ],
)
def test_whatever_is_typed_is_a_question(text, expected):
    assert words(text) == expected


@given(st.text(max_size=LONGEST), st.dictionaries(st.sampled_from([*FACETS, "page", "order"]), st.text()))
def test_any_text_at_all_is_a_question(text, params):
    query = asked(text, params)
    assert all(word.exact and word.key for word in (*query.words, *query.without))
    assert query.text.isprintable() or query.text.encode()
