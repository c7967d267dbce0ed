import pytest

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def policy(response, directive):
    told = dict(part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";"))
    return told[directive]


def test_pages_take_scripts_and_styles_from_files_only(client):
    home = client.get("/")

    assert (policy(home, "script-src"), policy(home, "style-src")) == ("'self'", "'self'")
    assert policy(home, "default-src") == "'none'"


def test_wagtails_screens_have_a_policy_of_their_own(client):
    client.force_login(UserFactory(is_superuser=True))
    cms = client.get("/cms/")

    assert cms.status_code == 200
    assert policy(cms, "script-src") == "'self' 'unsafe-inline'"
    assert policy(cms, "connect-src") == "'self'"
