"""`kill -9` of the web server at random moments; benchmarks/faults.py does the same a hundred times."""

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from compliance.actions import balances
from people.models import Notice
from people.models.notice import TAKEN_AGAIN_AFTER
from people.tasks import send_notices

from . import approvals, courses, imports
from .portal import ForkedPortal, Portal, running_portal
from .post_office import post_office
from .reckoning import Reckoning, reckon
from .storm import Storm

KILLS = 5
SEED = 2026

pytestmark = [pytest.mark.xdist_group("faults"), pytest.mark.usefixtures("own_database")]


def weather(work, kind=Portal):
    """All of the work done while the server is killed, and then once more: the storm and the letters that went out."""
    with post_office() as office, running_portal(kind=kind, EMAIL_URL=office.url) as portal:
        storm = Storm(portal, work, KILLS, SEED)
        storm.run()
        assert reckon(storm.acknowledged, work.tables()) == Reckoning()
        assert (len(storm.answered), storm.failed) == (len(storm.tasks), [])

        before = work.tables()
        storm.finish_again()
        assert work.tables() == before
    return storm, office


@pytest.mark.parametrize("work", [approvals, imports], ids=["approvals", "imports"])
def test_killed_server_decides_whole_and_once(work):
    weather(work, ForkedPortal)

    assert balances.differences() == set()
    call_command("verify_ledger")


def test_killed_server_loses_nothing_it_acknowledged_and_doubles_nothing(time_machine):
    storm, office = weather(courses)

    assert balances.differences() == set()
    call_command("verify_ledger")

    time_machine.move_to(timezone.now() + 2 * TAKEN_AGAIN_AFTER)
    send_notices()
    assert set(Notice.objects.values_list("state", flat=True)) == {Notice.State.SENT}
    letters = {*office.letters, *((letter.to[0], letter.subject) for letter in mail.outbox)}
    assert sum(subject.startswith("Kurss pabeigts") for _to, subject in letters) == len(storm.tasks)
