"""Documents of training obtained elsewhere: pending until someone else than the person decides."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import flags
from ..models import CreditEntry, ExternalCertificate, ExternalStep, Provider
from . import balances, external_mails, heads
from . import external_limits as limits
from .ledger import UNITS, Original, award, correct, reverse

State = ExternalCertificate.State
Verb = ExternalStep.Verb


@transaction.atomic
def submit_external(*, person, by=None, at=None, **facts) -> ExternalCertificate:
    """`facts`: title, provider, first_day, last_day; hours, hours_kind or sessions with kind; the document, if any."""
    at, by = at or timezone.now(), by or person
    heads.lock([person.pk])
    certificate = ExternalCertificate(person=person, submitted_by=by, submitted_at=at, **facts)
    return _submit(certificate, Verb.SUBMITTED, by=by, at=at)


@transaction.atomic
def resubmit_external(certificate, *, by, at=None, **facts) -> ExternalCertificate:
    """Make a returned one precise; that it came in time is judged by when it was first submitted."""
    at = at or timezone.now()
    certificate = _locked(certificate)
    if certificate.state != State.RETURNED:
        raise ValidationError(_("Only a returned certificate can be submitted again."))
    for name, value in facts.items():
        setattr(certificate, name, value)
    certificate.revision += 1
    return _submit(certificate, Verb.RESUBMITTED, by=by, at=at)


@transaction.atomic
def withdraw_external(certificate, *, by, at=None) -> ExternalCertificate:
    certificate = _locked(certificate)
    if certificate.state not in (State.SUBMITTED, State.RETURNED):
        raise ValidationError(_("This certificate has been decided on already."))
    return _move(certificate, State.WITHDRAWN, Verb.WITHDRAWN, by=by, at=at or timezone.now())


@transaction.atomic
def approve_external(certificate, *, by, amount=None, year=None, funding=None, reason="", at=None) -> CreditEntry:
    """What is printed is the legal value, in the year of the last day; another amount or year needs a reason.

    `funding`: who paid or sent, where whoever decides knows it better; None leaves what was submitted.
    """
    at = at or timezone.now()
    certificate = _undecided(certificate, by=by)
    year = year or certificate.last_day.year
    if amount is None and not certificate.is_counted_as_printed:
        raise ValidationError({"amount": _("Enter the academic hours to credit.")})
    amount = Decimal(certificate.amount) if amount is None else amount
    printed = certificate.is_counted_as_printed and amount == certificate.amount and year == certificate.last_day.year
    if not printed:
        limits.refuse_without_reason(reason)
    limits.refuse_bad_credit(certificate, amount, year)
    certificate.decided_amount, certificate.decided_year = amount, year
    certificate.funding = certificate.funding if funding is None else funding
    _decide(certificate, State.APPROVED, Verb.APPROVED, by=by, at=at, reason=reason)
    (entry,) = award([_original(certificate)], by=by, at=at)
    _refresh(certificate)
    Provider.objects.add_name(certificate.provider)
    return entry


@transaction.atomic
def return_external(certificate, *, by, reason, at=None) -> ExternalCertificate:
    certificate = _undecided(certificate, by=by)
    limits.refuse_without_reason(reason)
    return _decide(certificate, State.RETURNED, Verb.RETURNED, by=by, at=at or timezone.now(), reason=reason)


@transaction.atomic
def reject_external(certificate, *, by, reason, at=None) -> ExternalCertificate:
    certificate = _undecided(certificate, by=by)
    limits.refuse_without_reason(reason)
    return _decide(certificate, State.REJECTED, Verb.REJECTED, by=by, at=at or timezone.now(), reason=reason)


@transaction.atomic
def correct_external(certificate, *, by, reason, amount=None, year=None, funding=None, at=None) -> CreditEntry:
    """Reverse what was credited and credit what should have been; of 0 hours nothing is credited instead."""
    at = at or timezone.now()
    certificate = _locked(certificate)
    limits.refuse_own(certificate, by)
    limits.refuse_without_reason(reason)
    if certificate.state != State.APPROVED:
        raise ValidationError(_("Only an approved certificate can be corrected."))
    stood = certificate.decided_amount, certificate.decided_year, certificate.funding
    right = tuple(old if new is None else new for old, new in zip(stood, (amount, year, funding), strict=True))
    if right == stood or right[0] == stood[0] == 0:
        raise ValidationError(_("Nothing would change."))
    entry = _mend(certificate, *right, reason=reason, by=by, at=at)
    certificate.decided_amount, certificate.decided_year, certificate.funding = right
    certificate.save()
    _note(certificate, Verb.CORRECTED, by=by, at=at, reason=reason)
    return entry


def _mend(certificate, amount, year, funding, **context):
    """By what the ledger allows: a correction is of more than nothing, so 0 is a reversal alone."""
    wrong = _credited(certificate)
    if amount == 0:
        return reverse(wrong, **context)
    limits.refuse_bad_credit(certificate, amount, year)
    return correct(wrong, amount=amount, legal_date=_day_in(certificate, year), funding=funding, **context)


def _submit(certificate, verb, *, by, at):
    limits.refuse_nonsense(certificate, at)
    limits.refuse_own_file_again(certificate)
    limits.refuse_flood(certificate)
    certificate.provider = Provider.objects.spelt(certificate.provider)
    certificate.state = State.SUBMITTED
    certificate.save()
    certificate.flags = [flag.code for flag in flags.found([certificate])[certificate.pk]]
    certificate.save(update_fields=["flags"])
    _note(certificate, verb, by=by, at=at)
    _refresh(certificate)
    return certificate


def _decide(certificate, state, verb, *, by, at, reason):
    certificate.decided_by, certificate.decided_at, certificate.reason = by, at, reason
    return _move(certificate, state, verb, by=by, at=at, reason=reason)


def _move(certificate, state, verb, **step):
    certificate.state = state
    certificate.save()
    _note(certificate, verb, **step)
    _refresh(certificate)
    return certificate


def _note(certificate, verb, *, by, at, reason=""):
    step = ExternalStep.objects.create(certificate=certificate, verb=verb, by=by, at=at, reason=reason)
    external_mails.tell(step)


def _locked(certificate):
    """The row under the lock of its person's hours, as one saw it."""
    heads.lock([certificate.person_id])
    row = ExternalCertificate.objects.select_related("person", "document").get(pk=certificate.pk)
    if row.revision != certificate.revision:
        raise ValidationError(_("The certificate was made precise meanwhile. Look at it again."))
    return row


def _undecided(certificate, *, by):
    certificate = _locked(certificate)
    limits.refuse_own(certificate, by)
    if certificate.state == State.WITHDRAWN:
        raise ValidationError(_("The person has withdrawn this certificate."))
    if certificate.state != State.SUBMITTED:
        raise ValidationError(_("Another approver has already looked at this submission."))
    return certificate


def _credited(certificate):
    """The line that says last what the certificate brings, also when that was taken back."""
    entries = CreditEntry.objects.filter(person=certificate.person_id, source=CreditEntry.Source.CERTIFICATE)
    said = entries.exclude(entry=CreditEntry.Entry.REVERSAL).filter(source_key=str(certificate.pk))
    return said.latest("sequence")


def _original(certificate):
    document = certificate.document
    return Original(
        person_id=certificate.person_id,
        kind=certificate.kind,
        unit=UNITS[certificate.kind],
        amount=certificate.decided_amount,
        legal_date=_day_in(certificate, certificate.decided_year),
        source=CreditEntry.Source.CERTIFICATE,
        source_key=str(certificate.pk),
        title=certificate.title,
        provider=certificate.provider,
        evidence=f"sha256:{document.digest}" if document else f"external:{certificate.pk}",
        funding=certificate.funding,
    )


def _day_in(certificate, year):
    """The last day of the training that lies in the year."""
    return min(certificate.last_day, date(year, 12, 31))


def _refresh(certificate):
    balances.refresh([(certificate.person_id, certificate.last_day.year)])
