from django.db import transaction
from django.utils import timezone

from pages.models import Contribution, ContributorIndexPage, ContributorPage
from people.tables.likeness import plain

from .models import ArticlePage, Record
from .oai.records import public_pages


@transaction.atomic
def note_changes(*, at=None):
    """Bring what harvesters are told up to the pages as they are: published anew, withdrawn, deleted or made private.

    Done when a harvester asks: whatever made a page vanish is noticed, and never later than it could be seen.
    """
    at = (at or timezone.now()).replace(microsecond=0)
    known, public = Record.objects.in_bulk(), public_pages()
    gone = [record for record in known.values() if not record.is_deleted and record.page_id not in public]
    for record in gone:
        record.is_deleted, record.changed_at = True, at
    fresh = [row for pk, (kind, told) in public.items() if (row := noted(known.get(pk), pk, kind, told or at, at))]
    Record.objects.bulk_create(
        [*gone, *fresh],
        update_conflicts=True,
        unique_fields=["page_id"],
        update_fields=["kind", "changed_at", "is_deleted"],
    )


def noted(record, pk, kind, published_at, at):
    """The record as it should be, or None if it is so already."""
    published_at = published_at.replace(microsecond=0)
    if record is None:
        return Record(page_id=pk, kind=kind, changed_at=published_at)
    if record.is_deleted:
        return Record(page_id=pk, kind=kind, changed_at=at)
    return Record(page_id=pk, kind=kind, changed_at=published_at) if published_at > record.changed_at else None


@transaction.atomic
def import_articles(issue, lines, *, by):
    """Drafts of what the lines say; authors that nobody has written about yet become drafts too."""
    known = {plain(one.title): one for one in ContributorPage.objects.all()}
    for line in lines:
        article = ArticlePage(live=False, owner=by, locale=issue.locale, **line.fields())
        for name in line.authors:
            article.contributions.add(Contribution(contributor=known_or_new(known, name, by)))
        issue.add_child(instance=article)
        article.save_revision(user=by)


def known_or_new(known, name, by):
    if plain(name) not in known:
        section = ContributorIndexPage.objects.get()
        known[plain(name)] = section.add_child(instance=ContributorPage(title=name, live=False, owner=by))
        known[plain(name)].save_revision(user=by)
    return known[plain(name)]
