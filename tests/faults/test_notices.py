"""`kill -9` of whoever sends mails, in the middle of one."""

import subprocess
import sys

import pytest
from django.core import mail
from django.utils import timezone

from people.models import Notice
from people.models.notice import TAKEN_AGAIN_AFTER
from people.tasks import send_notices
from tests.database import ROOT
from tests.factories import UserFactory

from .portal import PATIENCE, environment
from .post_office import post_office

pytestmark = [pytest.mark.xdist_group("faults"), pytest.mark.usefixtures("own_database")]


@pytest.fixture
def letters():
    """Of three notices one was sent, and run_due died while it sent the second: what the post office accepted."""
    for number in range(3):
        Notice.objects.create(
            key=f"course_completed:{number}",
            kind="course_completed",
            person=UserFactory(email=f"person{number}@example.lv"),
            context={"course": "Kurss", "link": "http://127.0.0.1:8000/"},
            created_at=timezone.now(),
        )
    with post_office(accepting=1) as office:
        command = [sys.executable, "manage.py", "run_due"]
        sender = subprocess.Popen(command, cwd=ROOT, env=environment(EMAIL_URL=office.url))
        assert office.stopped.wait(PATIENCE)
        sender.kill()
        sender.wait()
    return office.letters


def states():
    return list(Notice.objects.order_by("pk").values_list("state", flat=True))


def recipients():
    return [letter.to[0] for letter in mail.outbox]


def test_killed_sender_leaves_the_mail_it_was_sending_taken(letters):
    assert [recipient for recipient, _subject in letters] == ["person0@example.lv"]
    assert states() == ["sent", "taken", "pending"]


def test_mail_of_a_killed_sender_waits_its_quarter_of_an_hour(letters):
    send_notices()

    assert recipients() == ["person2@example.lv"]
    assert states() == ["sent", "taken", "sent"]


def test_mail_of_a_killed_sender_goes_later_and_none_goes_twice(letters, time_machine):
    send_notices()
    time_machine.move_to(timezone.now() + 2 * TAKEN_AGAIN_AFTER)

    send_notices()
    send_notices()

    assert recipients() == ["person2@example.lv", "person1@example.lv"]
    assert states() == ["sent", "sent", "sent"]
