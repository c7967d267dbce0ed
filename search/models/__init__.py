from .entry import Entry, Part
from .shelf import Shelf

__all__ = ["Entry", "Part", "Shelf"]
