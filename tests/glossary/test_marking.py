import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.marking import Reading, marked
from glossary.terms import Name, Terms

WORK, COMMUNITY, SUPERVISION, SUPERVISOR, SHORT = range(1, 6)
TERMS = Terms(
    [
        Name(WORK, "sociālais darbs"),
        Name(COMMUNITY, "sociālais darbs kopienā"),
        Name(SUPERVISION, "supervīzija"),
        Name(SUPERVISOR, "supervizors"),
        Name(SHORT, "GRT"),
    ]
)


def shown(html, reading=None):
    return marked(html, TERMS, reading or Reading(), lambda term, text: f"[{term} {text}]")


def test_the_first_occurrence_of_a_section_is_marked():
    html = "<p>Par supervīziju. Supervīzija palīdz.</p><h2>Kā</h2><p>Supervīzijām ir mērķis.</p>"
    assert shown(html) == (
        "<p>Par [3 supervīziju]. Supervīzija palīdz.</p><h2>Kā</h2><p>[3 Supervīzijām] ir mērķis.</p>"
    )


def test_the_longest_term_wins():
    assert shown("<p>Par sociālā darba kopienā nozīmi un sociālo darbu.</p>") == (
        "<p>Par [2 sociālā darba kopienā] nozīmi un [1 sociālo darbu].</p>"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Supervīzija</h2>",
        '<p><a href="/x/">supervīzija</a></p>',
        '<p><a href="/x/"><b>supervīzija</b></a></p>',
        "<p><code>supervīzija</code></p>",
        "<button>Supervīzija</button>",
        "<details><summary>Supervīzija</summary></details>",
        '<p><img alt="supervīzija > intervīzija"></p>',
    ],
)
def test_headings_links_code_and_buttons_stay_as_they_are(html):
    assert shown(html) == html


@pytest.mark.parametrize(
    "text",
    [
        "Raksta Latvijas Supervizoru apvienība.",
        "Sociālais Darbs Latvijā",
        "Izdevums „Sociālais darbs Latvijā”.",
        "Monogrāfija “Sociālais darbs ar gadījumu”.",
        "<strong>Rīgas</strong> Supervizoru biedrība",
    ],
)
def test_names_stay_as_they_are(text):
    assert shown(f"<p>{text}</p>") == f"<p>{text}</p>"


@pytest.mark.parametrize("before", ["", "Vai zināt? ", "Labi. ", "– ", "(", "<em>", "Par to:<br>"])
def test_a_capital_at_the_beginning_of_a_sentence_is_no_name(before):
    assert "[3 Supervīzija]" in shown(f"<p>{before}Supervīzija palīdz.</p>")


def test_what_was_quoted_in_small_letters_is_marked():
    assert shown("<p>Sauc par „supervīziju”.</p>") == "<p>Sauc par „[3 supervīziju]”.</p>"


def test_a_term_across_tags_is_left_alone():
    assert shown("<p>sociālais <b>darbs</b></p>") == "<p>sociālais <b>darbs</b></p>"


def test_an_abbreviation_is_marked_wherever_it_stands():
    assert shown("<p>Persona ar GRT.</p>") == "<p>Persona ar [5 GRT].</p>"


def test_texts_of_one_page_share_their_section():
    reading = Reading()
    assert shown("<p>supervīzija</p>", reading) == "<p>[3 supervīzija]</p>"
    assert shown("<p>supervīzija</p>", reading) == "<p>supervīzija</p>"


def test_what_a_page_is_about_is_not_marked():
    assert shown("<p>supervīzija un supervizors</p>", Reading(known={SUPERVISION})) == (
        "<p>supervīzija un [4 supervizors]</p>"
    )


def test_parted_letters_and_unseen_signs_do_not_hide_a_term():
    written = unicodedata.normalize("NFD", "super\u00advīzija")
    assert shown(f"<p>Par {written}.</p>") == "<p>Par [3 supervīzija].</p>"


def test_a_space_that_does_not_break_parts_words():
    assert shown("<p>par sociālo&nbsp;darbu</p>") == "<p>par [1 sociālo\u00a0darbu]</p>"


def test_entities_are_no_words():
    assert shown("<p>a &amp; b &lt;supervīzija&gt;</p>") == "<p>a &amp; b &lt;[3 supervīzija]&gt;</p>"


@given(st.text(alphabet="<>/ab \"'=&; supervīzija", max_size=60))
def test_without_marks_every_text_is_what_it_was(html):
    unmarked = marked(html, TERMS, Reading(), lambda _term, text: text)
    assert unmarked == html.replace("&nbsp;", "\u00a0")
