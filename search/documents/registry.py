"""Which function tells of which kind of page; a kind that nobody tells of fails a test."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Teller:
    kind: str
    tell: Any  # page → Document


TELLERS = {}


def tells_of(*models, kind):
    def register(tell):
        TELLERS.update(dict.fromkeys(models, Teller(kind, tell)))
        return tell

    return register
