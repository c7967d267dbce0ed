"""What the database holds beside what people were told."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reckoning:
    """What was promised and is not there, what stands twice, what is there in part only."""

    lost: frozenset = frozenset()
    doubled: frozenset = frozenset()
    torn: frozenset = frozenset()


def reckon(acknowledged, tables):
    """`tables` count the same things, each in another table."""
    anywhere = frozenset().union(*tables)
    everywhere = anywhere.intersection(*tables)
    return Reckoning(
        lost=frozenset(acknowledged) - everywhere,
        doubled=frozenset(one for table in tables for one, times in table.items() if times > 1),
        torn=anywhere - everywhere,
    )
