from .entry import Entry, Part
from .shelf import Shelf
from .unmirrored import Unmirrored

__all__ = ["Entry", "Part", "Shelf", "Unmirrored"]
