"""Years' balances: what is owed and earned, always computed anew from employments, rules and the ledger."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from functools import cache, partial
from itertools import chain

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import DecimalField, FloatField, Max, Q, Sum
from django.db.models.functions import Coalesce, ExtractYear
from django.utils import timezone
from django.utils.translation import gettext as _

from people import background, bulk
from people.models import Employment

from ..jobs import OFFICE, excused, within
from ..models import CreditEntry, ExternalCertificate, Kind, Rule, YearBalance
from ..norms import CENT, NOTHING, Job, required
from ..riga import legal_date
from . import balance_rows, heads

FEW = 100
KINDS = tuple(Kind.values)
HOURS = DecimalField(max_digits=8, decimal_places=2)
MOST = Decimal("999999.99")  # what a balance holds


@transaction.atomic(savepoint=False)
def refresh(pairs) -> int:
    """Write the balances of these (person id, year) anew; returns how many rows were not so already.

    Whoever calls holds the lock of the people's heads.
    """
    pairs = set(pairs)
    if not pairs:
        return 0
    rules = _rules()
    return _write(pairs | _later_in_their_periods(pairs, rules), rules)


@transaction.atomic(savepoint=False)
def refresh_years(people, *, since, at):
    """The balances of these people from a year to the last one open, as after a change of employments."""
    heads.lock(people)
    years = range(since, last_year(at) + 1)
    refresh((person, year) for person in set(people) for year in years)


@transaction.atomic
def rebuild_all(*, at=None) -> int:
    """Bring every balance to what the data say; returns how many rows were wrong."""
    pairs = _all_pairs(last_year(at or timezone.now()))
    heads.lock(person for person, year in pairs)
    with bulk.uncollected():
        return _write(pairs, _rules()) if pairs else 0


def differences(*, at=None):
    """The (person, year, kind) whose balance is not what the data say; nothing is written."""
    pairs = _all_pairs(last_year(at or timezone.now()))
    groups = _computed(pairs, _rules())[0] if pairs else ()
    ought = {(person, *one[:2]): one.derived for one in groups for person in one.people}
    stand = balance_rows.read()
    return {key for key in ought.keys() | stand.keys() if ought.get(key) != stand.get(key)}


@transaction.atomic
def open_year(year):
    """Give everyone employed in a year their rows of it."""
    people = set(Employment.objects.confirmed().in_year(year).values_list("person_id", flat=True))
    heads.lock(people)
    refresh((person, year) for person in people)


def last_year(at):
    """The last year that has rows: the year of the moment, or a later one that was opened already."""
    opened = YearBalance.objects.aggregate(last=Max("year"))["last"] or 0
    return max(opened, legal_date(at).year)


def _write(pairs, rules):
    groups, empty = _computed(pairs, rules)
    _refuse_what_does_not_fit(one.derived for one in groups)
    _settle_statements({person for person, year in pairs})
    return balance_rows.write(groups) + balance_rows.remove(empty)


def _settle_statements(people):
    """After commit; where many change at once, the nightly sweep does it."""
    if len(people) <= FEW:
        background.start("compliance.tasks.settle_statements", people)


def _computed(pairs, rules):
    """The balances of pairs that have anything to show, alike ones together, and the pairs that have nothing."""
    scope = _scope(pairs)
    spans = _spans(pairs, scope, rules)
    earned, pending = _earned(pairs, scope, rules), _pending(pairs, scope)
    shown = pairs & (spans.keys() | {key[:2] for sums in (earned, pending) for key in sums})
    groups = []
    norms = cache(partial(_norms, rules, groups))
    for person, year in shown:
        for kind, norm, alike in norms(spans.get((person, year), ()), year):
            key = (person, year, kind)
            carried = _carried(norm, earned, *key) if norm.since else 0
            alike(earned.get(key, 0), carried, pending.get(key, 0)).append(person)
    return groups, pairs - shown


def _refuse_what_does_not_fit(balances):
    """Before the database does, which would tell nobody why."""
    if any(max(one.earned, one.carried, one.pending) > MOST for one in balances):
        raise ValidationError(_("The hours of one person in one year cannot exceed 999 999.99."))


def _norms(rules, groups, held, year):
    """Of each kind, with what finds the people who have the same sums under it."""
    norms = [(kind, required(held, rules[kind], on=date(year, 12, 31))) for kind in KINDS]
    return [(kind, norm, cache(partial(_begin_group, groups, year, kind, norm))) for kind, norm in norms]


def _carried(norm, earned, person, year, kind):
    return sum(earned.get((person, before, kind), 0) for before in range(norm.since, year))


def _begin_group(groups, year, kind, norm, *sums):
    """The people of a new group of balances, of whom there are none yet."""
    earned, carried, pending = (Decimal(total).quantize(CENT) for total in sums)
    missing = max(NOTHING, (norm.amount or NOTHING) - earned - carried)
    derived = balance_rows.Derived(norm.amount, norm.rule_id, earned, carried, pending, missing)
    groups.append(balance_rows.Alike(year, kind, derived, []))
    return groups[-1].people


def _spans(pairs, scope, rules):
    """{(person, year): the confirmed jobs held in it, cut to the year}."""
    bounds = {year: (date(year, 1, 1), date(year, 12, 31)) for year in sorted({year for person, year in pairs})}
    first, last = min(bounds.values())[0], max(bounds.values())[1]
    away = excused(chain(*rules.values()), scope, first, last)
    rows = Employment.objects.confirmed().filter(Q(end=None) | Q(end__gte=first), scope, start__lte=last)
    rows = rows.annotate(office=OFFICE).order_by("pk").values_list("person_id", "role_id", "start", "end", "office")
    spans, job = defaultdict(tuple), cache(Job)
    for person, role, start, end, office in rows:
        absences = away.get((person, office), ())
        for year in range(max(start.year, first.year), min((end or last).year, last.year) + 1):
            if year in bounds:
                begun, over = max(start, bounds[year][0]), min(end or last, bounds[year][1])
                spans[person, year] += (job(role, begun, over, absences and within(absences, begun, over)),)
    return spans


def _rules():
    rules = defaultdict(list)
    for rule in Rule.objects.in_force():
        rules[rule.kind].append(rule)
    return rules


def _later_in_their_periods(pairs, rules):
    """Hours of a year count in the later years of a period of several, where those have rows."""
    longest = _longest(rules)
    later = {(person, year + more) for person, year in pairs for more in range(1, longest)} - pairs
    if not later:
        return set()
    kept = YearBalance.objects.filter(_scope(later), year__in={year for person, year in later}).order_by()
    return later.intersection(kept.values_list("person_id", "year"))


def _longest(rules):
    return max((rule.years for rule in chain(*rules.values())), default=1)


def _earned(pairs, scope, rules):
    """Also of the years before, as far back as a period may reach."""
    years = {year - before for year in {year for person, year in pairs} for before in range(_longest(rules))}
    return _sums(CreditEntry.objects.filter(scope, year__in=years))


def _pending(pairs, scope):
    """Academic hours and sessions as the documents state them, in the year of the last day."""
    counted = Q(kind=Kind.SUPERVISION) | Q(hours_kind=ExternalCertificate.HoursKind.ACADEMIC)
    rows = ExternalCertificate.objects.submitted().filter(
        scope, counted, last_day__year__gte=min(year for person, year in pairs)
    )
    return _sums(rows.annotate(year=ExtractYear("last_day"), amount=Coalesce("hours", "sessions", output_field=HOURS)))


def _sums(rows):
    """Floats are quick to compare, and exact enough until cents are set right."""
    rows = rows.values_list("person_id", "year", "kind").annotate(total=Sum("amount", output_field=FloatField()))
    return {(person, year, kind): total for person, year, kind, total in rows.order_by()}


def _scope(pairs):
    return Q(person__in=bulk.among({person for person, year in pairs}))


def _all_pairs(last):
    """Every (person, year) that has a row or should have one."""
    jobs = Employment.objects.confirmed().values_list("person_id", "start", "end")
    pairs = {
        (person, year)
        for person, start, end in jobs.order_by()
        for year in range(start.year, min(end.year if end else last, last) + 1)
    }
    outside = ExternalCertificate.objects.annotate(year=ExtractYear("last_day"))
    for rows in (CreditEntry.objects, outside, YearBalance.objects):
        pairs.update(rows.order_by().values_list("person_id", "year").distinct())
    return pairs
