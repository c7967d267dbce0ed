from .imports import ImportRun

__all__ = ["ImportRun"]
