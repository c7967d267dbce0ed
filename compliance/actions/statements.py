"""Year statements („gada izziņas”): issued by themselves, replaced after corrections, or asked for as a year stands."""

import json
from itertools import batched

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from .. import statements
from ..models import Certificate, Kind, YearBalance
from ..riga import legal_date
from ..statements import State
from . import heads, mails
from .certificates import freeze

BATCH = 500
YEARS_BACK = 1
"""Statements of the running year and so many before it are issued without being asked for."""
NO_LONGER_MET = gettext_noop("After a correction the norm of the year is no longer met.")


@transaction.atomic
def settle(people, *, at=None) -> None:
    """Bring the statements of these people to what their years are; doing it twice changes nothing."""
    at = at or timezone.now()
    heads.lock(people)  # nothing is credited or corrected between the look and the signature
    standing = _standing(people)
    pairs = standing.keys() | _newly_met(people, legal_date(at).year)
    facts = statements.gather(pairs) if pairs else {}
    todo = {pair: _todo(standing.get(pair), now) for pair, now in facts.items()}
    _write({pair: facts[pair] for pair, what in todo.items() if what == "write"}, standing, at=at)
    _revoke([standing[pair] for pair, what in todo.items() if what == "revoke"], at=at)


def settle_all(*, at=None) -> None:
    """The same for everyone, some people at a time."""
    at = at or timezone.now()
    met = YearBalance.objects.filter(kind=Kind.TRAINING, required__gt=0, earned__gte=F("required") - F("carried"))
    stated = Certificate.objects.statements().standing()
    people = set(met.values_list("person", flat=True)) | set(stated.values_list("person", flat=True))
    for some in batched(sorted(people), BATCH):
        settle(some, at=at)


@transaction.atomic
def request_statement(*, person, year, at=None) -> Certificate:
    """The year as it stands now, in place of an older statement; whoever asks knows, so nobody is told."""
    at = at or timezone.now()
    heads.lock([person.pk])
    pair = (person.pk, year)
    if year > legal_date(at).year or not YearBalance.objects.filter(person=person, year=year).exists():
        raise ValidationError(_("There is nothing to state about this year yet."))
    facts, standing = statements.gather({pair}), _standing([person.pk])
    if pair in standing and statements.says_the_same(json.loads(standing[pair].facts), facts[pair]):
        raise ValidationError(_("The year statement is up to date."))
    (issued,) = _replace(facts, standing, at=at)
    return issued


def _standing(people):
    rows = Certificate.objects.statements().standing().filter(person__in=people)
    return {(row.person_id, int(row.source_key)): row for row in rows}


def _newly_met(people, year):
    """Years up to this one whose norm is met, but for those whose statement someone revoked: that stays decided."""
    recent = (year - YEARS_BACK, year)
    rows = YearBalance.objects.filter(kind=Kind.TRAINING, required__gt=0, earned__gte=F("required") - F("carried"))
    met = set(rows.filter(person__in=people, year__range=recent).values_list("person", "year"))
    return met - _revoked(person for person, year in met) if met else met


def _revoked(people):
    rows = Certificate.objects.statements().filter(person__in=set(people), revoked_by__isnull=False)
    return {(person, int(year)) for person, year in rows.values_list("person", "source_key")}


def _todo(standing, now):
    if standing is None:
        return "write" if now["state"] == State.MET else None
    stated = json.loads(standing.facts)
    # What was asked for before the norm was met promised nothing, so it gives way and is never revoked.
    if stated["state"] != State.MET:
        return "write" if now["state"] == State.MET or statements.is_wrong(stated, now) else None
    if not statements.is_wrong(stated, now):
        return None
    # Who left owes nothing: their hours are stated anew, not taken back.
    return "revoke" if now["state"] in (State.NOT_MET, State.NO_NORM) else "write"


def _write(facts, standing, *, at):
    issued = _replace(facts, standing, at=at)
    # One letter each: that it is there, or that the one they may have handed in is replaced.
    for kind, again in (("statement_issued", False), ("statement_replaced", True)):
        told = [one for one in issued if ((one.person_id, int(one.source_key)) in standing) == again]
        mails.tell_of_statements(told, kind, at=at)


def _replace(facts, standing, *, at):
    """New statements of these pairs; older ones step back first, as only one may stand."""
    new = {pair: _frozen(*pair, now, at=at) for pair, now in facts.items()}
    old = [standing[pair] for pair in new if pair in standing]
    Certificate.objects.filter(pk__in=[one.pk for one in old]).update(replaced_at=at)
    Certificate.objects.bulk_create(new.values())
    for one in old:
        one.replaced_by = new[one.person_id, int(one.source_key)]
    Certificate.objects.bulk_update(old, ["replaced_by"])
    return list(new.values())


def _frozen(person, year, facts, *, at):
    kind = Certificate.Kind.YEAR_STATEMENT
    return freeze(kind=kind, person_id=person, source_key=str(year), facts=facts, at=at)


def _revoke(wrong, *, at):
    rows = Certificate.objects.filter(pk__in=[one.pk for one in wrong])
    rows.update(revoked_at=at, revoked_reason=NO_LONGER_MET)
    mails.tell_of_statements(wrong, "statement_revoked", at=at)
