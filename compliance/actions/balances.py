"""Years' balances: what is owed and earned, always computed anew from employments, rules and the ledger."""

from collections import defaultdict, namedtuple
from datetime import date
from decimal import Decimal
from itertools import batched

from django.db import transaction
from django.db.models import Max, Q, Sum
from django.db.models.functions import ExtractYear
from django.utils import timezone

from people.models import Employment

from ..models import CreditEntry, ExternalCertificate, Kind, Rule, YearBalance
from ..norms import required
from ..riga import legal_date
from . import heads

CENT = Decimal("0.01")
NOTHING = Decimal("0.00")
DERIVED = ("required", "rule_id", "earned", "pending", "missing")

Job = namedtuple("Job", "role_id start end")


@transaction.atomic(savepoint=False)
def refresh(pairs):
    """Write the balances of these (person id, year) anew; whoever calls holds the lock of the people's heads."""
    pairs = set(pairs)
    if pairs:
        ought = _computed(pairs)
        _write(ought)
        _remove(pairs - {(person, year) for person, year, kind in ought})


@transaction.atomic(savepoint=False)
def refresh_years(people, *, since, at):
    """The balances of these people from a year to the last one open, as after a change of employments."""
    heads.lock(people)
    refresh((person, year) for person in set(people) for year in range(since, last_year(at) + 1))


@transaction.atomic
def rebuild_all(*, at=None):
    """Bring every balance to what the data say; returns how many were wrong."""
    pairs = _all_pairs(last_year(at or timezone.now()))
    heads.lock(person for person, year in pairs)
    ought, wrong = _compared(pairs)
    _write({key: ought[key] for key in wrong if key in ought})
    _remove({(person, year) for person, year, kind in wrong if (person, year, kind) not in ought})
    return len(wrong)


def differences(*, at=None):
    """The (person, year, kind) whose balance is not what the data say; nothing is written."""
    return _compared(_all_pairs(last_year(at or timezone.now())))[1]


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


def _computed(pairs):
    """{(person, year, kind): (required, rule, earned, pending, missing)} of pairs that have anything to show."""
    scope = _scope(pairs)
    spans, rules = _spans(pairs, scope), _rules()
    earned, pending = _earned(pairs, scope), _pending(pairs, scope)
    filled = {key[:2] for sums in (earned, pending) for key in sums}
    norms, computed = {}, {}
    for person, year in pairs:
        held = spans[person, year]
        if not held and (person, year) not in filled:
            continue
        for kind in Kind.values:
            case = (year, kind, held)
            if case not in norms:
                norms[case] = required(held, rules[kind], on=date(year, 12, 31))
            key = (person, year, kind)
            computed[key] = _balance(norms[case], earned.get(key, NOTHING), pending.get(key, NOTHING))
    return computed


def _balance(norm, earned, pending):
    missing = max(NOTHING, (norm.amount or NOTHING) - earned)
    return norm.amount, norm.rule_id, earned, pending, missing


def _spans(pairs, scope):
    """{(person, year): the confirmed jobs held in it, cut to the year}."""
    years = sorted({year for person, year in pairs})
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    rows = Employment.objects.confirmed().filter(Q(end=None) | Q(end__gte=first), scope, start__lte=last)
    spans = defaultdict(tuple)
    for person, role, start, end in rows.order_by("pk").values_list("person_id", "role_id", "start", "end"):
        for year in years:
            begun, over = max(start, date(year, 1, 1)), min(end or date.max, date(year, 12, 31))
            if begun <= over:
                spans[person, year] += (Job(role, begun, over),)
    return spans


def _rules():
    rules = defaultdict(list)
    for rule in Rule.objects.in_force():
        rules[rule.kind].append(rule)
    return rules


def _earned(pairs, scope):
    rows = CreditEntry.objects.filter(scope, year__in={year for person, year in pairs})
    return _sums(rows.values_list("person_id", "year", "kind").annotate(total=Sum("amount")))


def _pending(pairs, scope):
    """Academic hours as the documents state them, in the year of the last day."""
    rows = ExternalCertificate.objects.filter(
        scope,
        state=ExternalCertificate.State.SUBMITTED,
        hours_kind=ExternalCertificate.HoursKind.ACADEMIC,
        last_day__year__gte=min(year for person, year in pairs),
    ).annotate(year=ExtractYear("last_day"))
    return _sums(rows.values_list("person_id", "year", "kind").annotate(total=Sum("hours")))


def _sums(rows):
    """SQLite sums in floating point, so cents are set right."""
    return {(person, year, kind): Decimal(total).quantize(CENT) for person, year, kind, total in rows.order_by()}


def _scope(pairs):
    """The people of the pairs; beyond a batch it is quicker to read everyone."""
    people = {person for person, year in pairs}
    return Q(person__in=people) if len(people) <= heads.BATCH else Q()


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


def _compared(pairs):
    """What the balances ought to be, and the keys of those that are not."""
    if not pairs:
        return {}, set()
    ought = _computed(pairs)
    rows = YearBalance.objects.values_list("person_id", "year", "kind", *DERIVED)
    stand = {row[:3]: row[3:] for row in rows.order_by().iterator(chunk_size=10_000)}
    return ought, {key for key in ought.keys() | stand.keys() if ought.get(key) != stand.get(key)}


def _write(computed):
    YearBalance.objects.bulk_create(
        [
            YearBalance(person_id=person, year=year, kind=kind, **dict(zip(DERIVED, values, strict=True)))
            for (person, year, kind), values in sorted(computed.items())
        ],
        update_conflicts=True,
        unique_fields=["person", "year", "kind"],
        update_fields=["required", "rule", "earned", "pending", "missing"],
    )


def _remove(pairs):
    """Rows of years in which the data have nothing (any more)."""
    for year in {year for person, year in pairs}:
        people = sorted(person for person, its_year in pairs if its_year == year)
        for some in batched(people, heads.BATCH):
            YearBalance.objects.filter(year=year, person__in=some).delete()
