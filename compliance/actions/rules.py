"""Changing what law asks: new rows, never edited ones, and the balances they change in the same transaction.

Nobody else writes meanwhile: an employment confirmed at the same moment would be computed by the norm before.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from people.models import Employment

from .. import canonical
from ..models import Rule
from . import balance_rows, balances, heads

CARRIED = ("role_id", "kind", "unit", "amount", "years", "valid_from", "citation", "citation_url", "verified",
           "proration", "absence", "several_roles", "counted")  # fmt: skip


@transaction.atomic
def enact_rule(*, at=None, **fields) -> Rule:
    """A new norm of a role from a day on; what was before it ends there."""
    heads.lock_all()
    rule = Rule(**fields)
    rule.full_clean()
    rule.save()
    _refresh(rule.role_id, since=rule.valid_from.year, at=at or timezone.now())
    return rule


@transaction.atomic
def replace_rule(rule, *, reason, by, at=None, **changes) -> Rule:
    """A row that takes the place of a wrong one, with reason and author; the wrong one stays readable."""
    heads.lock_all()
    wrong = Rule.objects.get(pk=rule.pk)
    _refuse_over(wrong)
    if not reason.strip():
        raise ValidationError(_("Write the reason."))
    carried = {name: getattr(wrong, name) for name in CARRIED}
    right = Rule(**carried | changes, reason=reason, author=by)
    right.replaced_by = wrong  # only until the wrong one steps back: two rules may not begin on one day
    right.full_clean()
    right.save()
    wrong.replaced_by = right
    wrong.save()
    right.replaced_by = None
    right.validate_constraints()
    right.save()
    since = min(wrong.valid_from, right.valid_from).year
    _refresh(wrong.role_id, since=since, at=at or timezone.now())
    return right


@transaction.atomic
def withdraw_rule(rule, *, reason, by, at=None) -> Rule:
    """Take back a wrong norm that no balance was computed by; nothing takes its place, and it stays readable."""
    at = at or timezone.now()
    heads.lock_all()
    wrong = Rule.objects.get(pk=rule.pk)
    _refuse_over(wrong)
    if not reason.strip():
        raise ValidationError(_("Write the reason."))
    used, before = wrong.balances.exists(), balance_rows.read()
    wrong.withdrawn_at, wrong.withdrawn_by, wrong.withdrawn_why = at, by, reason
    wrong.save()
    _refresh(wrong.role_id, since=wrong.valid_from.year, at=at)
    if used or _differences(before, balance_rows.read()):
        raise ValidationError(_("Balances are computed by this norm already. Replace it instead."))
    return wrong


def _refuse_over(rule):
    if rule.replaced_by_id:
        raise ValidationError(_("This rule has been replaced already."))
    if rule.withdrawn_at:
        raise ValidationError(_("This norm has been withdrawn already."))


@dataclass(frozen=True)
class Change:
    """A balance before and after; None where there was or will be no row."""

    person_id: int
    year: int
    kind: str
    before: balance_rows.Derived | None
    after: balance_rows.Derived | None


class Unseen(Exception):
    """What the change would move is not what was looked at."""

    def __init__(self, changes: list[Change]):
        super().__init__(f"{len(changes)} balances would move")
        self.changes = changes


@transaction.atomic
def carry_out(change: Callable[[], Rule], *, seen: str) -> Rule:
    """Make a change of rules if it moves exactly what was seen, else undo it and say what it would move."""
    heads.lock_all()
    before = balance_rows.read()
    made = change()
    changes = _differences(before, balance_rows.read())
    if fingerprint(changes) != seen:
        raise Unseen(changes)
    return made


def preview(change) -> list[Change]:
    """Whose balance a change of rules would move, and how: it is made, compared and undone."""
    try:
        carry_out(change, seen="")
    except Unseen as unseen:
        return unseen.changes


def fingerprint(changes: list[Change]) -> str:
    return canonical.digest(canonical.written({"changes": [asdict(change) for change in changes]}))


def _differences(before, after):
    """Of figures only: a norm has another number at each attempt, and another norm may ask the same."""
    apart = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    changes = (Change(*key, _figures(before.get(key)), _figures(after.get(key))) for key in apart)
    return [change for change in changes if change.before != change.after]


def _figures(balance):
    return balance and balance._replace(rule_id=None)


def _refresh(role, *, since, at):
    held = Employment.objects.confirmed().filter(role=role)
    balances.refresh_years(set(held.values_list("person_id", flat=True)), since=since, at=at)
