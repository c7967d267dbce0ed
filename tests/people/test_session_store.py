"""Sessions are Django's; only reading them is ours."""

import datetime

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from people.session_store import SessionStore

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept():
    session = SessionStore()
    session["colour"] = "red"
    session.create()
    return session.session_key


def test_what_was_kept_is_read_by_one_query(kept, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert SessionStore(kept)["colour"] == "red"


def test_session_that_expired_is_none(kept):
    Session.objects.update(expire_date=timezone.now() - datetime.timedelta(seconds=1))
    assert_is_none(kept)


def test_session_that_was_ended_is_none(kept):
    SessionStore(kept).flush()
    assert_is_none(kept)


@pytest.mark.parametrize("key", ["unknown-to-everyone", "x" * 8, "';--" * 5])
def test_key_that_somebody_made_up_is_none(key):
    assert_is_none(key)


def assert_is_none(key):
    session = SessionStore(key)
    assert session.get("colour") is None
    assert session.session_key is None
