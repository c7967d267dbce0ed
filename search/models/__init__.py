from .beginning import Beginning
from .entry import Entry, Part
from .shelf import Shelf
from .unfound import Unfound
from .vocabulary import Clue, Known

__all__ = ["Beginning", "Clue", "Entry", "Known", "Part", "Shelf", "Unfound"]
