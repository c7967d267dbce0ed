"""What every engine answers. Pure."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Found:
    """`ids` are entries in the order of tiers (or of the order asked for), `facets` (value, count) by their names."""

    total: int = 0
    ids: list[int] = field(default_factory=list)
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
