from .kept import Edition, PageWords, TermUse
from .section import GlossaryPage
from .term import TermLink, TermName, TermPage

__all__ = ["Edition", "GlossaryPage", "PageWords", "TermLink", "TermName", "TermPage", "TermUse"]
