import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db
PROFILE = "/accounts/profils/"


def test_profile_is_for_the_signed_in(client):
    assert client.get(PROFILE).url == f"/accounts/login/?next={PROFILE}"


def test_profile_shows_the_workplace(client, alice, office):
    client.force_login(alice)
    assert office.name in client.get(PROFILE).content.decode()


def test_name_is_changed(client, alice):
    client.force_login(alice)
    assert client.post(PROFILE, {"first_name": "Alise", "last_name": "Liepa"}).url == PROFILE
    alice.refresh_from_db()
    assert alice.get_full_name() == "Alise Liepa"


def test_name_cannot_be_empty(client, alice):
    client.force_login(alice)
    assert client.post(PROFILE, {"first_name": " ", "last_name": "Liepa"}).context["form"].errors
    alice.refresh_from_db()
    assert alice.get_full_name() == "Alise Ozola"


def test_profile_changes_nothing_but_the_name(client, alice):
    client.force_login(alice)
    client.post(PROFILE, {"first_name": "Alise", "last_name": "Liepa", "email": "x@example.lv", "is_superuser": "on"})
    alice.refresh_from_db()
    assert (alice.email, alice.is_superuser) == ("alice@example.lv", False)


@pytest.mark.parametrize("name", ["account_email", "account_change_password", "mfa_index", "account_logout"])
def test_own_pages_are_there(client, alice, name):
    client.force_login(alice)
    assert client.get(reverse(name)).status_code == 200
