"""The pages that harvesters are told of."""

from publications.models import ArticlePage, BookPage, IssuePage, PeriodicalPage, StudyPage
from publications.models.cited import with_credits, with_topics

KINDS = {"issues": IssuePage, "articles": ArticlePage, "books": BookPage, "studies": StudyPage}


def public_pages():
    """{page id: (kind, published at)} of every publication that anyone may read."""
    return {
        pk: (kind, at)
        for kind, model in KINDS.items()
        for pk, at in model.objects.live().public().values_list("pk", "last_published_at")
    }


def pages_of(records):
    """The pages of records, with people, topics and the pages above, in a few queries for all."""
    found = [page for kind, model in KINDS.items() for page in fetched(model, kind, records)]
    issues = {page.path: page for page in of_paths(IssuePage, found, ArticlePage)}
    periodicals = {page.path: page for page in of_paths(PeriodicalPage, [*found, *issues.values()], IssuePage)}
    for page in found:
        if isinstance(page, ArticlePage):
            page.issue = issues[parent_path(page)]
    for issue in [*issues.values(), *(page for page in found if isinstance(page, IssuePage))]:
        issue.periodical = periodicals[parent_path(issue)]
    return {page.pk: page for page in with_topics(with_credits(found))}


def fetched(model, kind, records):
    wanted = [record.page_id for record in records if record.kind == kind and not record.is_deleted]
    return model.objects.select_related("locale").filter(pk__in=wanted) if wanted else []


def of_paths(model, pages, below):
    paths = {parent_path(page) for page in pages if isinstance(page, below)}
    return model.objects.filter(path__in=paths) if paths else []


def parent_path(page):
    return page.path[: -page.steplen]
