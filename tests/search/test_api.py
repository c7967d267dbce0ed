import pytest

from tests.search.shown import term, text

pytestmark = pytest.mark.django_db


def api(client, query, **headers):
    return client.get(f"/api/v1/search/?{query}", headers=headers).json()


def test_a_hit_says_where_it_is_and_why(client):
    text("Atbalsts", "Supervīzijas notiek reizi mēnesī.")
    found = api(client, "q=supervizija")
    assert (found["total"], found["page"], found["pages"], found["suggestion"]) == (1, 1, 1, None)
    (hit,) = found["hits"]
    assert hit == {
        "title": "Atbalsts",
        "url": "http://testserver/atbalsts/",
        "kind": "page",
        "kind_name": "lapa",
        "breadcrumb": [],
        "when": "",
        "date": None,
        "topics": [],
        "language": "lv",
        "title_pieces": [{"text": "Atbalsts", "marked": False}],
        "snippet": [{"text": "Supervīzijas", "marked": True}, {"text": " notiek reizi mēnesī.", "marked": False}],
        "place": None,
    }


def test_the_term_that_answers_comes_apart(client):
    term("supervīzija", english="supervision", definition="Konsultēšanas veids.")
    assert api(client, "q=supervizijas")["term"] == {
        "title": "supervīzija",
        "english": "supervision",
        "definition": "Konsultēšanas veids.",
        "url": "http://testserver/vardnica/supervizija/",
    }


def test_facets_count_and_say_what_is_chosen(client):
    term("supervīzija")
    text("Supervīzija pašvaldībā")
    assert api(client, "q=supervizija&kind=page")["facets"]["kind"] == [
        {"value": "page", "name": "lapa", "count": 1, "chosen": True},
        {"value": "term", "name": "termins", "count": 1, "chosen": False},
    ]


def test_names_are_in_the_language_that_is_preferred(client):
    text("Supervīzija")
    assert api(client, "q=supervizija", accept_language="en")["hits"][0]["kind_name"] == "page"


def test_too_long_a_question_is_refused_with_a_reason(client):
    answer = client.get("/api/v1/search/", {"q": "a" * 1001})
    assert answer.status_code == 400
    assert answer.json() == {"error": "Meklējamais teksts var būt līdz 1000 rakstzīmēm garš."}


def test_a_mistyped_question_is_mended(client):
    text("Supervīzija", "Kas ir supervīzija.")
    assert api(client, "q=supervizjas")["suggestion"] == "supervīzija"


def test_suggestions_come_as_browsers_take_them(client):
    term("supervīzija", english="supervision")
    answer = client.get("/api/v1/search/suggestions/?q=Superv")
    assert answer["Content-Type"] == "application/x-suggestions+json"
    address = "http://testserver/vardnica/supervizija/"
    assert answer.json() == ["Superv", ["supervīzija", "supervision"], ["termins", "termins"], [address, address]]
