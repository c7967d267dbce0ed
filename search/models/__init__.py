from .beginning import Beginning
from .entry import Entry, Part
from .file_text import FileText
from .shelf import Shelf
from .unfound import Unfound
from .unmirrored import Unmirrored
from .vocabulary import Clue, Known

__all__ = ["Beginning", "Clue", "Entry", "FileText", "Known", "Part", "Shelf", "Unfound", "Unmirrored"]
