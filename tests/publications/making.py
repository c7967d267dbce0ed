"""A small library: a periodical with issues and articles, a book, a study."""

from datetime import UTC, datetime

from pages.models import Contribution, ContributorIndexPage, ContributorPage
from publications.models import (
    ArticlePage,
    BookPage,
    IssuePage,
    PeriodicalPage,
    PublicationIndexPage,
    StudyIndexPage,
    StudyPage,
)

PUBLISHED = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def add(parent, page):
    page.last_published_at = page.last_published_at or PUBLISHED
    return parent.add_child(instance=page)


def periodical(**facts):
    found = PeriodicalPage.objects.first()
    return found or add(PublicationIndexPage.objects.get(), PeriodicalPage(title="Sociālais darbs Latvijā", **facts))


def issue(number=1, year=2020, **facts):
    title = f"Sociālais darbs Latvijā, {number}/{year}"
    page = IssuePage(title=title, slug=f"{year}-{number}", number=number, year=year, **facts)
    return add(periodical(), page)


def article(title="Spēka perspektīva", *authors, parent=None, **facts):
    page = ArticlePage(title=title, **facts)
    credit(page, *authors)
    return add(parent or IssuePage.objects.first() or issue(), page)


def book(title="Sociālā darba vārdnīca", **facts):
    return add(PublicationIndexPage.objects.get(), BookPage(title=title, **facts))


def study(title="Ex-ante izvērtējums", year=2017, **facts):
    return add(StudyIndexPage.objects.get(), StudyPage(title=title, year=year, **facts))


def credit(page, *names, role=Contribution.Role.AUTHOR):
    page.contributions.add(*(Contribution(contributor=person(name), role=role) for name in names))


def person(name):
    found = ContributorPage.objects.filter(title=name).first()
    return found or ContributorIndexPage.objects.get().add_child(instance=ContributorPage(title=name))
