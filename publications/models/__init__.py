from .article import ArticlePage, Reference
from .book import BookPage, Volume
from .cited import CitedPage
from .issue import IssuePage
from .periodical import PeriodicalPage
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
