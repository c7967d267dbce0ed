from .campaign import CampaignPage, StoryPage, Target
from .figures import Comparison, FiguresPage, YearFigure
from .memorandum import MemorandumPage, MemorandumPoint, Signatory

__all__ = [
    "CampaignPage",
    "Comparison",
    "FiguresPage",
    "MemorandumPage",
    "MemorandumPoint",
    "Signatory",
    "StoryPage",
    "Target",
    "YearFigure",
]
