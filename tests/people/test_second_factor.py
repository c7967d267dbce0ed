import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from people import groups
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
PROFILE, STEP = "/mans-gads/darbavieta/", "/accounts/2fa/"


@pytest.fixture(autouse=True)
def _asked(settings):
    settings.MFA_REQUIRED_FOR_STAFF = True


def set_step(user):
    return Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})


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
    client.force_login(bob)
    assert client.get(PROFILE).status_code == 200


def test_step_can_be_set_and_left(client, bob):
    client.force_login(bob)
    assert client.get(STEP).status_code == 200
    assert client.post(reverse("account_logout")).url == "/"


def test_nobody_is_asked_where_the_setting_is_off(client, bob, settings):
    settings.MFA_REQUIRED_FOR_STAFF = False
    client.force_login(bob)
    assert client.get(PROFILE).status_code == 200


def test_step_taken_away_is_asked_for_again(client, bob):
    step = set_step(bob)
    client.force_login(bob)
    client.get(PROFILE)
    step.delete()
    client.get(STEP)
    assert client.get(PROFILE).url == STEP


def test_guest_costs_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/robots.txt")


def test_step_is_looked_up_once_a_session(client, bob, django_capture_queries):
    set_step(bob)
    client.force_login(bob)
    client.get(PROFILE)
    assert not [query for query in django_capture_queries(PROFILE) if "mfa_authenticator" in query]


@pytest.fixture
def django_capture_queries(client, django_assert_max_num_queries):
    def queries(path):
        with django_assert_max_num_queries(100) as captured:
            client.get(path)
        return [query["sql"] for query in captured.captured_queries]

    return queries
