"""What a year asks of a person, by the jobs they held and the rules of their time; pure.

The same function answers for 31 December and for any day D in its place (`on`), for confirmed employments and,
on the person's own page, for claimed ones: the caller chooses the spans and the rules of one kind.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol


class Span(Protocol):
    """A job between two dates; an Employment is one."""

    role_id: str
    start: date
    end: date | None


class Rule(Protocol):
    """A norm from a day on, not replaced by a correction; compliance.models.Rule is one."""

    id: int
    role_id: str
    amount: Decimal
    valid_from: date


@dataclass(frozen=True, slots=True)
class Norm:
    """amount is None where no rule applies; who left before the day owes 0 by no rule."""

    amount: Decimal | None = None
    rule_id: int | None = None
    left: bool = False


NO_NORM = Norm()
LEFT = Norm(amount=Decimal(0), left=True)


def required(spans: Iterable[Span], rules: Iterable[Rule], *, on: date) -> Norm:
    """The highest amount among the roles held in the year up to `on`, each by the rule of its last day."""
    first = date(on.year, 1, 1)
    held = [span for span in spans if span.start <= on and (span.end is None or span.end >= first)]
    if not held:
        return NO_NORM
    last_days = {}
    for span in held:
        last = min(span.end or on, on)
        last_days[span.role_id] = max(last, last_days.get(span.role_id, last))
    if max(last_days.values()) < on:
        return LEFT
    valid = [rule for role, day in last_days.items() if (rule := valid_on(rules, role, day))]
    if not valid:
        return NO_NORM
    highest = max(valid, key=lambda rule: (rule.amount, -rule.id))
    return Norm(highest.amount, highest.id)


def valid_on(rules: Iterable[Rule], role: str, day: date) -> Rule | None:
    """The rule of a role that began last by that day: a rule ends where the next begins."""
    begun = [rule for rule in rules if rule.role_id == role and rule.valid_from <= day]
    return max(begun, key=lambda rule: rule.valid_from, default=None)
