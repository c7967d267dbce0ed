from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from compliance.actions.employments import claim_employment
from compliance.actions.invitations import (
    accept_invitation,
    decline_invitation,
    decline_request,
    invite,
    settle_request,
)
from compliance.models import YearBalance
from people.models import EmployerRequest, Employment, Notice, Role, User
from tests.factories import UserFactory, at

NOW = at(2026, 11, 22)
START = date(2026, 1, 1)


@pytest.fixture
def worker(rows):
    return Role.objects.get(pk="social_worker")


def invited(bob, office, worker, *emails):
    return invite(employer=office, role=worker, start=START, emails=emails, by=bob, at=NOW)


@pytest.fixture
def invitation(bob, office, worker):
    return invited(bob, office, worker, "alice@example.lv")[0]


@pytest.fixture
def request_(alice, office, worker):
    return EmployerRequest.objects.create(
        person=alice, name="Jauns dienests", municipality=office.municipality, role=worker, start=START, created_at=NOW
    )


def test_invitation_is_mailed_once_to_each_address(bob, office, worker):
    invited(bob, office, worker, "Alice@example.lv", "alice@example.lv ", "dace@example.lv")
    assert invited(bob, office, worker, "alice@example.lv") == []
    sent = Notice.objects.filter(kind="invitation").values_list("email", flat=True)
    assert sorted(sent) == ["alice@example.lv", "dace@example.lv"]


def test_one_bad_address_stops_all(bob, office, worker):
    with pytest.raises(ValidationError):
        invited(bob, office, worker, "alice@example.lv", "not an address")
    assert Notice.objects.count() == 0


def test_accepted_invitation_is_a_confirmed_employment(invitation, alice, bob):
    employment = accept_invitation(invitation, person=alice, at=NOW)
    invitation.refresh_from_db()
    assert (employment.state, employment.decided_by, employment.start) == (Employment.State.CONFIRMED, bob, START)
    assert (invitation.employment, invitation.accepted_at) == (employment, NOW)
    assert YearBalance.objects.get(person=alice, kind="training").required == 24


def leave_office(bob):
    bob.appointments.update(end=date(2026, 11, 21))


def close_account(bob):
    User.objects.filter(pk=bob.pk).update(is_active=False)


@pytest.mark.parametrize("lapse", [leave_office, close_account])
def test_invitation_of_whoever_decides_no_more_is_a_claim(invitation, alice, bob, lapse):
    lapse(bob)
    employment = accept_invitation(invitation, person=alice, at=NOW)
    invitation.refresh_from_db()
    assert (employment.state, employment.decided_by, invitation.employment) == ("claimed", None, employment)
    assert not YearBalance.objects.exists()


def test_invitation_of_a_former_manager_leaves_the_persons_own_claim(invitation, alice, bob, office, worker):
    leave_office(bob)
    claim = claim_employment(person=alice, employer=office, role=worker, start=date(2026, 2, 1), at=NOW)
    assert accept_invitation(invitation, person=alice, at=NOW) == claim


@pytest.mark.parametrize(("days", "state"), [(89, "confirmed"), (90, "claimed")])
def test_invitation_confirms_for_ninety_days(invitation, alice, days, state):
    assert accept_invitation(invitation, person=alice, at=NOW + timedelta(days=days)).state == state


def test_invitation_takes_the_place_of_the_persons_own_claim(invitation, alice, office, worker):
    claim = claim_employment(person=alice, employer=office, role=worker, start=date(2026, 2, 1), at=NOW)
    employment = accept_invitation(invitation, person=alice, at=NOW)
    assert (employment.replaces, employment.start) == (claim, START)


def test_invitation_is_answered_once(invitation, alice):
    decline_invitation(invitation, person=alice, at=NOW)
    for answer in (accept_invitation, decline_invitation):
        with pytest.raises(ValidationError):
            answer(invitation, person=alice, at=NOW)
    assert Employment.objects.count() == 0


def test_invitation_is_for_its_address_only(invitation, charlie):
    with pytest.raises(ValidationError):
        accept_invitation(invitation, person=charlie, at=NOW)


def test_nobody_invites_themselves(bob, office, worker):
    (own,) = invited(bob, office, worker, bob.email)
    with pytest.raises(ValidationError):
        accept_invitation(own, person=bob, at=NOW)


def test_settled_request_is_a_claim_at_the_new_employer(request_, alice, office):
    admin = UserFactory()
    claim = settle_request(request_, employer=office, by=admin, at=NOW)
    request_.refresh_from_db()
    assert (claim.state, claim.employer, claim.start) == (Employment.State.CLAIMED, office, START)
    assert (request_.state, request_.settled_by, request_.employer) == ("settled", admin, office)
    with pytest.raises(ValidationError):
        decline_request(request_, by=admin, at=NOW)


def test_declined_request_is_told_to_who_asked(request_, alice):
    decline_request(request_, by=UserFactory(), at=NOW)
    notice = Notice.objects.get()
    assert (notice.kind, notice.person, notice.context["employer"]) == ("employer_declined", alice, "Jauns dienests")
