"""Mails about certificates obtained elsewhere: to who decides, at most one a day, and to the person, each decision."""

from django.db.models import Q

from people import groups
from people.actions import post
from people.models import Appointment, Approver, Notice, User
from people.models.employer import running_on

from ..models import ExternalCertificate, ExternalStep
from ..riga import legal_date
from .mails import address

Verb = ExternalStep.Verb
TO_DECIDE = (Verb.SUBMITTED, Verb.RESUBMITTED)
TO_PERSON = (Verb.RETURNED, Verb.APPROVED, Verb.REJECTED, Verb.CORRECTED)


def tell(step):
    if step.verb in TO_DECIDE:
        post([_waiting(decider, step.at) for decider in deciders(step.certificate, on=legal_date(step.at))])
    if step.verb in TO_PERSON:
        post([_decided(step)])


def deciders(certificate, *, on):
    """Those in whose queue the certificate stands (ExternalCertificate.objects.decided_by says it from their side)."""
    others = User.objects.filter(is_active=True).exclude(pk__in=[certificate.person_id, certificate.submitted_by_id])
    if ExternalCertificate.objects.left_to_reviewers(on).filter(pk=certificate.pk).exists():
        return others.filter(groups__name=groups.REVIEWER)
    jobs = certificate.person.employments.confirmed().running(on)
    here = Q(employer__in=jobs.values("employer")) | Q(employer__in=jobs.values("employer__parent"))
    managers = Appointment.objects.filter(running_on(on), here).values("manager")
    return others.filter(Q(pk__in=managers) | Q(pk__in=Approver.objects.deciding(on).filter(here).values("person")))


def _waiting(decider, at):
    return Notice(
        key=f"external_submitted:{decider.pk}:{legal_date(at)}",
        kind="external_submitted",
        person=decider,
        context={"link": address("offices:queue")},
        created_at=at,
    )


def _decided(step):
    certificate = step.certificate
    kind = f"external_{step.verb}"
    return Notice(
        key=f"{kind}:{step.pk}",
        kind=kind,
        person_id=certificate.person_id,
        context={
            "title": certificate.title,
            "amount": None if certificate.decided_amount is None else str(certificate.decided_amount),
            "year": certificate.decided_year,
            "supervision": certificate.kind == "supervision",
            "reason": step.reason,
            "link": address("lms:outside", certificate.pk),
        },
        created_at=step.at,
    )
