from .entry import Entry, Part
from .file_text import FileText
from .shelf import Shelf

__all__ = ["Entry", "FileText", "Part", "Shelf"]
