"""Who decides about a certificate from elsewhere: the queue of each and the mail to each are the same."""

from datetime import date

import pytest

from compliance.actions.external import withdraw_external
from compliance.actions.external_mails import deciders
from compliance.models import Document, ExternalCertificate
from people import groups
from people.actions import end_approver, name_approver
from people.models import Approver
from tests.factories import (
    AppointmentFactory,
    DocumentFactory,
    EmployerFactory,
    EmploymentFactory,
    UserFactory,
    at,
    submitted,
)

pytestmark = pytest.mark.django_db
TODAY, NOW = date(2026, 11, 22), at(2026, 11, 22)


@pytest.fixture
def rita(db):
    """A reviewer."""
    return UserFactory(groups=[groups.REVIEWER])


@pytest.fixture
def alice(alice, office):
    EmploymentFactory(person=alice, employer=office)
    return alice


@pytest.fixture
def anna(office, bob):
    """A member of staff whom the manager let decide."""
    anna = EmploymentFactory(employer=office).person
    name_approver(person=anna, employer=office, by=bob, at=at(2026, 1, 1))
    return anna


def who(certificate, *people):
    """Which of the people decide; mails and queues agree."""
    queues = {
        one for one in people if ExternalCertificate.objects.decided_by(_fresh(one), TODAY).filter(pk=certificate.pk)
    }
    assert queues == set(deciders(certificate, on=TODAY))
    return queues


def _fresh(user):
    """Without the groups that were read before."""
    return type(user).objects.get(pk=user.pk)


def test_the_manager_of_the_employer_decides(alice, bob, rita):
    assert who(submitted(alice), alice, bob, rita) == {bob}


def test_the_manager_of_the_employer_decides_for_its_units(charlie, office, bob, rita):
    EmploymentFactory(person=charlie, employer=EmployerFactory(parent=office))
    assert who(submitted(charlie), bob, rita) == {bob}


def test_an_approver_decides_beside_the_manager_but_never_their_own(alice, anna, bob, rita):
    assert who(submitted(alice), alice, anna, bob, rita) == {anna, bob}
    assert who(submitted(anna), alice, anna, bob, rita) == {bob}


def test_an_approver_who_left_or_was_ended_no_longer_decides(alice, anna, bob):
    anna.employments.update(end=date(2026, 11, 21))
    assert who(submitted(alice), anna, bob) == {bob}
    anna.employments.update(end=None)
    end_approver(Approver.objects.get(), at=NOW)
    assert who(submitted(alice), anna, bob) == {bob}
    assert groups.APPROVER not in _fresh(anna).group_names


def test_a_managers_own_goes_to_the_reviewer(bob, office, anna, rita):
    EmploymentFactory(person=bob, employer=office)
    assert who(submitted(bob), bob, anna, rita) == {rita}


def test_without_a_confirmed_employer_the_reviewer_decides(charlie, bob, rita):
    EmploymentFactory(person=charlie, state="claimed")
    assert who(submitted(charlie), bob, rita) == {rita}


def test_where_the_employer_has_no_manager_the_reviewer_decides(charlie, other_office, bob, rita):
    EmploymentFactory(person=charlie, employer=other_office)
    assert who(submitted(charlie), bob, rita) == {rita}


def test_who_submitted_for_somebody_leaves_it_to_another(alice, bob, rita, office):
    assert who(submitted(alice, by=bob), bob, rita) == {rita}
    second = AppointmentFactory(employer=office).manager
    assert who(submitted(alice, by=bob), bob, second, rita) == {second}


def test_each_employer_of_a_person_may_decide(alice, bob, other_office, rita):
    EmploymentFactory(person=alice, employer=other_office, role__code="carer")
    other = AppointmentFactory(employer=other_office).manager
    assert who(submitted(alice), bob, other, rita) == {bob, other}


def test_a_reviewer_looks_at_what_was_approved_but_not_at_the_rest(alice, bob, rita):
    certificate = submitted(alice)
    assert not ExternalCertificate.objects.seen_by(rita, TODAY).exists()
    certificate.state = "approved"
    certificate.save()
    assert list(ExternalCertificate.objects.seen_by(rita, TODAY)) == [certificate]


def test_the_document_is_seen_by_its_person_and_by_who_decides(alice, bob, charlie, rita):
    document = DocumentFactory(person=alice)
    submitted(alice, document=document)
    seen = {
        who for who in (alice, bob, charlie, rita) if Document.objects.visible_to(who, TODAY).filter(pk=document.pk)
    }
    assert seen == {alice, bob}


def test_a_document_brought_for_somebody_is_seen_by_who_brought_it_until_it_is_submitted(alice, bob):
    document = DocumentFactory(person=alice, uploaded_by=bob)
    assert list(Document.objects.visible_to(bob, TODAY)) == [document]
    submitted(alice, by=bob, document=document)
    assert list(Document.objects.visible_to(bob, TODAY)) == []


def test_what_a_person_withdrew_is_nobodys_to_read(alice, bob):
    certificate = submitted(alice, document=DocumentFactory(person=alice))
    withdraw_external(certificate, by=alice, at=NOW)
    assert not ExternalCertificate.objects.seen_by(bob, TODAY).exists()
    assert not Document.objects.visible_to(bob, TODAY).exists()
