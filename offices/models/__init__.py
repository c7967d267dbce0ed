from .assignment import Assignment
from .imports import ImportRun

__all__ = ["Assignment", "ImportRun"]
