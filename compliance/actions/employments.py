"""Every write of an Employment: dated, decided by someone else than the person, with the balances it changes."""

from collections import defaultdict
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from people import bulk
from people.models import Employment

from ..riga import legal_date
from . import balances, extracts, heads, mails

State = Employment.State
DAY = timedelta(days=1)
EARLIEST = date(1950, 1, 1)
MOST_WAITING = 5


@transaction.atomic
def claim_employment(*, person, employer, role, start, end=None, workload=None, at=None) -> Employment:
    """A person says where they work; it counts once a manager confirms it."""
    at = at or timezone.now()
    heads.lock([person.pk])
    if person.employments.claimed().count() >= MOST_WAITING:
        raise ValidationError(_("Too many entries already wait for confirmation. Add the next one later."))
    claim = Employment(
        person=person, employer=employer, role=role, start=start, end=end, workload=workload, claimed_at=at
    )
    _save(claim)
    mails.tell_managers(claim, "employment_claimed", at=at)
    return claim


@transaction.atomic
def confirm_employment(employment, *, by, at=None) -> Employment:
    at = at or timezone.now()
    claim = _locked(employment)
    if claim.state != State.CLAIMED:
        raise ValidationError(_("Someone else has already decided this."))
    _decide(claim, State.CONFIRMED, by=by, at=at)
    _refresh(at, claim)
    mails.tell_person(claim, "employment_confirmed", at=at)
    return claim


@transaction.atomic
def reject_employment(employment, *, by, reason, at=None) -> Employment:
    at = at or timezone.now()
    wrong = _locked(employment)
    _decide(wrong, State.REJECTED, by=by, at=at, reason=reason)
    _refresh(at, wrong)
    mails.tell_person(wrong, "employment_rejected", at=at)
    return wrong


@transaction.atomic
def correct_employment(
    employment, *, by, reason, employer=None, role=None, start=None, end=..., workload=..., at=None
) -> Employment:
    """Reject the row and confirm a new one in its place; what is not named stays as it was."""
    at = at or timezone.now()
    wrong = _locked(employment)
    right = Employment(
        person_id=wrong.person_id,
        employer=employer or wrong.employer,
        role=role or wrong.role,
        start=start or wrong.start,
        end=wrong.end if end is ... else end,
        workload=wrong.workload if workload is ... else workload,
        claimed_at=wrong.claimed_at,
        replaces=wrong,
    )
    _decide(wrong, State.REJECTED, by=by, at=at, reason=reason)
    _decide(right, State.CONFIRMED, by=by, at=at, reason=reason)
    _refresh(at, wrong, right)
    mails.tell_person(right, "employment_corrected", at=at)
    return right


@transaction.atomic
def end_employment(employment, *, by, end, at=None) -> Employment:
    """Record the last day; when the person says it, those who manage the employer are told.

    What was owed in a past year is not undone by who owed it.
    """
    at = at or timezone.now()
    ending = _locked(employment)
    own = by.pk == ending.person_id
    if own and ending.state == State.CONFIRMED and end.year < legal_date(at).year:
        raise ValidationError(_("A last day in a past year is recorded by your manager."))
    if ending.state == State.REJECTED or (ending.end and ending.end <= end):
        raise ValidationError(_("This employment has ended already."))
    _end(ending, on=end, by=by, at=at)
    _refresh(at, ending)
    if own:
        mails.tell_managers(ending, "employment_ended", at=at)
    return ending


@transaction.atomic
def change_role(employment, *, role, on, by, at=None) -> Employment:
    """From a day on the person holds another job at the same employer; returns the new row."""
    at = at or timezone.now()
    before = _locked(employment)
    if before.state != State.CONFIRMED or not before.start < on <= (before.end or date.max):
        raise ValidationError(_("The profession can change only while the employment lasts."))
    after = Employment(
        person_id=before.person_id, employer=before.employer, role=role, start=on, end=before.end,
        workload=before.workload, claimed_at=at,
    )  # fmt: skip
    _end(before, on=on - DAY, by=by, at=at)
    _decide(after, State.CONFIRMED, by=by, at=at)
    _refresh(at, before, after)
    return after


@transaction.atomic
def record_employments(employments, *, at) -> list[Employment]:
    """Write many confirmed employments at once, as an import or the demo does."""
    heads.lock(employment.person_id for employment in employments)
    for employment in employments:
        employment.state = State.CONFIRMED
        employment.claimed_at = employment.claimed_at or at
        employment.decided_at = employment.decided_at or at
    _refuse_nonsense(employments)
    bulk.insert(employments)
    last = balances.last_year(at)
    balances.refresh((one.person_id, year) for one in employments for year in range(one.start.year, last + 1))
    return employments


def _locked(employment):
    """The row under the lock that every write of the person's employments and hours takes, decided as one saw it."""
    heads.lock([employment.person_id])
    row = Employment.objects.select_related("employer__parent", "role").get(pk=employment.pk)
    if row.state != employment.state:
        raise ValidationError(_("Someone else has already decided this."))
    return row


def _decide(employment, state, *, by, at, reason=""):
    if by.pk == employment.person_id:
        raise ValidationError(_("Nobody decides about their own employment."))
    if employment.state == State.REJECTED:
        raise ValidationError(_("Someone else has already decided this."))
    employment.state, employment.reason = state, reason
    employment.decided_by, employment.decided_at = by, at
    _save(employment)


def _end(employment, *, on, by, at):
    employment.end, employment.ended_at, employment.ended_by = on, at, by
    _save(employment)


def _save(employment):
    if employment.state != State.REJECTED:
        _refuse_nonsense([employment])
    employment.save()


def _refresh(at, *employments):
    since = min(one.start.year for one in employments)
    balances.refresh_years({one.person_id for one in employments}, since=since, at=at)
    for office in {one.employer.parent or one.employer for one in employments}:
        extracts.settle(employments[0].person, office, at=at)


def _refuse_nonsense(employments):
    for one in employments:
        if one.start < EARLIEST:
            raise ValidationError(_("The first day is too long ago."))
        if one.end and one.end < one.start:
            raise ValidationError(_("The last day cannot be before the first."))
    _refuse_overlaps(employments)


def _refuse_overlaps(employments):
    """The same person, employer and job twice at one time."""
    rows = Employment.objects.exclude(state=State.REJECTED).filter(person__in={one.person_id for one in employments})
    held = defaultdict(list)
    for one in rows.exclude(pk__in=[one.pk for one in employments if one.pk]):
        held[_job(one)].append(one)
    for one in employments:
        if any(_overlap(one, other) for other in held[_job(one)]):
            raise ValidationError(_("This employment is recorded already for some of these days."))
        held[_job(one)].append(one)


def _job(employment):
    return employment.person_id, employment.employer_id, employment.role_id


def _overlap(one, other):
    return one.start <= (other.end or date.max) and other.start <= (one.end or date.max)
