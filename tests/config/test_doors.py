import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import get_resolver
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

from people import groups
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


@pytest.mark.parametrize("group", [groups.SPECIALIST, groups.MANAGER, groups.ANALYST, groups.REVIEWER])
def test_signed_in_without_the_right_to_the_cms_is_told_so(client, group):
    client.force_login(UserFactory(groups=[group]))

    answer = client.get("/cms/", follow=True)

    assert (answer.status_code, len(answer.redirect_chain)) == (403, 1)


def document(collection):
    return Document.objects.create(title="Lapa", file=ContentFile(b"text", "lapa.txt"), collection=collection)


def test_guest_gets_a_document_of_an_open_collection(client):
    answer = client.get(document(Collection.get_first_root_node()).url)

    assert (answer.status_code, answer.getvalue()) == (200, b"text")


def test_private_collection_asks_for_sign_in(client, alice):
    private = Collection.get_first_root_node().add_child(name="Slēgta")
    CollectionViewRestriction.objects.create(collection=private, restriction_type=CollectionViewRestriction.LOGIN)
    address = document(private).url

    assert client.get(address, follow=True).redirect_chain[-1][0].startswith("/accounts/login/?next=%2Fdocuments%2F")
    client.force_login(alice)
    assert client.get(address).getvalue() == b"text"


def test_signed_in_outside_the_group_of_a_collection_is_told_so(client, alice):
    private = Collection.get_first_root_node().add_child(name="Slēgta")
    CollectionViewRestriction.objects.create(collection=private, restriction_type=CollectionViewRestriction.GROUPS)
    client.force_login(alice)

    answer = client.get(document(private).url, follow=True)

    assert (answer.status_code, len(answer.redirect_chain)) == (403, 1)
