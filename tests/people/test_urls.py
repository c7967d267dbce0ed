"""No address of allauth fails, whoever opens it."""

import pytest
from allauth import urls as allauth_urls
from django.urls import URLResolver, reverse

pytestmark = pytest.mark.django_db


def names(patterns):
    """Of the addresses that need no argument."""
    for pattern in patterns:
        if "<" in str(pattern.pattern):
            continue
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        else:
            yield pattern.name


@pytest.mark.parametrize("name", sorted(names(allauth_urls.urlpatterns)))
def test_guest_is_answered(client, name):
    assert client.get(reverse(name)).status_code in (200, 302)


@pytest.mark.parametrize("name", sorted(names(allauth_urls.urlpatterns)))
def test_signed_in_person_is_answered(client, alice, name):
    client.force_login(alice)
    assert client.get(reverse(name)).status_code in (200, 302, 404)
