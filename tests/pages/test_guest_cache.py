import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pages.models import HomePage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kept_for_a_minute(settings):
    settings.GUEST_CACHE_SECONDS = 60


def queries_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_second_guest_costs_no_query():
    Client().get("/metodikas/")
    assert queries_of(Client(), "/metodikas/") == 0


def test_the_kept_page_has_the_same_headers():
    first, second = Client().get("/"), Client().get("/")
    assert first.content == second.content
    assert dict(first.headers) == dict(second.headers)
    assert "Content-Security-Policy" in second.headers


def test_each_language_is_kept_apart():
    assert '<html lang="lv">' in Client().get("/").content.decode()
    assert '<html lang="en">' in Client().get("/en/").content.decode()
    assert '<html lang="lv">' in Client().get("/").content.decode()


def test_whoever_is_signed_in_sees_changes_at_once(client, alice):
    client.get("/")
    client.force_login(alice)
    HomePage.objects.filter(slug="home").update(title="Jauns virsraksts")
    assert "Jauns virsraksts" in client.get("/").content.decode()


def test_a_signed_in_page_is_never_kept_for_guests(client, alice):
    client.force_login(alice)
    client.get("/")
    assert str(alice) not in Client().get("/").content.decode()


def test_what_is_not_found_is_not_kept():
    Client().get("/drizuma/")
    home = HomePage.objects.get(slug="home")
    home.add_child(instance=HomePage(title="Jauna", slug="drizuma", locale=home.locale))
    assert Client().get("/drizuma/").status_code == 200


def test_a_very_long_address_is_no_trouble():
    assert Client().get("/?" + "a" * 5000).status_code == 200


@pytest.mark.parametrize("address", ["/", "/kursi/", "/metodikas/"])
def test_the_first_guest_of_a_minute_costs_at_most_six_queries(address):
    Client().get(address)  # where the sites begin and which kinds of pages there are is kept ready
    caches["pages"].clear()
    assert queries_of(Client(), address) <= 6
