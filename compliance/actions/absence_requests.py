"""A person asks their employer to excuse them on some days; who decides about the employment confirms or declines."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from people.models import AbsenceRequest, Employment

from . import heads, mails
from .absences import record_absence, refuse_days_outside, refuse_days_recorded, refuse_own

MOST_WAITING = 10
State = AbsenceRequest.State


@transaction.atomic
def ask_absence(employment, *, start, end=None, at=None) -> AbsenceRequest:
    """By the person; nothing counts until it is confirmed."""
    at = at or timezone.now()
    heads.lock([employment.person_id])
    job = Employment.objects.select_related("employer").get(pk=employment.pk)
    refuse_days_outside(job, start, end)
    refuse_days_recorded(job, start, end)
    _refuse_days_asked(job, start, end)
    asked = AbsenceRequest.objects.create(person_id=job.person_id, employment=job, start=start, end=end, asked_at=at)
    mails.tell_absence_asked(asked, at=at)
    return asked


@transaction.atomic
def confirm_absence(asked, *, by, at=None) -> AbsenceRequest:
    """Record the absence; what it does to the norm is the norm's own policy."""
    at = at or timezone.now()
    asked = _undecided(asked, by=by)
    asked.absence = record_absence(asked.employment, start=asked.start, end=asked.end, by=by, at=at)
    return _decide(asked, State.CONFIRMED, by=by, at=at)


@transaction.atomic
def decline_absence(asked, *, by, at=None) -> AbsenceRequest:
    """Without words: whatever a reason would say of an absence may be about health."""
    return _decide(_undecided(asked, by=by), State.DECLINED, by=by, at=at or timezone.now())


def _undecided(asked, *, by):
    heads.lock([asked.person_id])
    asked = AbsenceRequest.objects.select_related("employment__employer").get(pk=asked.pk)
    refuse_own(asked, by)
    if asked.state != State.ASKED:
        raise ValidationError(_("Someone else has already decided this."))
    return asked


def _decide(asked, state, *, by, at):
    asked.state, asked.decided_by, asked.decided_at = state, by, at
    asked.save()
    mails.tell_absence_decided(asked, at=at)
    return asked


def _refuse_days_asked(job, start, end):
    waiting = AbsenceRequest.objects.asked().filter(person=job.person_id)
    if waiting.count() >= MOST_WAITING:
        raise ValidationError(_("Too many of your requests wait for an answer. Ask again later."))
    same_days = Q(start__lte=end or date.max) & (Q(end=None) | Q(end__gte=start))
    if waiting.filter(same_days, employment=job).exists():
        raise ValidationError(_("An absence has been asked for already for some of these days."))
