"""Two hosts: the portal never shows a picture of a document, the content host nothing else."""

import pytest
from django.urls import reverse

from compliance import previews
from compliance.actions.documents import keep
from tests.compliance.documents.uploads import picture, upload

pytestmark = pytest.mark.django_db
CONTENT = "content.localhost:8000"


@pytest.fixture
def path(alice):
    (address,) = previews.addresses(keep(upload(picture()), person=alice, by=alice))
    return address.removeprefix(f"http://{CONTENT}")


@pytest.mark.parametrize("host", [CONTENT, "Content.localhost", "content.localhost."])
def test_content_host_shows_the_picture_and_lets_it_do_nothing(client, path, host):
    shown = client.get(path, headers={"host": host})

    assert (shown.status_code, shown["Content-Type"], shown.content[8:12]) == (200, "image/webp", b"WEBP")
    assert shown["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert shown["Content-Disposition"] == "inline"
    assert shown["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert shown["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("address", ["/", "/livez", "/accounts/login/", "/static/css/base.css", "/robots.txt", "/cms/"])
def test_content_host_answers_nothing_else(client, alice, address):
    client.force_login(alice)

    answer = client.get(address, headers={"host": CONTENT})

    assert (answer.status_code, answer.content, answer.cookies.output()) == (404, b"", "")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_content_host_only_shows(client, path):
    assert client.post(path, headers={"host": CONTENT}).status_code == 404


def test_portal_does_not_show_the_picture(client, alice, path):
    client.force_login(alice)

    assert client.get(path).status_code == 404


def test_content_host_sets_no_cookie_and_asks_nobody_who_they_are(client, path, django_assert_num_queries):
    with django_assert_num_queries(1):
        shown = client.get(path, headers={"host": CONTENT})

    assert shown.cookies.output() == ""


def test_portals_pages_may_show_pictures_of_the_content_host(client):
    policy = client.get(reverse("account_login"))["Content-Security-Policy"]

    assert f"img-src 'self' data: {CONTENT};" in policy


def test_host_without_a_name_of_ours_is_refused(client, path):
    assert client.get(path, headers={"host": "elsewhere.example.lv"}).status_code == 400
