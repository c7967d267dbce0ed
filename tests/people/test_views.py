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


@pytest.mark.parametrize("name", ["Ali\r\nse", "Ali\u202ese", "\u200b=1+1", "Ali\tse", "Ali\x85se", "Ali\ufeffse"])
def test_name_is_what_can_be_seen_of_it(client, alice, name):
    client.force_login(alice)
    form = client.post(PROFILE, {"first_name": name, "last_name": "Liepa"}).context["form"]
    assert form.errors["first_name"] == ["Lietojiet tikai redzamus burtus un zīmes, bez rindas pārtraukuma."]


@pytest.mark.parametrize("name", ["Anna Līva", "Dž-Žanete", "O’Nīla", "Ānne\u0304", "李"])
def test_name_in_any_letters_is_taken(client, alice, name):
    client.force_login(alice)
    assert client.post(PROFILE, {"first_name": name, "last_name": "Liepa"}).url == PROFILE


def test_profile_changes_nothing_but_the_name(client, alice):
    client.force_login(alice)
    client.post(PROFILE, {"first_name": "Alise", "last_name": "Liepa", "email": "x@example.lv", "is_superuser": "on"})
    alice.refresh_from_db()
    assert (alice.email, alice.is_superuser) == ("alice@example.lv", False)


@pytest.mark.parametrize("name", ["account_email", "account_change_password", "mfa_index", "account_logout"])
def test_own_pages_are_there(client, alice, name):
    client.force_login(alice)
    assert client.get(reverse(name)).status_code == 200
