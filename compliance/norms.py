"""What a year asks of a person, by the jobs they held and the rules of their time; pure.

The same function answers for 31 December and for any day D in its place (`on`), for confirmed employments and,
on the person's own page, for claimed ones: the caller chooses the jobs and the rules of one kind.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple, Protocol

MONTHS, DAYS = "months", "days"
DEDUCTED = "deducted"
SUM = "sum"
ANY_DAY = "any_day"

CENT = Decimal("0.01")
NOTHING = Decimal("0.00")


class Job(NamedTuple):
    """A job between two dates, and when its employer excused the person from it."""

    role_id: str
    start: date
    end: date | None = None
    absences: tuple[tuple[date, date | None], ...] = ()


class Rule(Protocol):
    """A norm from a day on, not replaced by a correction; compliance.models.Rule is one."""

    id: int
    role_id: str
    amount: Decimal
    valid_from: date
    years: int
    proration: str
    absence: str
    several_roles: str
    counted: str


@dataclass(frozen=True, slots=True)
class Norm:
    """amount is None where no rule applies; who left before the day owes 0 by no rule.

    `since`: the first year whose hours count, where the amount falls due for several years at once.
    """

    amount: Decimal | None = None
    rule_id: int | None = None
    left: bool = False
    since: int | None = None


NO_NORM = Norm()
LEFT = Norm(amount=NOTHING, left=True)


class Owed(NamedTuple):
    amount: Decimal
    rule: Rule


def required(jobs: Iterable[Job], rules: Iterable[Rule], *, on: date) -> Norm:
    """What the jobs held in the year up to `on` ask, each role by the rule of its last day.

    A job that runs on that day is taken to last until the year ends; absences count as they are recorded.
    """
    first = date(on.year, 1, 1)
    held = [job for job in jobs if job.start <= on and (job.end is None or job.end >= first)]
    if not held:
        return NO_NORM
    last_days = {}
    for job in held:
        last = min(job.end or on, on)
        last_days[job.role_id] = max(last, last_days.get(job.role_id, last))
    stayed = max(last_days.values()) == on
    valid = [rule for role, day in last_days.items() if (rule := valid_on(rules, role, day))]
    binding = [rule for rule in valid if stayed or rule.counted == ANY_DAY]
    if not binding:
        return NO_NORM if stayed else LEFT
    return _decided([Owed(_owed(rule, held, on), rule) for rule in binding], on.year)


def valid_on(rules: Iterable[Rule], role: str, day: date) -> Rule | None:
    """The rule of a role that began last by that day: a rule ends where the next begins."""
    begun = [rule for rule in rules if rule.role_id == role and rule.valid_from <= day]
    return max(begun, key=lambda rule: rule.valid_from, default=None)


def period(rule: Rule, year: int) -> tuple[int, int]:
    """The first and the last year of the rule's period that holds the year."""
    first = year - (year - rule.valid_from.year) % rule.years
    return first, first + rule.years - 1


def _decided(owed: list[Owed], year: int) -> Norm:
    """The highest amount, or the sum of those whose rules are added up where that is higher."""
    amount, rule = max(owed, key=_weight)
    added = [one for one in owed if one.rule.several_roles == SUM]
    together = sum((one.amount for one in added), NOTHING)
    if together > amount:
        amount, rule = together, max(added, key=_weight).rule
    first, last = period(rule, year)
    return Norm(amount, rule.id, since=first if first < last == year else None)


def _weight(owed: Owed) -> tuple[Decimal, int]:
    return owed.amount, -owed.rule.id


def _owed(rule: Rule, held: list[Job], on: date) -> Decimal:
    """Of a period of several years nothing falls due before its last one."""
    if period(rule, on.year)[1] > on.year:
        return NOTHING
    jobs = [job for job in held if job.role_id == rule.role_id]
    excused = rule.absence == DEDUCTED and any(job.absences for job in jobs)
    if rule.proration not in {MONTHS, DAYS} and not excused:
        return rule.amount
    part, whole = _share(rule, jobs, on)
    return (rule.amount * part / whole).quantize(CENT, ROUND_HALF_UP)


def _share(rule: Rule, jobs: list[Job], on: date) -> tuple[int, int]:
    """How much of the year binds: days of it, or months with at least one such day."""
    held, present = set(), set()
    for job in jobs:
        days = _days(job.start, None if job.end is None or job.end >= on else job.end, on.year)
        held |= days
        present |= days - _absent(job, on.year) if rule.absence == DEDUCTED else days
    if rule.proration == MONTHS:
        return len({date.fromordinal(day).month for day in present}), 12
    whole = len(_days(date.min, None, on.year))
    return (len(present) if rule.proration == DAYS else whole - len(held - present)), whole


def _absent(job: Job, year: int) -> set[int]:
    return {day for start, end in job.absences for day in _days(start, end, year)}


def _days(start: date, end: date | None, year: int) -> set[int]:
    first, last = max(start, date(year, 1, 1)), min(end or date.max, date(year, 12, 31))
    return set(range(first.toordinal(), last.toordinal() + 1))
