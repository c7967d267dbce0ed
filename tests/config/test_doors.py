import pytest
from django.test import Client
from django.urls import get_resolver

from tests.factories import PASSWORD, UserFactory
from tests.test_policy import address_of, addresses

pytestmark = pytest.mark.django_db
DOORS = ["/_util/login/", "/en/_util/login/", "/cms/login/"]


@pytest.mark.parametrize("door", DOORS)
def test_every_other_door_leads_to_the_one_that_asks_for_the_second_step(door):
    answer = Client().get(door, {"next": "/cms/users/"})
    assert answer.status_code == 302
    assert answer["Location"].removeprefix("/en") == "/accounts/login/?next=%2Fcms%2Fusers%2F"


def test_no_address_signs_in_whoever_has_not_typed_the_code():
    """All addresses that can be posted to, Wagtail's included, refuse right words of an unverified person."""
    UserFactory(email="alice@example.lv", verified=False)
    words = {"username": "alice@example.lv", "login": "alice@example.lv", "password": PASSWORD}
    known = [address_of(name, converters) for name, converters, _route in addresses()]
    for address in {*DOORS, *filter(None, known)}:
        client = Client()
        client.post(address, words)
        assert "_auth_user_id" not in client.session, address


def test_the_walk_finds_the_doors():
    assert get_resolver().resolve("/_util/login/").url_name == "wagtailcore_login"
