"""What of each kind of page can be found: one module a subject."""

from . import archives, courses, events, podcasts, publications, standing, terms  # noqa: F401 - they register
from .document import Document, Piece
from .registry import TELLERS

__all__ = ["TELLERS", "Document", "Piece"]
