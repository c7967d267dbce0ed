"""When an employer excused a person: recorded by who decides about the employment, mended by withdrawing."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from people.models import Absence, Employment

from ..jobs import OFFICE
from . import balances, heads


@transaction.atomic
def record_absence(employment, *, start, end=None, by, at=None) -> Absence:
    """Days within an employment; it holds for the person's other jobs at the same employer too."""
    at = at or timezone.now()
    heads.lock([employment.person_id])
    job = Employment.objects.select_related("employer").get(pk=employment.pk)
    refuse_own(job, by)
    refuse_days_outside(job, start, end)
    refuse_days_recorded(job, start, end)
    absence = Absence.objects.create(
        person_id=job.person_id, employer_id=job.employer_id, start=start, end=end, recorded_at=at, recorded_by=by
    )
    balances.refresh_years([job.person_id], since=start.year, at=at)
    return absence


@transaction.atomic
def withdraw_absence(absence, *, by, at=None) -> Absence:
    at = at or timezone.now()
    heads.lock([absence.person_id])
    absence = Absence.objects.get(pk=absence.pk)
    refuse_own(absence, by)
    if absence.withdrawn_at:
        raise ValidationError(_("This absence has been withdrawn already."))
    absence.withdrawn_at, absence.withdrawn_by = at, by
    absence.save()
    balances.refresh_years([absence.person_id], since=absence.start.year, at=at)
    return absence


def refuse_own(row, by):
    if by.pk == row.person_id:
        raise ValidationError(_("Nobody excuses themselves."))


def refuse_days_outside(job, start, end):
    if end and end < start:
        raise ValidationError(_("The last day cannot be before the first."))
    if job.state != Employment.State.CONFIRMED:
        raise ValidationError(_("This employment is not confirmed."))
    if start < job.start or start > (job.end or date.max) or (end or start) > (job.end or date.max):
        raise ValidationError(_("The absence must lie within the employment."))


def refuse_days_recorded(job, start, end):
    office = job.employer.parent_id or job.employer_id
    here = Absence.objects.standing().annotate(office=OFFICE).filter(person=job.person_id, office=office)
    if here.between(start, end or date.max).exists():
        raise ValidationError(_("An absence is recorded already for some of these days."))
