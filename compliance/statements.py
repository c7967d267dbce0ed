"""What a year statement says, gathered from balances, ledger and employments of many people at once."""

from collections import defaultdict
from decimal import Decimal
from enum import StrEnum
from itertools import accumulate

from django.conf import settings
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from people.models import Employment, User

from .evidence import document
from .models import CreditEntry, Kind, YearBalance


class State(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    LEFT = "left"
    NO_NORM = "no_norm"


def gather(pairs) -> dict[tuple[int, int], dict]:
    """The facts of each (person id, year), in four queries for one or for a thousand."""
    people, years = {person for person, year in pairs}, {year for person, year in pairs}
    names = {person.pk: str(person) for person in User.objects.filter(pk__in=people)}
    balances, entries, jobs = _balances(people, years), _entries(people, years), _jobs(people, years)
    with translation.override(settings.LANGUAGE_CODE):  # whoever's request it is, the paper is Latvian
        return {
            pair: _facts(names[pair[0]], pair[1], balances.get(pair, {}), entries[pair], jobs[pair]) for pair in pairs
        }


def records(facts):
    """The lines of the ledger and the employments that a statement lists: corrected ones get other numbers."""
    lines = {("entry", entry["line"]) for entry in facts["entries"] + facts["supervision"]["entries"]}
    return lines | {("job", job["record"]) for job in facts["employers"]}


def is_wrong(stated, now):
    """Whether something it lists or carries over stands no more, or another norm decides the year.

    Hours that came later make no statement wrong, and neither does leaving, after which no norm is due.
    """
    # A norm that is gone leaves the statement alone: what the year owed was owed when it was issued.
    moved = now["norm"] and now["norm"] != stated["norm"]
    less = Decimal(now["carried"]) < Decimal(stated.get("carried", 0))  # the first statements knew no such word
    return bool(moved) or less or not records(stated) <= records(now)


def says_the_same(stated, now):
    return all(stated.get(name) == value for name, value in now.items())


def _balances(people, years):
    found = defaultdict(dict)
    for row in YearBalance.objects.filter(person__in=people, year__in=years).select_related("rule__role"):
        found[row.person_id, row.year][row.kind] = row
    return found


def _entries(people, years):
    found = defaultdict(list)
    rows = CreditEntry.objects.standing().filter(person__in=people, year__in=years).select_related("certificate")
    # In the order in which they counted: _day_met adds them up one by one.
    for entry in rows.defer("text", "certificate__facts").order_by("legal_date", "sequence"):
        found[entry.person_id, entry.year].append(entry)
    return found


def _jobs(people, years):
    found = defaultdict(list)
    # A range over all years asked for, so that one query serves a thousand pairs; each year picks its own below.
    within = Q(start__year__lte=max(years, default=0)) & (Q(end=None) | Q(end__year__gte=min(years, default=0)))
    rows = Employment.objects.confirmed().filter(within, person__in=people).order_by("start", "pk")
    for job in rows.select_related("role", "employer__parent"):
        for year in years:
            if job.start.year <= year <= (job.end.year if job.end else year):
                found[job.person_id, year].append(job)
    return found


def _facts(name, year, balances, entries, jobs):
    """As they are frozen: plain values that JSON keeps as they are."""
    training, supervision = (balances.get(kind, YearBalance()) for kind in (Kind.TRAINING, Kind.SUPERVISION))
    learnt = [entry for entry in entries if entry.kind == Kind.TRAINING]
    sessions = [entry for entry in entries if entry.kind == Kind.SUPERVISION]
    return {
        "name": name,
        "title": _("Year statement for %(year)s") % {"year": year},
        "year": year,
        "state": _state(training),
        "hours": _amount(training.earned),
        "carried": _amount(training.carried),
        "required": _amount(training.required),
        "completed_on": _day_met(training, learnt),
        "norm": _norm(training.rule),  # with its citation: a rule replaced later must not change what was said
        "sources": _by_source(learnt),
        "entries": [_entry(entry) for entry in learnt],
        "supervision": {
            "earned": _amount(supervision.towards),
            "required": _amount(supervision.required),
            "norm": _norm(supervision.rule),
            "entries": [_entry(entry) for entry in sessions],
        },
        "employers": [_job(job) for job in jobs],
    }


def _state(balance):
    if balance.met:
        return State.MET
    if balance.left:
        return State.LEFT
    return State.NOT_MET if balance.required else State.NO_NORM


def _day_met(balance, entries):
    """The legal day on which the hours, in their order, reached the norm; none where earlier years of a period did."""
    if not balance.met or balance.carried >= balance.required:
        return None
    owed = balance.required - balance.carried
    sums = accumulate(entry.amount for entry in entries)
    return next(str(entry.legal_date) for entry, total in zip(entries, sums, strict=True) if total >= owed)


def _norm(rule):
    return rule and {
        "rule": rule.pk,
        "profession": str(rule.role),
        "amount": _amount(rule.amount),
        "valid_from": str(rule.valid_from),
        "citation": rule.citation,
        "citation_url": rule.citation_url,
        "verified": rule.verified,
    }


def _by_source(entries):
    sums = defaultdict(Decimal)
    for entry in entries:
        sums[entry.source] += entry.amount
    return {source: _amount(total) for source, total in sorted(sums.items())}


def _entry(entry):
    return {
        "line": entry.sequence,
        "source": entry.source,
        "title": entry.title,
        "provider": entry.provider,
        "date": str(entry.legal_date),
        "amount": _amount(entry.amount),
        "document": document(entry),
    }


def _job(job):
    return {  # the row's number tells a corrected employment from the one it replaced
        "record": job.pk,
        "employer": str(job.employer),
        "profession": str(job.role),
        "from": str(job.start),
        "to": job.end and str(job.end),
    }


def _amount(value):
    return None if value is None else f"{value:.2f}"
