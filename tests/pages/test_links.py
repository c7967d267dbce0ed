import http.server
import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from pages import links
from pages.actions import ask_links, gather_links
from pages.models import HomePage, Link, StandardPage
from pages.tasks import check_links
from people import groups
from tests.factories import UserFactory

NOW = datetime(2026, 11, 26, 4, 0, tzinfo=UTC)


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(int(self.path.strip("/")))
        self.send_header("Location", "http://127.0.0.1:1/inside")
        self.end_headers()

    def do_HEAD(self):
        self.do_GET() if self.path != "/200" else self.send_error(405)

    def log_message(self, *_):
        """Nothing: the tests read answers."""


@pytest.fixture
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()


@pytest.fixture
def loopback_is_public(monkeypatch):
    """For the tests' own server only."""
    monkeypatch.setattr(links, "is_public", lambda host: host == "127.0.0.1")


def add_page(title="Par projektu", **fields):
    return HomePage.objects.get(slug="home").add_child(instance=StandardPage(title=title, **fields))


def linked(*addresses):
    text = "".join(f'<p><a href="{address}">te</a></p>' for address in addresses)
    return [("text", text)]


@pytest.mark.django_db
def test_addresses_are_found_in_texts_and_between_words():
    page = add_page(intro="Skatīt https://lm.gov.lv/lv/diskusijas.", body=linked("https://celamieskopa.lv/"))
    assert links.addresses(page) == {"https://lm.gov.lv/lv/diskusijas", "https://celamieskopa.lv/"}


@pytest.mark.django_db
def test_links_are_gathered_from_live_pages_and_forgotten_with_them():
    page = add_page(body=linked("https://a.example/"))
    add_page("Melnraksts", body=linked("https://b.example/"), live=False)
    gather_links()
    assert [(link.address, [one.title for one in link.pages.all()]) for link in Link.objects.all()] == [
        ("https://a.example/", ["Par projektu"])
    ]
    page.unpublish()
    gather_links()
    assert not Link.objects.exists()


@pytest.mark.usefixtures("loopback_is_public")
@pytest.mark.parametrize(("path", "problem"), [("/200", ""), ("/404", "404"), ("/500", "500")])
def test_what_the_web_answers_is_told(server, path, problem):
    assert links.problem(server + path) == problem


@pytest.mark.usefixtures("loopback_is_public")
def test_a_server_that_is_gone_is_told():
    assert "refused" in links.problem("http://127.0.0.1:1/").lower()


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "http://localhost:8000/", "http://169.254.169.254/", "http://[::1]/"]
)
def test_nothing_inside_the_network_is_asked(address):
    assert links.problem(address) == "not public"


def test_nor_when_a_public_server_sends_there(server, monkeypatch):
    asked = []
    monkeypatch.setattr(links, "is_public", lambda host: asked.append(host) or len(asked) == 1)
    assert links.problem(f"{server}/302") == "not public"


@pytest.mark.parametrize("address", ["ftp://a.example/", "http://", "http://[", "http://a.example:99999999/"])
def test_an_address_that_is_none_is_told(address):
    assert links.problem(address)


@pytest.mark.django_db
@pytest.mark.usefixtures("loopback_is_public")
def test_those_not_asked_for_longest_come_first(server):
    for path, days in (("/404", 1), ("/500", 9)):
        Link.objects.create(address=server + path, asked_at=NOW - timedelta(days=days))
    ask_links(at=NOW, limit=1)
    assert list(Link.objects.filter(asked_at=NOW).values_list("problem", flat=True)) == ["500"]


@pytest.mark.django_db
@pytest.mark.usefixtures("loopback_is_public")
def test_nothing_is_learnt_of_links_where_nobody_answers_at_all(server):
    for port in (1, 2):
        Link.objects.create(address=f"http://127.0.0.1:{port}/")
    ask_links(at=NOW, limit=5)
    assert not Link.objects.exclude(asked_at=None).exists()

    Link.objects.create(address=f"{server}/200")
    ask_links(at=NOW, limit=5)
    assert Link.objects.exclude(problem="").count() == 2


@pytest.mark.django_db
def test_a_development_server_asks_nobody(settings):
    settings.DEBUG = True
    add_page(body=linked("https://a.example/"))
    check_links()
    assert list(Link.objects.values_list("address", "asked_at")) == [("https://a.example/", None)]


@pytest.mark.django_db
def test_an_editor_sees_which_links_of_which_pages_do_not_open(client):
    page = add_page(body=linked("https://a.example/", "https://b.example/"))
    gather_links()
    Link.objects.filter(address="https://a.example/").update(problem="404", asked_at=NOW)
    client.force_login(UserFactory(groups=[groups.EDITOR]))
    shown = client.get(reverse("links_report")).content.decode()
    assert "https://a.example/" in shown
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in shown
    assert "https://b.example/" not in shown
