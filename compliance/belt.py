"""The belt of the year as lengths: one woven square is one hour, seven units wide."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

SQUARE = 7
NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of one row; surplus rows are woven half as large, in units of their own."""

    kind: str
    row: int
    x: Decimal
    width: Decimal

    @property
    def y(self) -> int:
        return self.row * SQUARE


@dataclass(frozen=True, slots=True)
class Belt:
    width: Decimal
    main: tuple[Strip, ...]
    surplus: tuple[Strip, ...]

    @property
    def surplus_rows(self) -> int:
        return self.surplus[-1].row + 1 if self.surplus else 0

    @property
    def height(self) -> Decimal:
        return SQUARE + Decimal(self.surplus_rows * SQUARE + bool(self.surplus)) / 2


def weave(required: Decimal | None, earned: Decimal, pending: Decimal = NONE) -> Belt:
    """Lay out a year's hours; without a norm the belt is as long as what was earned."""
    norm = required or earned
    woven = min(earned, norm)
    waiting = min(pending, norm - woven)
    missing = norm - woven - waiting
    above = (("earned", earned - woven), ("pending", pending - waiting if required else NONE))
    return Belt(
        width=norm * SQUARE,
        main=tuple(_lay((("earned", woven), ("pending", waiting), ("missing", missing)), norm)),
        surplus=tuple(_lay(above, 2 * norm)),
    )


def newest(belt: Belt, hours: Decimal) -> tuple[Decimal, Decimal]:
    """Where the last earned hours lie in the main row, as x and width."""
    end = _earned_in(belt.main)
    before = end + _earned_in(belt.surplus) - hours * SQUARE
    start = min(end, max(NONE, before))
    return start, end - start


def _earned_in(strips: tuple[Strip, ...]) -> Decimal:
    return sum((strip.width for strip in strips if strip.kind == "earned"), NONE)


def _lay(parts: tuple[tuple[str, Decimal], ...], length: Decimal) -> Iterator[Strip]:
    """Lay the parts end to end and begin a new row at every `length` hours."""
    done = NONE
    for kind, hours in parts:
        left = hours
        while left > 0:
            row, start = divmod(done, length)
            piece = min(left, length - start)
            yield Strip(kind, int(row), start * SQUARE, piece * SQUARE)
            done, left = done + piece, left - piece
