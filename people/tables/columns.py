"""Columns are found by their headings: in any order, case and spelling, with others between them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .likeness import plain
from .sheets import ABOVE, MOST_ROWS, Row
from .unreadable import Reason, Unreadable


class Column(NamedTuple):
    """`also` are other headings that people write for the same."""

    name: str
    heading: str
    also: tuple[str, ...] = ()
    required: bool = True


def records(rows: list[Row], columns: Iterable[Column]) -> Iterator[tuple[int, dict]]:
    """The rows under the headings as (number, cells by the columns' names); a missing cell is empty."""
    place, at = _headings(rows, columns)
    if len(rows) - place - 1 > MOST_ROWS:
        raise Unreadable(Reason.TOO_MANY_ROWS)
    for number, cells in rows[place + 1 :]:
        yield number, {name: cells[index] if index < len(cells) else "" for name, index in at.items()}


def _headings(rows, columns):
    """Where the headings stand among the rows, and the place of each column."""
    columns = list(columns)
    found = [_found(cells, columns) for _number, cells in rows[:ABOVE]]
    place = max(range(len(found)), key=lambda row: len(found[row]))
    if missing := [one.heading for one in columns if one.required and one.name not in found[place]]:
        raise Unreadable(Reason.NO_HEADINGS, missing)
    return place, found[place]


def _found(cells, columns):
    known = {plain(heading): one for one in columns for heading in (one.heading, *one.also)}
    at = {}
    for index, cell in enumerate(cells):
        if column := known.get(plain(str(cell))):
            if column.name in at:
                raise Unreadable(Reason.HEADING_TWICE, [column.heading])
            at[column.name] = index
    return at
