"""What a change of norms would do, in numbers: by year, how many people, before and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from compliance.actions.balance_rows import Derived
from compliance.actions.rules import Change

from .suppression import SMALLEST

NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the people whose balance moves: their lowest and highest norm, how many meet it, hours missing in all."""

    lowest: Decimal | None
    highest: Decimal | None
    met: int
    missing: Decimal


@dataclass(frozen=True, slots=True)
class Effect:
    year: int
    people: int
    before: Figures
    after: Figures

    @property
    def small(self) -> bool:
        """Too few to say how they stand."""
        return self.people < SMALLEST


def by_year(changes: Iterable[Change]) -> list[Effect]:
    """The latest year first."""
    ordered = sorted(changes, key=lambda change: -change.year)
    return [_effect(year, list(some)) for year, some in groupby(ordered, key=lambda change: change.year)]


def people_in(changes: Iterable[Change]) -> int:
    return len({change.person_id for change in changes})


def _effect(year, changes):
    before, after = ([getattr(change, side) for change in changes] for side in ("before", "after"))
    return Effect(year, len(changes), _figures(before), _figures(after))


def _figures(balances: list[Derived | None]) -> Figures:
    owing = [balance for balance in balances if balance and balance.required]
    norms = [balance.required for balance in owing]
    return Figures(
        lowest=min(norms, default=None),
        highest=max(norms, default=None),
        met=sum(balance.missing == 0 for balance in owing),
        missing=sum((balance.missing for balance in owing), NONE),
    )
