import re
from datetime import date

import pytest
from django.utils.html import escape
from wagtail.models import PageViewRestriction

from search.actions import index
from search.models import Unfound
from tests.search.shown import term, text

pytestmark = pytest.mark.django_db
MENU = 1  # of every page, where tests keep none
BAD = {
    "long": ("q=" + "a" * 100_000, 400),
    "quotes": ("q=" + "%22" * 900, 200),
    "five thousand quotes": ("q=" + "%22" * 5_000, 400),
    "unbalanced": ("q=%22supervizija+-%28+%5B+kind%3A+-%22+AND+OR+NOT+NEAR%28", 200),
    "nul": ("q=%00super%00", 200),
    "surrogate": ("q=%ED%A0%80", 200),
    "injection": ("q=%2A+OR+1%3D1%3B--", 200),
    "wildcards": ("q=%25_%2A%3F", 200),
    "page": ("q=supervizija&page=1000000000", 200),
    "no page": ("q=supervizija&page=-1&page=x", 200),
    "facets": ("q=supervizija&kind=x&year=%00&topic=%27&audience=" + "y" * 999 + "&language=%F0%9F%99%82", 200),
    "kind": ("q=supervizija&kind=%00&kind=%27", 200),
    "order": ("q=supervizija&order=x", 200),
    "emoji": ("q=%F0%9F%99%82", 200),
    "cyrillic": ("q=%D1%81%D0%BE%D1%86%D0%B8%D0%B0%D0%BB%D1%8C%D0%BD%D1%8B%D0%B9", 200),
}


def page(client, query, **more):
    return client.get(f"/meklet/?{query}", **more).content.decode()


@pytest.mark.parametrize("query", BAD)
@pytest.mark.parametrize("address", ["/meklet/", "/api/v1/search/"])
def test_whatever_is_asked_is_answered(client, address, query):
    text("Supervīzija")
    asked, status = BAD[query]
    assert client.get(f"{address}?{asked}").status_code == status


@pytest.mark.parametrize("query", BAD)
def test_whatever_is_typed_suggestions_answer(client, query):
    assert client.get(f"/api/v1/search/suggestions/?{BAD[query][0]}").status_code == 200


def test_what_is_found_is_shown_with_its_words_marked(client):
    text("Atbalsts darbiniekiem", "Supervīzijas notiek reizi mēnesī.")
    shown = page(client, "q=supervizija")
    assert "Atrasts 1 rezultāts" in shown
    assert "<mark>Supervīzijas</mark> notiek reizi mēnesī." in shown
    assert 'href="/atbalsts-darbiniekiem/"' in shown


def test_what_a_page_says_is_never_markup(client):
    text("Supervīzija <b>", "Supervīzija &lt;script&gt;")
    shown = page(client, "q=supervizija")
    assert "&lt;b&gt;" in shown
    assert "<script>" not in shown


def test_what_was_typed_is_never_markup(client):
    typed = '"><script>alert(1)</script>'
    assert typed not in client.get("/meklet/", {"q": typed}).content.decode()


def test_the_dictionary_answers_first(client):
    term("supervīzija", english="supervision", definition="Konsultēšanas veids.")
    text("Supervīzija pašvaldībā")
    shown = page(client, "q=SUPERVIZIJAS")
    assert '<p class="note" lang="en">supervision</p>' in shown
    assert "Konsultēšanas veids." in shown
    assert shown.count('class="hit-title"') == 1  # not twice


@pytest.mark.parametrize("asked", ["kas ir supervīzija", "supervīzija -kurss", "veids:termins supervīzija"])
def test_the_dictionary_answers_whatever_else_was_said(client, asked):
    term("supervīzija", definition="Konsultēšanas veids.")
    assert '<section class="definition"' in client.get("/meklet/", {"q": asked}).content.decode()


def test_half_a_word_leads_to_the_names_it_begins(client):
    text("Supervīzija pašvaldībā")
    shown = page(client, "q=superv")
    assert ("Nekas nav atrasts" in shown, "Vai meklējāt" in shown) == (True, False)
    assert '<a href="/supervizija-pasvaldiba/">Supervīzija pašvaldībā</a>' in shown


def test_words_that_stand_nowhere_together_are_offered_with_one_fewer(client):
    text("Jauniešu iniciatīvas", "Par jauniešiem.")
    text("Konsultēšana", "Par konsultēšanu.")
    text("Konsultēšana attālināti", "Par konsultēšanu.")
    shown = page(client, "q=jauniešu+konsultēšana&page=2")
    assert ("Nekas nav atrasts" in shown, "Ar vienu vārdu mazāk" in shown) == (True, True)
    assert re.findall(r'href="(\?q=[^"]+)">([^<]+)</a></p><p class="entry-note">([^<]+)<', shown) == [
        ("?q=jaunie%C5%A1u", "jauniešu", "Atrasts 1 rezultāts"),
        ("?q=konsult%C4%93%C5%A1ana", "konsultēšana", "Atrasti 2 rezultāti"),
    ]


@pytest.mark.parametrize(
    "query",
    ["jauniešu -x konsultēšana", '"jauniešu konsultēšana"', "a b c d jauniešu", "jauniešu&kind=term", "nekas nav"],
)
def test_fewer_words_are_offered_for_a_few_plain_ones_only(client, query):
    text("Jauniešu iniciatīvas")
    assert "Ar vienu vārdu mazāk" not in page(client, f"q={query}")


def test_where_only_the_dictionary_answers_it_says_so(client):
    term("supervīzija", english="supervision")
    shown = page(client, "q=supervizija")
    assert ("Cita nekā nav." in shown, 'class="hits"' in shown) == (True, False)


def test_facets_are_links_that_keep_the_rest(client):
    term("supervīzija")
    text("Supervīzija pašvaldībā")
    shown = page(client, "q=supervizija&order=title")
    assert f'href="{escape("/meklet/?q=supervizija&order=title&kind=term")}"' in shown
    narrowed = page(client, "q=supervizija&order=title&kind=term")
    assert "Atrasts 1 rezultāts" in narrowed
    assert f'<a class="chip" href="{escape("/meklet/?q=supervizija&order=title")}">' in narrowed


def test_an_unknown_value_of_a_facet_can_be_let_go(client):
    text("Supervīzija")
    shown = page(client, "q=supervizija&topic=nav")
    assert "Nekas nav atrasts" in shown
    assert '<a class="chip" href="/meklet/?q=supervizija">' in shown


def test_a_mistyped_word_is_asked_about(client):
    text("Supervīzija", "Kas ir supervīzija.")
    shown = page(client, "q=supervizjas")
    assert 'Vai meklējāt <a href="?q=superv%C4%ABzija">„supervīzija”</a>?' in shown


def test_a_word_of_a_text_that_is_public_no_more_is_not_told(client):
    hidden = text("Supervīzija")
    hidden.unpublish()
    index([hidden.pk])
    assert "Vai meklējāt" not in page(client, "q=supervizjas")


def test_private_pages_are_found_by_nobody(client, admin_client):
    private = text("Supervīzija")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    index([private.pk])
    for anyone in (client, admin_client):
        assert "Nekas nav atrasts" in page(anyone, "q=supervizija")
        assert anyone.get("/api/v1/search/suggestions/?q=super").json() == ["super", [], [], []]


def test_before_anything_is_asked_it_tells_how(client):
    shown = page(client, "")
    assert "Kā meklēt" in shown
    assert "noindex" not in shown


def test_results_are_for_people_not_for_other_search_engines(client):
    assert '<meta name="robots" content="noindex">' in page(client, "q=supervizija")


def test_htmx_gets_the_answer_alone(client):
    asked = {"headers": {"HX-Request": "true", "HX-Trigger": "search-field"}}
    swapped = client.get("/meklet/?q=supervizija", **asked)
    assert swapped.content.decode().strip().startswith("<title>supervizija – ")
    assert "HX-Request" in swapped["Vary"]
    restored = {"headers": asked["headers"] | {"HX-History-Restore-Request": "true"}}
    assert "<!doctype html>" in page(client, "q=supervizija", **restored)


def test_the_english_page_speaks_english(client):
    text("Supervīzija")
    shown = client.get("/en/meklet/?q=supervizija").content.decode()
    assert "1 result found" in shown
    assert 'href="/en/meklet/?q=supervizija&amp;order=title"' in shown.replace(
        "?q=supervizija&amp;order=title", "/en/meklet/?q=supervizija&amp;order=title"
    )


def test_questions_push_nothing_out_of_the_cache_of_guests(client, settings):
    settings.GUEST_CACHE_SECONDS = 60
    text("Supervīzija")
    client.get("/meklet/?q=supervizija")
    assert not hasattr(client.get("/meklet/?q=supervizija").wsgi_request, "answered_by")


def test_answers_to_whoever_is_signed_in_are_kept_nowhere(admin_client):
    assert "no-store" in admin_client.get("/meklet/?q=x")["Cache-Control"]


def test_only_reading_is_possible(client):
    assert client.post("/meklet/?q=x").status_code == 405
    assert client.head("/meklet/?q=x").status_code == 200


def test_a_missing_page_offers_the_search(client):
    missing = client.get("/kaut-kas/")
    assert missing.status_code == 404
    assert 'id="search-instead"' in missing.content.decode()


def test_the_dictionary_has_a_field_of_its_own(client):
    term("supervīzija")
    text("Supervīzija pašvaldībā")
    assert '<input type="hidden" name="kind" value="term">' in client.get("/vardnica/").content.decode()
    assert "Atrasts 1 rezultāts" in page(client, "q=supervizija&kind=term")


def test_what_nothing_answers_is_noted_for_editors(client, time_machine):
    time_machine.move_to(date(2026, 11, 26))
    for _time in range(2):
        page(client, "q=Atkarību+profilakse")
    assert list(Unfound.objects.values_list("text", "times", "last_day")) == [
        ("atkaribu profilakse", 2, date(2026, 11, 26))
    ]


@pytest.mark.parametrize(
    "query", ["q=supervizija", "q=supervizjas", "q=superv", "q=120380-12345", "q=atkariba&kind=term", "q="]
)
def test_what_says_nothing_to_editors_is_not_noted(client, query):
    text("Supervīzija")
    page(client, query)
    assert not Unfound.objects.exists()


def test_what_is_half_typed_is_not_noted(client):
    page(client, "q=atkar", headers={"HX-Request": "true", "HX-Trigger": "search-field"})
    assert not Unfound.objects.exists()


def test_browsers_learn_of_the_search(client):
    described = client.get("/opensearch.xml")
    assert described["Content-Type"] == "application/opensearchdescription+xml"
    assert 'template="http://testserver/meklet/?q={searchTerms}"' in described.content.decode()
    assert "<Language>lv</Language>" in described.content.decode()
    assert '<link rel="search" type="application/opensearchdescription+xml"' in client.get("/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_a_search_asks_as_often_for_any_number_of_hits(django_assert_num_queries, client, count):
    for number in range(count):
        text(f"Supervīzija {number}", "Par supervīziju.")
    page(client, "q=x")  # names of facets, synonyms and picks are kept
    with django_assert_num_queries(MENU + 2):  # candidates with facets and names, those shown with their best parts
        page(client, "q=supervizija")


def test_the_answer_of_the_dictionary_costs_one_more(django_assert_num_queries, client):
    term("supervīzija", english="supervision")
    page(client, "q=x")
    with django_assert_num_queries(MENU + 3):
        page(client, "q=supervizija")


def test_an_empty_page_asks_what_every_page_does(django_assert_num_queries, client):
    page(client, "")
    with django_assert_num_queries(MENU):
        page(client, "")
