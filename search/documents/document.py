"""What is told of a page for finding it. Pure."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Piece:
    """A part of a long work that a reader is led to: by an address of its own, at a place shown beside it."""

    text: str
    address: str = ""
    place: str = ""


@dataclass
class Document:
    """`texts` are what stands on the page, `pieces` what has a place of its own, `names` what else it is called."""

    texts: list[str]
    pieces: list[Piece] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    year: int | None = None
    day: date | None = None
    facets: dict[str, list[str]] = field(default_factory=dict)
    files: list[int] = field(default_factory=list)  # documents whose text belongs to the page

    @property
    def text(self):
        return "\n".join([*self.texts, *(piece.text for piece in self.pieces)])


def digest(*told):
    """Another one whenever something that is told is another."""
    written = json.dumps(told, default=str, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()
