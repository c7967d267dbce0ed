"""What every engine answers. Pure."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Name(NamedTuple):
    """What an entry is called, everything of it."""

    kind: str
    names: tuple[str, ...]


NAMELESS = Name("", ())
"""By none of its names can it be told apart from others."""


@dataclass(frozen=True)
class Found:
    """`ids` are entries in the order of tiers (or of the order asked for), `facets` (value, count) by their names.

    `names` are those of the entries where the engine tells them too.
    """

    total: int = 0
    ids: list[int] = field(default_factory=list)
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    names: dict[int, Name] = field(default_factory=dict, compare=False)
