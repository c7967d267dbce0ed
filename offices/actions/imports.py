"""Lists from files: checked first, with nothing written but the check, then all or nothing."""

import hashlib

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from compliance.actions import heads, mails
from compliance.actions.employments import record_employments
from compliance.actions.invitations import invite_each
from compliance.actions.ledger import UNITS, Original, award_many
from compliance.models import CreditEntry
from compliance.riga import legal_date
from people import bulk
from people.actions import open_accounts
from people.models import Employer, Employment, Invitation

from ..importing.checking import check_again, check_file
from ..importing.people import accounts
from ..importing.plan import Outcome
from ..models import ImportRun

MOST_ERRORS = 5000


@bulk.uncollected()
def check_import(content: bytes, *, kind, file_name, by, employer=None, system="", at=None) -> ImportRun:
    """Read a file and keep what it would write; what the same person checked before and left is put away."""
    at = at or timezone.now()
    run = ImportRun(kind=kind, employer=employer, system=system, uploaded_by=by, uploaded_at=at)
    run.file_name, run.digest = file_name[-200:], hashlib.sha256(content).hexdigest()
    _keep(run, check_file(content, run, today=legal_date(at)))
    with transaction.atomic():
        ImportRun.objects.replaced_by(run).abandon()
        run.save()
    return run


@bulk.uncollected()
def confirm_import(run, *, by, at=None) -> ImportRun:
    """Write what the check showed. If the world has changed since, nothing is written but the new check."""
    try:
        return _confirm(run, by=by, at=at or timezone.now())
    except IntegrityError:
        raise ValidationError(_("Someone else wrote the same at this moment. Confirm once more.")) from None


@transaction.atomic
def abandon_import(run, *, by) -> None:
    run = _locked(run, by)
    ImportRun.objects.filter(pk=run.pk).abandon()


@transaction.atomic
def _confirm(run, *, by, at):
    run = _locked(run, by)
    heads.lock(accounts({row["email"] for row in run.rows}).values())
    plan = check_again(run, today=legal_date(at))
    if plan.errors or plan.shown != [(row["outcome"], row.get("warning")) for row in run.rows]:
        _keep(run, plan)
    else:
        write = _write_staff if run.kind == ImportRun.Kind.STAFF else _write_training
        write(plan, run, at)
        run.state, run.confirmed_at, run.rows = ImportRun.State.IMPORTED, at, []
    run.save()
    return run


def _locked(run, by):
    run = ImportRun.objects.select_for_update(of=("self",)).select_related("employer", "uploaded_by").get(pk=run.pk)
    if run.uploaded_by_id != by.pk:
        raise ValidationError(_("Only who uploaded the file decides about it."))
    if run.state != ImportRun.State.CHECKED or run.errors:
        raise ValidationError(_("This import has been decided already, or has errors."))
    return run


def _keep(run, plan):
    run.rows, run.errors, run.counts = plan.rows, plan.errors[:MOST_ERRORS], plan.counts


def _write_staff(plan, run, at):
    named = {line.email: line for line in reversed(plan.of(Outcome.ACCOUNT))}
    made = open_accounts((_account(line) for line in named.values()), at=at)
    people = accounts(line.email for line in plan.of(Outcome.JOB)) | made
    employers = Employer.objects.select_related("parent").in_bulk({line.employer for line, _outcome in plan.lines})
    new, more = (
        [_employment(line, people, run.uploaded_by, at) for line in plan.of(outcome)]
        for outcome in (Outcome.ACCOUNT, Outcome.JOB)
    )
    record_employments(new + more, at=at)
    invite_each([_invitation(line, employers, run.uploaded_by, at) for line in plan.of(Outcome.INVITATION)], at=at)
    mails.tell_hired({job.person_id: job for job in reversed(new)}.values(), employers, "account_made", at=at)
    mails.tell_hired(more, employers, "employment_confirmed", at=at)


def _write_training(plan, run, at):
    people = accounts({line.email for line, _outcome in plan.lines})
    new = plan.of(Outcome.CREDIT)
    originals = [_original(line, plan.keys[line.number], people[line.email], run) for line in new]
    award_many(originals, by=run.uploaded_by, at=at)


def _account(line):
    return {"email": line.email, "first_name": line.first_name, "last_name": line.last_name}


def _employment(line, people, by, at):
    return Employment(
        person_id=people[line.email],
        employer_id=line.employer,
        role_id=line.role,
        workload=line.workload,
        start=line.start,
        end=line.end,
        claimed_at=at,
        decided_at=at,
        decided_by_id=by.pk,
    )


def _invitation(line, employers, by, at):
    return Invitation(
        email=line.email,
        employer=employers[line.employer],
        role_id=line.role,
        start=line.start,
        invited_by=by,
        created_at=at,
    )


def _original(line, key, person, run):
    return Original(
        person_id=person,
        kind=line.kind,
        unit=UNITS[line.kind],
        amount=line.hours,
        legal_date=line.last_day,
        source=CreditEntry.Source.IMPORT,
        source_key=key,
        title=line.title,
        provider=line.provider,
        evidence=f"{run.evidence} {line.document_and_days}".rstrip(),
    )
