from courses.models import CataloguePage
from glossary.models import GlossaryPage
from pages.models import ContributorIndexPage, ContributorPage, HomePage, StandardPage, TopicIndexPage, TopicPage
from publications.models import PublicationIndexPage, StudyIndexPage

from .document import Document
from .fields import texts
from .registry import tells_of


@tells_of(HomePage, StandardPage, kind="page")
def of_text(page):
    return Document(texts(page, "intro", "body"))


@tells_of(
    CataloguePage,
    ContributorIndexPage,
    PublicationIndexPage,
    StudyIndexPage,
    TopicIndexPage,
    GlossaryPage,
    kind="page",
)
def of_section(page):
    return Document([page.lead])


@tells_of(TopicPage, kind="topic")
def of_topic(page):
    return Document([page.lead], facets={"topic": [page.slug]})


@tells_of(ContributorPage, kind="contributor")
def of_contributor(page):
    return Document([page.about])
