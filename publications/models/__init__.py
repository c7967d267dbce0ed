from .book import BookPage, Volume
from .cited import CitedPage
from .periodical import ArticlePage, IssuePage, PeriodicalPage, Reference
from .record import Record
from .section import PublicationIndexPage
from .study import Measure, StudyFile, StudyIndexPage, StudyPage

__all__ = [
    "ArticlePage",
    "BookPage",
    "CitedPage",
    "IssuePage",
    "Measure",
    "PeriodicalPage",
    "PublicationIndexPage",
    "Record",
    "Reference",
    "StudyFile",
    "StudyIndexPage",
    "StudyPage",
    "Volume",
]
