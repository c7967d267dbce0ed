import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def guess(email):
    answer = Client().post(reverse("account_login"), {"login": email, "password": "wrong"})
    return "Pārāk daudz mēģinājumu" in answer.content.decode()


def test_no_number_of_guest_pages_makes_the_portal_forget_wrong_passwords(alice, settings):
    settings.GUEST_CACHE_SECONDS = 60
    assert [guess(alice.email) for _ in range(6)] == [False] * 5 + [True]

    for number in range(400):
        caches["pages"].set(str(number), "page", 60)
    Client().get("/?x=1")

    assert guess(alice.email)
    assert len(caches["default"]._cache) < 10


def test_counters_have_room_for_many_addresses():
    assert caches["default"]._max_entries == 100_000
