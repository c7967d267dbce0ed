import logging
from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core import mail

from people.models import Notice
from people.tasks import clear_sessions, send_notices, take
from tests.database import together
from tests.factories import UserFactory, at

NOON = at(2026, 11, 22)


@pytest.fixture(autouse=True)
def templates(settings, tmp_path):
    """A mail of the test's own, in both languages' way of telling a date."""
    (tmp_path / "emails").mkdir()
    (tmp_path / "emails/greeting_subject.txt").write_text("Sveiki,\n{{ person.first_name }}\n")
    (tmp_path / "emails/greeting.txt").write_text("{% load i18n %}{% get_current_language as l %}{{ l }}: {{ said }}\n")
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}]


def notice(key="greeting:1", kind="greeting", **fields):
    if "email" not in fields:
        fields.setdefault("person", UserFactory(first_name="Alise"))
    return Notice.objects.create(key=key, kind=kind, created_at=NOON, **fields)


@pytest.mark.django_db
def test_mail_goes_in_the_language_of_the_notice_as_plain_text():
    waiting = notice(language="en", context={"said": "5 > 3 & „jā”"})

    send_notices()

    (sent,) = mail.outbox
    assert (sent.to, sent.subject, sent.body) == ([waiting.person.email], "Sveiki, Alise", "en: 5 > 3 & „jā”\n")
    waiting.refresh_from_db()
    assert (waiting.state, waiting.sent_at is None) == (Notice.State.SENT, False)


@pytest.mark.django_db
def test_mail_goes_once():
    notice()

    send_notices()
    send_notices()

    assert len(mail.outbox) == 1


@pytest.mark.django_db
def test_mail_goes_to_someone_without_an_account():
    notice(email="jauns@example.lv", context={"said": "nāciet"})

    send_notices()

    assert [sent.to for sent in mail.outbox] == [["jauns@example.lv"]]


@pytest.mark.django_db
def test_bad_notice_never_stops_the_rest(caplog, time_machine):
    time_machine.move_to(NOON)
    bad, good = notice(key="bad", kind="no_such_kind"), notice(key="good")

    send_notices()

    assert len(mail.outbox) == 1
    assert dict(Notice.objects.values_list("key", "state")) == {"bad": "taken", "good": "sent"}
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.facts == {"notice": bad.pk, "kind": "no_such_kind"}
    assert good.person.email not in caplog.text


@pytest.mark.django_db
@pytest.mark.parametrize(("minutes", "sent"), [(14, 0), (16, 1)])
def test_notice_of_a_dead_taker_is_taken_again_after_a_quarter_of_an_hour(time_machine, minutes, sent):
    notice(state=Notice.State.TAKEN, taken_at=NOON)
    time_machine.move_to(NOON + timedelta(minutes=minutes))

    send_notices()

    assert len(mail.outbox) == sent


@pytest.mark.django_db
def test_refused_mail_is_given_up_after_three_days(time_machine):
    notice(kind="no_such_kind")
    tried = set()
    for hour in range(0, 24 * 5, 6):
        time_machine.move_to(NOON + timedelta(hours=hour))
        send_notices()
        tried.add(Notice.objects.get().taken_at)

    assert (len(tried), Notice.objects.get().state) == (3 * 24 / 6 + 1, Notice.State.GIVEN_UP)


@pytest.mark.django_db
def test_mail_that_nobody_could_send_for_days_still_goes(time_machine):
    notice()
    time_machine.move_to(NOON + timedelta(days=30))

    send_notices()

    assert len(mail.outbox) == 1


def test_of_two_takers_at_once_one_takes(own_database):
    waiting = notice()

    assert sorted(together(*[lambda: take(waiting, at=NOON)] * 2)) == [False, True]


def test_two_senders_at_once_send_each_mail_once(own_database):
    for number in range(5):
        notice(key=f"greeting:{number}")

    assert together(send_notices, send_notices) == [None, None]
    assert len(mail.outbox) == 5


@pytest.mark.django_db
def test_expired_sessions_are_cleared(time_machine):
    time_machine.move_to(NOON)
    SessionStore().create()
    time_machine.move_to(NOON + timedelta(days=30))
    SessionStore().create()

    clear_sessions()

    assert Session.objects.count() == 1
