"""Asking that a person need not meet a year's norm, and deciding it; the norm itself stays as the law says."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Exemption, Kind
from ..riga import legal_date
from . import heads, mails

State = Exemption.State


@transaction.atomic
def ask_exemption(*, person, year, reason, by, kind=Kind.TRAINING, at=None) -> Exemption:
    """By the person or by who manages them."""
    at = at or timezone.now()
    heads.lock([person.pk])
    if not reason.strip():
        raise ValidationError(_("Write the reason."))
    if not person.year_balances.filter(year=year, kind=kind, required__gt=0).exists() or year > legal_date(at).year:
        raise ValidationError(_("There is no norm of that year to be exempt from."))
    if Exemption.objects.exclude(state=State.REFUSED).filter(person=person, year=year, kind=kind).exists():
        raise ValidationError(_("An exemption for that year has been asked for already."))
    return Exemption.objects.create(person=person, year=year, kind=kind, reason=reason, asked_at=at, asked_by=by)


@transaction.atomic
def decide_exemption(exemption, *, granted, decision, by, at=None) -> Exemption:
    """By a reviewer who is neither the person nor the one who asked."""
    at = at or timezone.now()
    heads.lock([exemption.person_id])
    exemption = Exemption.objects.select_related("person").get(pk=exemption.pk)
    if by.pk in {exemption.person_id, exemption.asked_by_id}:
        raise ValidationError(_("Nobody decides about their own exemption."))
    if exemption.state != State.ASKED:
        raise ValidationError(_("Someone else has already decided this."))
    if not decision.strip():
        raise ValidationError(_("Write the reason."))
    exemption.state = State.GRANTED if granted else State.REFUSED
    exemption.decision, exemption.decided_by, exemption.decided_at = decision, by, at
    exemption.save()
    mails.tell_exemption_decided(exemption, at=at)
    return exemption
