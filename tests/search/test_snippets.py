from search.asking import asked
from search.documents.cutting import parts
from search.snippets import marked, snippet

KOPIENA = asked("kopiena ētika", {})


def plain(pieces):
    return "".join(f"[{text}]" if is_marked else text for text, is_marked in pieces)


def test_words_are_marked_in_every_form():
    assert plain(marked("Kopienā – par kopienām.", KOPIENA)) == "[Kopienā] – par [kopienām]."


def test_a_short_text_is_shown_whole():
    assert snippet("Nekā tāda.", KOPIENA) == [("Nekā tāda.", False)]


def test_of_a_long_text_the_place_with_most_different_words():
    text = "Kopiena. " + "Citi vārdi. " * 40 + "Kopienas ētika un vēl. " + "Citi vārdi. " * 40
    shown = plain(snippet(text, KOPIENA, length=60))
    assert shown.startswith("… ")
    assert "[Kopienas] [ētika] un vēl." in shown
    assert shown.endswith(" …")
    assert len(shown) < 90


def test_a_text_is_one_long_word():
    assert plain(snippet("a" * 1000, KOPIENA)) == "a" * 240 + " …"


def test_synonyms_and_phrases_are_marked_too():
    assert plain(marked("Par sociālo darbu", asked('"par sociālo"', {}))) == "[Par] [sociālo] darbu"


def test_markup_stays_text():
    assert marked("<b>kopiena</b>", KOPIENA) == [("<b>", False), ("kopiena", True), ("</b>", False)]


def test_a_text_is_cut_between_sentences():
    assert parts("Viens. Divi! Trīs?\nČetri", length=12) == ["Viens. Divi!", "Trīs? Četri"]
    assert parts("a" * 25, length=10) == ["a" * 10, "a" * 10, "a" * 5]
    assert parts("") == []
