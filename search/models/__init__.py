from .entry import Entry, Part
from .file_text import FileText
from .shelf import Shelf
from .unmirrored import Unmirrored

__all__ = ["Entry", "FileText", "Part", "Shelf", "Unmirrored"]
