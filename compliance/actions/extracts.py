"""What an employer keeps of those who left: frozen when the work is over, again when it was recorded wrongly."""

from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Max, Q
from django.db.models.functions import Coalesce
from django.utils import translation

from people.models import Employer, Employment, User

from .. import canonical
from ..evidence import document
from ..models import CreditEntry, Extract, Kind, YearBalance
from ..riga import legal_date
from . import heads

FORMAT = 3  # 1 did not say who paid or sent, 2 not whether the norm was verified


@transaction.atomic
def settle(person: User, office: Employer, *, at) -> Extract | None:
    """The extract that stands once all work at an office and its units is over; none while it goes on."""
    heads.lock([person.pk])
    jobs = list(_jobs(person, office))
    standing = Extract.objects.standing().filter(person=person, employer=office).first()
    today = legal_date(at)
    if not (jobs and all(job.end and job.end < today for job in jobs)):
        return _step_back(standing, at)
    told = _told(jobs)
    if standing and standing.shown["jobs"] == told and not standing.outdated(today):
        return standing
    _step_back(standing, at)
    return _freeze(person, office, jobs, told, replaces=standing, at=at)


def freeze_due(*, at) -> int:
    """Settle whatever is not settled, each in a transaction of its own; returns how many there were."""
    due = sorted(_due(legal_date(at)))
    people = User.objects.in_bulk({person for person, _office in due})
    offices = Employer.objects.in_bulk({office for _person, office in due})
    for person, office in due:
        settle(people[person], offices[office], at=at)
    return len(due)


def _due(today):
    """(person, office) that lack their extract, or have one that no longer holds."""
    stays = Employment.objects.confirmed().annotate(office=Coalesce("employer__parent", "employer"))
    over = (
        stays.order_by()
        .values_list("person_id", "office")
        .annotate(lasting=Count("pk", filter=Q(end=None) | Q(end__gte=today)), last=Max("end"))
    )
    left = {(person, office): last for person, office, lasting, last in over if not lasting}
    standing = {(one.person_id, one.employer_id): one for one in Extract.objects.standing().defer("facts")}
    wrong = {key for key, one in standing.items() if left.get(key) != one.left_on or one.outdated(today)}
    return (left.keys() - standing.keys()) | wrong


def _jobs(person, office):
    here = Employment.objects.confirmed().filter(Q(employer=office) | Q(employer__parent=office), person=person)
    return here.select_related("role", "employer__parent").order_by("start", "pk")


def _told(jobs):
    return [
        {"role": job.role.name_lv, "employer": str(job.employer), "start": f"{job.start}", "end": f"{job.end}"}
        for job in jobs
    ]


def _step_back(standing, at):
    if standing:
        standing.replaced_at = at
        standing.save(update_fields=["replaced_at"])


def _freeze(person, office, jobs, told, *, replaces, at):
    left_on = max(job.end for job in jobs)
    with translation.override(settings.LANGUAGE_CODE):
        years = _years(person, jobs, left_on)
    facts = {
        "format": FORMAT,
        "employer": str(office),
        "name": str(person),
        "jobs": told,
        "left_on": left_on,
        "frozen_on": legal_date(at),
        "years": years,
    }
    text = canonical.written(facts)
    return Extract.objects.create(
        employer=office, person=person, left_on=left_on, facts=text, digest=canonical.digest(text), frozen_at=at,
        replaces=replaces,
    )  # fmt: skip


def _years(person, jobs, left_on):
    """The years with a day of work here, the one of leaving whole: what was owed, and every entry."""
    held = {year for job in jobs for year in range(job.start.year, job.end.year + 1)}
    owed = YearBalance.objects.filter(person=person, year__in=held).select_related("rule")
    balances = {(one.year, one.kind): one for one in owed}
    entries = CreditEntry.objects.standing().filter(person=person, year__in=held).select_related("certificate")
    by_year = {year: [] for year in sorted(held)}
    for entry in entries.order_by("legal_date", "pk"):
        by_year[entry.year].append(_entry(entry))
    ends = {year: left_on < date(year, 12, 31) for year in by_year}
    return [
        {"year": year, "entries": entries}
        | {kind: _balance(balances.get((year, kind)), left=ends[year]) for kind in Kind.values}
        for year, entries in by_year.items()
        if entries or any((year, kind) in balances for kind in Kind.values)
    ]


def _balance(balance, *, left):
    """Who left before the last day of a year owes nothing here."""
    if balance is None:
        return {"norm": None, "earned": None, "missing": None, "verified": True}
    owes = not left and balance.required is not None
    return {
        "norm": balance.required if owes else None,
        "earned": balance.earned,
        "missing": balance.missing if owes else None,
        "verified": not (owes and balance.rule and not balance.rule.verified),
    }


def _entry(entry):
    names = ("kind", "unit", "amount", "title", "provider", "source", "evidence", "funding")
    return {name: getattr(entry, name) for name in names} | {"date": entry.legal_date, "document": document(entry)}
