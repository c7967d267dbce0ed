from datetime import UTC, datetime

import pytest
from django.test import Client

from courses.models import CoursePage
from glossary.models import GlossaryPage, TermName, TermPage, TermUse
from podcasts.models import EpisodePage, ShowPage
from tests.factories import CoursePageFactory
from tests.publications.making import article, issue

pytestmark = pytest.mark.django_db
ASKED_OF_THE_DATABASE = {"headers": {"cookie": "messages=x"}}  # a visitor whom the guests' cache passes by


def episode(number, **facts):
    page = EpisodePage(title=f"Epizode {number}", slug=f"epizode-{number}", number=number, **facts)
    return ShowPage.objects.get().add_child(instance=page)


def term(title, day=1, **facts):
    page = TermPage(title=title, first_published_at=datetime(2026, 1, day, tzinfo=UTC), **facts)
    return GlossaryPage.objects.get().add_child(instance=page)


def shown(address="/"):
    page = Client().get(address, **ASKED_OF_THE_DATABASE).content.decode()
    return page.partition('<section class="section" aria-labelledby="newest">')[2].partition("</section>")[0]


def words(html):
    return " ".join(part.rpartition(">")[2].strip() for part in html.split("<") if part.rpartition(">")[2].strip())


def test_an_empty_archive_has_no_place_on_the_home_page():
    assert shown() == ""


def test_what_is_missing_leaves_no_gap():
    episode(1)
    assert words(shown()) == "Jaunākais arhīvā Raidieraksts · 1. epizode Epizode 1 ieraksta vēl nav"


def test_the_newest_episode_leads_to_its_player():
    episode(1, audio="a.mp3", transcript="WEBVTT"), episode(2, audio="b.mp3", is_sample=True)
    assert words(shown()) == "Jaunākais arhīvā Raidieraksts · 2. epizode paraugs Epizode 2 Klausīties"
    assert 'href="/raidieraksts/epizode-2/#atskanotajs"' in shown()
    EpisodePage.objects.update(transcript="WEBVTT")
    assert words(shown()).endswith("Klausīties un lasīt līdzi")


def test_of_the_newest_issue_the_first_article_that_is_signed():
    article("Vecs", "Anna Liepa", parent=issue(2, 2019), first_page=1)
    number = issue(1, 2020)
    article("Uzruna", parent=number, first_page=3)
    article("Otrais", "Ieva Ozola", parent=number, first_page=9)
    article("Pirmais", "Ieva Ozola", "Anna Liepa", parent=number, first_page=4)
    issue(2, 2020)
    assert words(shown()) == "Jaunākais arhīvā Izdevums · 1/2020 Pirmais Ieva Ozola u. c., 4. lpp."


def test_the_newest_term_that_says_something_tells_how_often_it_is_used():
    used = term("ekokarte", 2, definition="Karte.")
    term("supervīzija", 1, definition="Atbalsts."), term("tukšs", 3)
    term("novecojis", 4, definition="Sen.", status=TermPage.Status.OBSOLETE)
    TermUse.objects.create(term=used, page=episode(1))
    TermUse.objects.create(term=used, page=episode(2, live=False))
    assert words(shown()).endswith("Vārdnīca ekokarte Lietots 1 lapā")


def test_what_is_not_public_is_not_shown():
    episode(1, live=False), article(live=False)
    assert shown() == ""


def test_an_english_visitor_gets_english_titles_where_they_are_known():
    issue()
    article("Ekokarte", english_title="Eco-map")
    TermName.objects.create(term=term("mentors", definition="Atbalsta."), language="en", text="mentor")
    episode(1)
    page = shown("/en/")
    assert 'hreflang="lv">Eco-map</a>' in page
    assert 'hreflang="lv">mentor</a>' in page
    assert 'hreflang="lv" lang="lv">Epizode 1</a>' in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_home_page_asks_the_same_however_much_there_is(client, django_assert_num_queries, count):
    for number in range(1, count + 1):
        CoursePageFactory(state=CoursePage.State.OPEN), term(f"termins {number}", definition="Kas tas ir.")
        episode(number), article(f"Raksts {number}", "Ieva Ozola", parent=issue(number))
    client.get("/", **ASKED_OF_THE_DATABASE)
    with django_assert_num_queries(5):
        client.get("/", **ASKED_OF_THE_DATABASE)
