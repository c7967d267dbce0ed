"""Years' balances: what is owed and earned, always computed anew from employments, rules and the ledger."""

from collections import defaultdict, namedtuple
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import DecimalField, Max, Q, Sum
from django.db.models.functions import Coalesce, ExtractYear
from django.utils import timezone

from people.models import Employment

from ..models import CreditEntry, ExternalCertificate, Kind, Rule, YearBalance
from ..norms import required
from ..riga import legal_date
from . import balance_rows, heads

CENT = Decimal("0.01")
NOTHING = Decimal("0.00")
KINDS = tuple(Kind.values)
HOURS = DecimalField(max_digits=8, decimal_places=2)

Job = namedtuple("Job", "role_id start end")


@transaction.atomic(savepoint=False)
def refresh(pairs) -> int:
    """Write the balances of these (person id, year) anew; returns how many rows were not so already.

    Whoever calls holds the lock of the people's heads.
    """
    pairs = set(pairs)
    if not pairs:
        return 0
    ought = _computed(pairs)
    return balance_rows.write(ought) + balance_rows.remove(pairs - {key[:2] for key in ought})


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
    return refresh(pairs)


def differences(*, at=None):
    """The (person, year, kind) whose balance is not what the data say; nothing is written."""
    pairs = _all_pairs(last_year(at or timezone.now()))
    ought = _computed(pairs) if pairs else {}
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
        for kind in KINDS:
            case = (year, kind, held)
            if case not in norms:
                norms[case] = required(held, rules[kind], on=date(year, 12, 31))
            key = (person, year, kind)
            computed[key] = _balance(norms[case], earned.get(key, NOTHING), pending.get(key, NOTHING))
    return computed


def _balance(norm, earned, pending):
    missing = max(NOTHING, (norm.amount or NOTHING) - earned)
    return balance_rows.Derived(norm.amount, norm.rule_id, earned, pending, missing)


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
    """Academic hours and sessions as the documents state them, in the year of the last day."""
    counted = Q(kind=Kind.SUPERVISION) | Q(hours_kind=ExternalCertificate.HoursKind.ACADEMIC)
    rows = ExternalCertificate.objects.submitted().filter(
        scope, counted, last_day__year__gte=min(year for person, year in pairs)
    )
    rows = rows.annotate(year=ExtractYear("last_day"), amount=Coalesce("hours", "sessions", output_field=HOURS))
    return _sums(rows.values_list("person_id", "year", "kind").annotate(total=Sum("amount")))


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
