"""The norms as the ministry reads them: by kind and profession, what holds now, what was and what comes."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

from django.db.models import Exists, OuterRef

from compliance.models import Kind, Rule, YearBalance
from people.models import Role


@dataclass(frozen=True, slots=True)
class Line:
    """A norm with its last day, which is the day before the next one begins; open where none does."""

    rule: Rule
    until: date | None
    state: str


@dataclass(frozen=True)
class Rulebook:
    today: date

    @cached_property
    def _rules(self) -> list[Rule]:
        rows = Rule.objects.select_related("role", "replaced_by", "replaced_by__author", "author", "withdrawn_by")
        rows = rows.annotate(used=Exists(YearBalance.objects.filter(rule=OuterRef("pk"))))
        return list(rows.order_by("kind", "role__position", "role_id", "valid_from", "pk"))

    @cached_property
    def kinds(self) -> list[tuple[str, list[Line]]]:
        """Training first."""
        standing = [rule for rule in self._rules if rule.stands]
        return [(kind.label, list(self._lines(rule for rule in standing if rule.kind == kind))) for kind in Kind]

    @property
    def replaced(self) -> list[Rule]:
        """The last one first."""
        rows = [rule for rule in self._rules if rule.replaced_by_id]
        return sorted(rows, key=lambda rule: rule.replaced_by_id, reverse=True)

    @property
    def withdrawn(self) -> list[Rule]:
        """The last one first."""
        rows = [rule for rule in self._rules if rule.withdrawn_at]
        return sorted(rows, key=lambda rule: rule.withdrawn_at, reverse=True)

    @cached_property
    def without(self) -> list[Role]:
        """Professions for which no training norm is known."""
        known = {rule.role_id for rule in self._rules if rule.kind == Kind.TRAINING and rule.stands}
        return list(Role.objects.exclude(pk__in=known))

    def _lines(self, rules):
        """Of each profession the newest first."""
        for _role, some in groupby(rules, key=lambda rule: rule.role_id):
            newest_first = list(some)[::-1]
            for rule, after in zip(newest_first, [None, *newest_first], strict=False):
                until = after and after.valid_from - timedelta(days=1)
                yield Line(rule, until, self._state(rule, until))

    def _state(self, rule, until):
        if rule.valid_from > self.today:
            return "coming"
        return "past" if until and until < self.today else "now"
