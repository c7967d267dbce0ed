from .archive import ArchivePage, Relation
from .base import BasePage
from .contributor import Contribution, ContributorIndexPage, ContributorPage
from .link import Link
from .privacy import BasePageQuerySet, for_everyone, may_be_private
from .section import SectionPage
from .standing import HomePage, StandardPage
from .topic import Subject, TopicIndexPage, TopicPage

__all__ = [
    "ArchivePage",
    "BasePage",
    "BasePageQuerySet",
    "Contribution",
    "ContributorIndexPage",
    "ContributorPage",
    "HomePage",
    "Link",
    "Relation",
    "SectionPage",
    "StandardPage",
    "Subject",
    "TopicIndexPage",
    "TopicPage",
    "for_everyone",
    "may_be_private",
]
