import pytest

from glossary.terms import Name, Terms

WORKER, WORK, OFFICE, ENVIRONMENT, VISA, MENTAL = range(1, 7)
TERMS = Terms(
    [
        Name(WORKER, "sociālais darbinieks"),
        Name(WORK, "sociālais darbs"),
        Name(OFFICE, "sociālais dienests"),
        Name(ENVIRONMENT, "vide"),
        Name(VISA, "vīza"),
        Name(MENTAL, "GRT"),
    ]
)


def held(text):
    return TERMS.held(text)


@pytest.mark.parametrize(
    "form", ["sociālajam darbiniekam", "sociālo darbinieku", "Sociālie darbinieki", "SOCIĀLAJIEM DARBINIEKIEM"]
)
def test_a_term_is_found_in_any_form(form):
    assert held(f"Palīdz {form}, ja vajag.") == {WORKER}


def test_a_term_does_not_go_on_over_the_end_of_a_sentence():
    assert held("Tas ir sociāls. Darbinieks zina.") == set()
    assert held("sociālais\u00a0darbinieks") == {WORKER}


def test_a_term_ends_where_a_word_does():
    assert held("sociālā darbinieciskā") == set()


def test_two_short_terms_with_one_stem_are_told_apart_by_their_spelling():
    assert Name(ENVIRONMENT, "vide").stems == Name(VISA, "vīza").stems
    assert held("vide") == {ENVIRONMENT}
    assert held("vīza") == {VISA}
    assert held("vidi") == set()  # so short a stem says nothing of other forms


def test_diacritics_agree_where_endings_do_not_change_them():
    card = Terms([Name(1, "ceļa karte")])
    assert card.held("ceļa kartes") == {1}
    assert card.held("ceļa kārtas") == set()


def test_the_last_consonants_may_change():
    assert Terms([Name(1, "jaunietis")]).held("ar jauniešiem") == {1}
    assert Terms([Name(1, "briedis")]).held("briežu") == {1}


def test_an_abbreviation_is_found_only_as_it_is_written():
    assert held("ar GRT") == {MENTAL}
    assert held("ar grt") == set()


def test_a_stop_word_is_no_term_in_a_text():
    terms = Terms([Name(1, "par"), Name(2, "nav"), Name(3, "saruna")])
    assert terms.held("par to nav sarunas") == {3}


def test_a_term_inside_another_is_held_too():
    terms = Terms([Name(1, "sociālais darbs"), Name(2, "sociālais darbs kopienā")])
    assert terms.held("Par sociālo darbu kopienā.") == {1, 2}


def test_no_terms_find_nothing():
    assert Terms([]).places("sociālais darbs") == []


def test_a_name_without_letters_is_passed_over():
    assert len(Terms([Name(1, "–"), Name(2, "…")])) == 0
