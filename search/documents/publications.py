from datetime import date

from django.utils.translation import gettext

from publications import known_dates
from publications.models import ArticlePage, BookPage, IssuePage, PeriodicalPage, StudyPage

from .document import Document
from .fields import rows, texts
from .registry import tells_of


@tells_of(ArticlePage, kind="article")
def of_article(page):
    told = texts(page, "abstract", "keywords", "english_title", "summary", "body", "doi")
    return Document(
        told + rows(page.references, "text"),
        year=page.issue.year,
        day=whole(page.issue.published),
        files=attached(page.pdf_id),
    )


@tells_of(IssuePage, kind="publication")
def of_issue(page):
    told = texts(page, "theme", "summary", "english_title", "body", "publisher", "editorial_board")
    return Document([*told, gettext("journal")], year=page.year, day=whole(page.published), files=attached(page.pdf_id))


@tells_of(PeriodicalPage, kind="publication")
def of_periodical(page):
    return Document([*texts(page, "summary", "english_title", "body", "publisher", "issn"), gettext("journal")])


@tells_of(BookPage, kind="publication")
def of_book(page):
    told = texts(page, "summary", "english_title", "body", "publisher", "place", "editorial_board", "isbn", "doi")
    told += [str(page.kind_name), *rows(page.volumes, "title", "isbn")]
    return Document(told, year=page.year, files=attached(page.pdf_id))


@tells_of(StudyPage, kind="study")
def of_study(page):
    people = texts(page, "commissioner", "contractor", "lead_researcher")
    told = texts(page, "summary", "english_title", "aim", "method", "findings", "impact", "body")
    return Document(
        told + rows(page.measures, "group", "name", "note") + people + rows(page.files, "title"),
        year=page.year,
        day=whole(page.delivered),
        files=[row.document_id for row in page.files.all() if row.document_id],
    )


def whole(known):
    """The day of a date of which all is known."""
    parts = known_dates.parts(known) or ()
    return date(*parts) if len(parts) == 3 else None


def attached(document):
    return [document] if document else []
