"""Joining an employer other than by a claim: an invitation by e-mail, or an employer that the list lacked."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from people.models import Employer, EmployerRequest, Employment, Invitation

from ..riga import legal_date
from . import heads, mails
from .employments import claim_employment, correct_employment, record_employments

VALID_FOR = timedelta(days=90)


@transaction.atomic
def invite(*, employer, role, start, emails, by, at=None) -> list[Invitation]:
    """Ask people to join the staff; an address that has an open invitation here is not asked again."""
    at = at or timezone.now()
    addresses = dict.fromkeys(email.strip().lower() for email in emails)
    for address in addresses:
        validate_email(address)
    Employer.objects.select_for_update(no_key=True).get(pk=employer.pk)
    open_here = Invitation.objects.filter(employer=employer, accepted_at=None, declined_at=None)
    asked = set(open_here.filter(email__in=addresses).values_list("email", flat=True))
    invitations = Invitation.objects.bulk_create(
        Invitation(email=address, employer=employer, role=role, start=start, invited_by=by, created_at=at)
        for address in addresses
        if address not in asked
    )
    mails.tell_invited(invitations, at=at)
    return invitations


@transaction.atomic
def invite_each(invitations, *, at) -> list[Invitation]:
    """The invitations of an import, each to its own job."""
    made = Invitation.objects.bulk_create(invitations)
    mails.tell_invited(made, at=at)
    return made


@transaction.atomic
def accept_invitation(invitation, *, person, at=None) -> Employment:
    """Makes a confirmed employment, in place of the person's own claim of the same job if there is one.

    When the inviter may not decide any more, it is a claim that whoever manages the employer today confirms.
    """
    at = at or timezone.now()
    invitation = _own_open(invitation, person)
    claims = person.employments.claimed().filter(employer=invitation.employer, role=invitation.role)
    claim = claims.filter(Q(end=None) | Q(end__gte=invitation.start)).first()
    if not _stands(invitation, at):
        employment = claim or claim_employment(
            person=person, employer=invitation.employer, role=invitation.role, start=invitation.start, at=at
        )
    elif claim:
        employment = correct_employment(
            claim, by=invitation.invited_by, reason=_("The invitation was accepted."), start=invitation.start, at=at
        )
    else:
        (employment,) = record_employments([_employment(invitation, person, at)], at=at)
    invitation.accepted_at, invitation.employment = at, employment
    invitation.save()
    return employment


@transaction.atomic
def decline_invitation(invitation, *, person, at=None) -> Invitation:
    invitation = _own_open(invitation, person)
    invitation.declined_at = at or timezone.now()
    invitation.save()
    return invitation


@transaction.atomic
def settle_request(request, *, employer, by, at=None) -> Employment:
    """The employer is in the list now: the person's claim to work there waits for its manager."""
    at = at or timezone.now()
    request = _settled(request, EmployerRequest.State.SETTLED, by=by, at=at, employer=employer)
    return claim_employment(person=request.person, employer=employer, role=request.role, start=request.start, at=at)


@transaction.atomic
def decline_request(request, *, by, at=None) -> EmployerRequest:
    at = at or timezone.now()
    request = _settled(request, EmployerRequest.State.DECLINED, by=by, at=at)
    mails.tell_asker(request, at=at)
    return request


def _own_open(invitation, person):
    heads.lock([person.pk])
    invitation = Invitation.objects.select_related("employer__parent", "role").get(pk=invitation.pk)
    if invitation.email != person.email or invitation.invited_by_id == person.pk:
        raise ValidationError(_("This invitation is for someone else."))
    if invitation.accepted_at or invitation.declined_at:
        raise ValidationError(_("This invitation has been answered."))
    return invitation


def _stands(invitation, at):
    """Whether the inviter asked lately and manages the employer to this day."""
    managed = Employer.objects.managed_by(invitation.invited_by, legal_date(at)).filter(pk=invitation.employer_id)
    return invitation.created_at > at - VALID_FOR and invitation.invited_by.is_active and managed.exists()


def _employment(invitation, person, at):
    return Employment(
        person=person,
        employer=invitation.employer,
        role=invitation.role,
        start=invitation.start,
        claimed_at=at,
        decided_at=at,
        decided_by=invitation.invited_by,
    )


def _settled(request, state, *, by, at, employer=None):
    heads.lock([request.person_id])
    request = EmployerRequest.objects.select_related("person", "role").get(pk=request.pk)
    if request.state != EmployerRequest.State.OPEN:
        raise ValidationError(_("Someone else has already decided this."))
    request.state, request.employer = state, employer
    request.settled_by, request.settled_at = by, at
    request.save()
    return request
