from urllib.parse import urlencode

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.urls import reverse

from people import groups
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
PROFILE, STEP = "/mans-gads/darbavieta/", "/accounts/2fa/"
CONFIRM = f"/accounts/2fa/reauthenticate/?{urlencode({'next': PROFILE}, safe='/')}"
SECRET = "JBSWY3DPEHPK3PXP"  # noqa: S105 - of an invented person


@pytest.fixture(autouse=True)
def _asked(settings):
    settings.MFA_REQUIRED_FOR_STAFF = True


def set_step(user):
    return totp.TOTP.activate(user, SECRET).instance


def enter_code(client, page):
    counter = next(totp.yield_hotp_counters_from_time())
    return client.post(page, {"code": totp.format_hotp_value(totp.hotp_value(SECRET, counter))})


def sign_in(client, user):
    """By password and code."""
    asked = client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD, "next": PROFILE}).url
    return enter_code(client, asked)


@pytest.mark.parametrize("group", groups.STAFF)
def test_staff_without_a_second_step_are_sent_to_set_it(client, group):
    client.force_login(UserFactory(groups=[group]))
    assert client.get(PROFILE).url == STEP
    assert client.post(PROFILE).url == STEP


def test_specialist_is_not_asked(client, alice):
    client.force_login(alice)
    assert client.get(PROFILE).status_code == 200


def test_staff_with_a_second_step_go_on(client, bob):
    set_step(bob)
    assert sign_in(client, bob).url == PROFILE
    assert client.get(PROFILE).status_code == 200


def test_session_that_never_used_the_step_is_asked_for_it(client, bob):
    """However it began: a second step of the account says nothing about who sits here."""
    set_step(bob)
    client.force_login(bob)
    assert client.get(PROFILE).url == client.post(PROFILE).url == CONFIRM
    assert enter_code(client, CONFIRM).url == PROFILE
    assert client.get(PROFILE).status_code == 200


def test_step_can_be_set_and_left(client, bob):
    client.force_login(bob)
    assert client.get(STEP).status_code == 200
    assert client.post(reverse("account_logout")).url == "/"


def test_nobody_is_asked_where_the_setting_is_off(client, bob, settings):
    settings.MFA_REQUIRED_FOR_STAFF = False
    client.force_login(bob)
    assert client.get(PROFILE).status_code == 200


def test_step_taken_away_in_another_session_is_asked_for_again(client, bob):
    step = set_step(bob)
    sign_in(client, bob)
    step.delete()
    assert client.get(PROFILE).url == STEP


def test_guest_costs_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/robots.txt")


def test_step_costs_staff_one_query(client, bob, django_assert_max_num_queries):
    set_step(bob)
    sign_in(client, bob)
    with django_assert_max_num_queries(100) as queries:
        client.get(PROFILE)
    assert sum("mfa_authenticator" in query["sql"] for query in queries.captured_queries) == 1
