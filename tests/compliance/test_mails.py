from datetime import date

import pytest
from django.core import mail

from compliance.actions.employments import (
    claim_employment,
    confirm_employment,
    correct_employment,
    end_employment,
    reject_employment,
)
from compliance.actions.invitations import decline_request, invite
from compliance.actions.sealing import seal_ledger
from people import groups
from people.models import EmployerRequest, Notice, Role
from people.tasks import send_notices
from tests.factories import UserFactory, at

NOW = at(2026, 11, 22)
LINK = "http://127.0.0.1:8000/"


@pytest.fixture
def job(alice, bob, office):
    worker = Role.objects.get(pk="social_worker")
    return claim_employment(person=alice, employer=office, role=worker, start=date(2025, 3, 1), at=NOW)


def sent():
    """Subject, text and address of the mails, oldest first."""
    send_notices()
    assert not Notice.objects.exclude(state="sent").exists()
    return [(message.subject, message.body, message.to) for message in mail.outbox]


def test_managers_are_led_to_their_staff(job):
    ((subject, text, to),) = sent()
    assert subject == "Darbavieta gaida apstiprinājumu: Ādažu novada Sociālais dienests"
    assert f"{LINK}darbinieki/\n" in text
    assert "Alise" not in text
    assert to == ["bob@example.lv"]


def test_a_manager_naming_their_own_job_is_decided_by_an_administrator(bob, office):
    UserFactory(email="admin@example.lv", groups=[groups.ADMINISTRATOR])
    head = Role.objects.get(pk="institution_head")
    claim_employment(person=bob, employer=office, role=head, start=date(2025, 3, 1), at=NOW)
    assert [to for _subject, _text, to in sent()] == [["admin@example.lv"]]


def test_person_is_told_of_each_decision(job, bob):
    job = confirm_employment(job, by=bob, at=NOW)
    right = correct_employment(job, by=bob, reason="Cits datums", start=date(2025, 4, 1), at=NOW)
    reject_employment(right, by=bob, reason="Nestrādā & nestrādāja", at=NOW)
    _claimed, confirmed, corrected, rejected = sent()
    assert "ir apstiprināta" in confirmed[1]
    assert "Pamatojums: Cits datums\n" in corrected[1]
    assert "Pamatojums: Nestrādā & nestrādāja\n" in rejected[1]
    assert all(f"{LINK}mans-gads/darbavieta/\n" in text for _subject, text, _to in (confirmed, corrected, rejected))


def test_manager_is_told_when_someone_ends_their_employment(job, alice):
    end_employment(job, by=alice, end=date(2026, 1, 1), at=NOW)
    assert sent()[1][0] == "Ierakstīta pēdējā darba diena: Ādažu novada Sociālais dienests"


def test_invited_person_without_an_account_gets_a_mail(bob, office):
    worker = Role.objects.get(pk="social_worker")
    invite(employer=office, role=worker, start=date(2026, 1, 1), emails=["dace@example.lv"], by=bob, at=NOW)
    ((subject, text, to),) = sent()
    assert (subject, to) == ("Ādažu novada Sociālais dienests aicina jūs uz portālu Socdarbs", ["dace@example.lv"])
    assert f"{LINK}mans-gads/darbavieta/\n" in text


def test_who_asked_for_an_employer_is_told_that_it_was_not_added(alice, bob, office):
    request = EmployerRequest.objects.create(
        person=alice, name="Jauns dienests", municipality=office.municipality,
        role_id="carer", start=date(2026, 1, 1), created_at=NOW,
    )  # fmt: skip
    decline_request(request, by=bob, at=NOW)
    assert sent()[0][0] == "Darba devējs nav pievienots: Jauns dienests"


def test_seal_is_mailed_with_its_digest(db, settings):
    settings.SEAL_EMAIL = "zimogs@example.lv"
    seal = seal_ledger(at=NOW)
    assert f"SHA-256: {seal.digest}\n" in sent()[0][1]
