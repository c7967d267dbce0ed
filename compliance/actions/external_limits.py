"""What a certificate from elsewhere may not say, and who may not decide about it."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .. import flags
from ..models import ExternalCertificate, Kind
from ..riga import legal_date

EARLIEST = date(1950, 1, 1)
CENT = Decimal("0.01")
MOST = Decimal("9999.99")
MOST_SESSIONS = 999
MOST_WAITING = 100
TAKEN_UNTIL = (2, 15)  # of the next year, month and day


def refuse_nonsense(certificate, at):
    first, last, today = certificate.first_day, certificate.last_day, legal_date(at)
    if first < EARLIEST:
        raise ValidationError({"first_day": _("Choose a day since 1950.")})
    if last < first:
        raise ValidationError({"last_day": _("The last day cannot be before the first.")})
    if last > today:
        raise ValidationError({"last_day": _("Training that has not ended yet cannot be submitted.")})
    if legal_date(certificate.submitted_at) > date(last.year + 1, *TAKEN_UNTIL):
        raise ValidationError({"last_day": _("Certificates of a past year are taken until 15 February.")})
    if certificate.kind == Kind.SUPERVISION:
        certificate.hours = None
        _refuse_bad_amount(certificate.kind, certificate.sessions, "sessions")
    else:
        certificate.sessions = None
        _refuse_bad_amount(certificate.kind, certificate.hours, "hours")


def _refuse_bad_amount(kind, amount, name):
    if kind == Kind.SUPERVISION:
        if not (amount and amount == int(amount) and 0 < amount <= MOST_SESSIONS):
            raise ValidationError({name: _("Enter the number of sessions, for example 2.")})
    elif not (
        isinstance(amount, Decimal) and amount.is_finite() and 0 < amount <= MOST and amount == amount.quantize(CENT)
    ):
        raise ValidationError({name: _("Enter the hours as a number, for example 7.5.")})


def refuse_bad_credit(certificate, amount, year):
    _refuse_bad_amount(certificate.kind, amount, "amount")
    if year not in certificate.years:
        raise ValidationError({"year": _("The training was not in this year.")})


def refuse_flood(certificate):
    """Each is compared with all that the person has, for whoever opens the queue."""
    waiting = ExternalCertificate.objects.submitted().filter(person=certificate.person_id)
    if waiting.count() >= MOST_WAITING:
        raise ValidationError(_("Too many entries already wait for confirmation. Add the next one later."))


def refuse_own_file_again(certificate):
    if not certificate.document:
        return
    own = ExternalCertificate.objects.filter(person=certificate.person_id, state__in=flags.STANDING)
    if own.filter(document__digest=certificate.document.digest).exclude(pk=certificate.pk).exists():
        raise ValidationError(_("This file has been submitted already."))


def refuse_own(certificate, by):
    if by.pk == certificate.person_id:
        raise ValidationError(_("Nobody decides about their own hours."))
    if by.pk == certificate.submitted_by_id:
        raise ValidationError(_("Who submitted it for somebody leaves the decision to another."))


def refuse_without_reason(reason):
    if not reason.strip():
        raise ValidationError({"reason": _("Write the reason.")})
