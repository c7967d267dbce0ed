"""Documents of training obtained elsewhere: pending until someone else than the person decides."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import CreditEntry, ExternalCertificate, Kind
from ..riga import legal_date
from . import balances, heads
from .ledger import Original, award

State = ExternalCertificate.State
HoursKind = ExternalCertificate.HoursKind
EARLIEST = date(1950, 1, 1)
CENT = Decimal("0.01")
MOST = Decimal("9999.99")


@transaction.atomic
def submit_external(
    *, person, title, provider, first_day, last_day, hours, kind=Kind.TRAINING, hours_kind=HoursKind.ACADEMIC, at=None
) -> ExternalCertificate:
    at = at or timezone.now()
    _refuse_bad_hours(hours)
    if not EARLIEST <= first_day <= last_day:
        raise ValidationError(_("The last day cannot be before the first."))
    if last_day > legal_date(at):
        raise ValidationError(_("Training that has not ended yet cannot be submitted."))
    if kind != Kind.TRAINING:
        raise ValidationError(_("Supervision is counted in sessions, not in the hours of a document."))
    heads.lock([person.pk])
    certificate = ExternalCertificate.objects.create(
        person=person, kind=kind, title=title, provider=provider, first_day=first_day, last_day=last_day,
        hours=hours, hours_kind=hours_kind, submitted_at=at,
    )  # fmt: skip
    _refresh(certificate)
    return certificate


@transaction.atomic
def approve_external(certificate, *, by, at=None) -> CreditEntry:
    """The hours as printed are the legal value: they go into the ledger on the training's last day."""
    at = at or timezone.now()
    certificate = _decided(certificate, State.APPROVED, by=by, at=at)
    credit = Original(
        person_id=certificate.person_id,
        kind=certificate.kind,
        amount=certificate.hours,
        legal_date=certificate.last_day,
        source=CreditEntry.Source.CERTIFICATE,
        source_key=str(certificate.pk),
        title=certificate.title,
        provider=certificate.provider,
        evidence=f"external:{certificate.pk}",
    )
    (entry,) = award([credit], by=by, at=at)
    return entry


@transaction.atomic
def reject_external(certificate, *, by, at=None) -> ExternalCertificate:
    certificate = _decided(certificate, State.REJECTED, by=by, at=at or timezone.now())
    _refresh(certificate)
    return certificate


def _refuse_bad_hours(hours):
    if not (isinstance(hours, Decimal) and hours.is_finite() and 0 < hours <= MOST and hours == hours.quantize(CENT)):
        raise ValidationError(_("Enter the hours as a number, for example 7.5."))


def _decided(certificate, state, *, by, at):
    heads.lock([certificate.person_id])
    certificate = ExternalCertificate.objects.get(pk=certificate.pk)
    if by.pk == certificate.person_id:
        raise ValidationError(_("Nobody decides about their own hours."))
    if certificate.state != State.SUBMITTED:
        raise ValidationError(_("Someone else has already decided this."))
    certificate.state, certificate.decided_by, certificate.decided_at = state, by, at
    certificate.save()
    return certificate


def _refresh(certificate):
    balances.refresh([(certificate.person_id, certificate.last_day.year)])
