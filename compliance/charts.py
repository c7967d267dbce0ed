"""Where the parts of a chart lie: bars by value, and shares of a whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

WIDTH, HEIGHT, GAP = 350, 104, 6


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    value: Decimal
    x: Decimal
    width: Decimal
    height: Decimal
    current: bool

    @property
    def top(self) -> Decimal:
        return HEIGHT - self.height

    @property
    def middle(self) -> Decimal:
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Share:
    kind: str
    label: str
    count: int
    x: Decimal
    width: Decimal


def bars(rows: Iterable[tuple[object, Decimal]], current: object = None) -> list[Bar]:
    """One bar a row over the whole width, the highest as high as the chart."""
    rows = list(rows)
    step = Decimal(WIDTH + GAP) / max(len(rows), 3)
    highest = max((value for _, value in rows), default=0) or 1
    return [
        Bar(
            label=str(label),
            value=value,
            x=round(step * place, 2),
            width=round(step - GAP, 2),
            height=round(HEIGHT * Decimal(value) / highest, 2),
            current=label == current,
        )
        for place, (label, value) in enumerate(rows)
    ]


def shares(rows: Iterable[tuple[str, str, int]]) -> list[Share]:
    """Parts of 100 laid end to end; a kind that nobody has takes no room."""
    rows = list(rows)
    one = Decimal(100) / (sum(count for _, _, count in rows) or 1)
    laid, before = [], 0
    for kind, label, count in rows:
        laid.append(Share(kind, label, count, round(before * one, 2), round(count * one, 2)))
        before += count
    return laid
