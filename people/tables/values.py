"""What a cell says, typed or as a spreadsheet keeps it; a ValueError says that it cannot be read."""

import re
from datetime import date, datetime
from decimal import Decimal

from ..models.employment import MOST_WORKLOAD
from ..wording import parse_hours

NOTHING = frozenset("-–—")
FORMULA_STARTS = ("=", "+", "-", "@")
LATVIAN_DAY = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\.?")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def text(cell) -> str:
    """On one line, without spaces around it; a dash is what people write for nothing."""
    if isinstance(cell, float):
        cell = f"{cell:.15g}"
    written = " ".join(str("" if cell is None else cell).split())
    return "" if written in NOTHING else written


def is_formula(written: str) -> bool:
    return written.startswith(FORMULA_STARTS)


def day(cell) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    written = text(cell)
    if found := LATVIAN_DAY.fullmatch(written):
        return date(*(int(part) for part in reversed(found.groups())))
    if ISO_DAY.fullmatch(written):
        return date.fromisoformat(written)
    raise ValueError(f"not a day: {written!r}")


def hours(cell) -> Decimal:
    return parse_hours(text(cell))


def workload(cell) -> Decimal:
    part = parse_hours(text(cell))
    if part > MOST_WORKLOAD:
        raise ValueError(f"more than anyone works: {part}")
    return part
