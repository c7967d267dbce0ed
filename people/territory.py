"""Which municipalities exist on a day, and what became of which.

A municipality that changes its border is a new one with its own key: Madonas novads of 2021 and of 2025 are two.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Municipality:
    key: str
    name: str
    kind: str
    atvk: str
    iso: str
    region: str
    valid_from: date | None
    valid_to: date | None
    verified: bool
    note: str

    @property
    def begins(self) -> date:
        return self.valid_from or date.min

    def valid_on(self, day: date) -> bool:
        return self.begins <= day <= (self.valid_to or date.max)


@dataclass(frozen=True)
class Succession:
    """`on` is the first day of the new state; an empty `part` means the whole municipality went over."""

    predecessor: str
    successor: str
    on: date
    part: str
    is_default: bool
    verified: bool
    note: str


class Territory:
    """Municipalities by key and the default way from each to the next.

    A split municipality counts as its default successor, so every municipality is in exactly one place.
    """

    def __init__(self, municipalities: Iterable[Municipality], successions: Iterable[Succession]):
        self.municipalities = {one.key: one for one in municipalities}
        self._next = {one.predecessor: one for one in successions if one.is_default}

    def valid_on(self, day: date) -> set[str]:
        return {key for key, one in self.municipalities.items() if one.valid_on(day)}

    def successor_on(self, key: str, day: date) -> str:
        """What the municipality is called on that day: itself, or what it has become by then."""
        if day < self.municipalities[key].begins:
            raise ValueError(f"{key} did not exist yet on {day}")
        while (step := self._next.get(key)) and step.on <= day:
            key = step.successor
        return key

    def predecessors_on(self, key: str, day: date) -> set[str]:
        """The municipalities of that day which the given one is made of (itself while it is valid)."""
        later = max(day, self.municipalities[key].begins)
        return {one for one in self.valid_on(day) if self.successor_on(one, later) == key}

    def count_on(self, keys: Iterable[str], day: date) -> int:
        """How many municipalities of that day a set makes: the same pilots are 54 before the reform, 36 after."""
        return len({self.successor_on(key, day) for key in keys})


def read_municipalities(lines: Iterable[str]) -> list[Municipality]:
    return [Municipality(**_typed(row)) for row in csv.DictReader(lines)]


def read_successions(lines: Iterable[str]) -> list[Succession]:
    return [Succession(**_typed(row)) for row in csv.DictReader(lines)]


def _typed(row: dict[str, str]) -> dict[str, str | date | bool | None]:
    return {name: _TYPES.get(name, str)(text) for name, text in row.items()}


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _flag(text: str) -> bool:
    return {"true": True, "false": False}[text]


_TYPES = {"valid_from": _day, "valid_to": _day, "on": _day, "verified": _flag, "is_default": _flag}
