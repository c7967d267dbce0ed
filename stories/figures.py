"""Figures as printed beside what arithmetic makes of them. A difference is shown, never settled."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Told:
    """One figure of a year: what is printed, what is computed from the other figures, and whether the two disagree."""

    year: int
    new: int | None
    printed: int | None
    computed: int | None
    printed_percent: int | None
    percent: Decimal | None

    @property
    def differs(self):
        return self.printed is not None and self.computed is not None and self.printed != self.computed

    @property
    def difference(self):
        return self.printed - self.computed


def percent(part, whole):
    """To one decimal; None when one of them is not known."""
    if part is None or not whole:
        return None
    return (Decimal(part) * 100 / whole).quantize(TENTH, ROUND_HALF_UP)


def output(rows, target):
    """Unique persons: each year's newcomers added to the total that was computed before."""
    told, before = [], 0
    for row in rows:
        new = row.new_persons
        computed = before = row.output_printed if new is None else before + new
        told.append(
            Told(row.year, new, row.output_printed, computed, row.output_percent_printed, percent(computed, target))
        )
    return told


def result(rows, target):
    """Persons of a year, each counted once that year."""
    return [
        Told(
            row.year,
            None,
            row.result_printed,
            row.result_printed,
            row.result_percent_printed,
            percent(row.result_printed, target),
        )
        for row in rows
    ]
