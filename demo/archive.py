"""What the archives of the real content share: people and topics, each found or made once, by their name."""

from contextlib import contextmanager

from django.utils import timezone
from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from glossary import uses
from glossary.actions import change_edition
from pages.models import (
    Contribution,
    ContributorIndexPage,
    ContributorPage,
    Relation,
    Subject,
    TopicIndexPage,
    TopicPage,
)
from search.actions import ask_for

from . import sheets


def slug(text):
    return slugify(string_to_ascii(text))[:80].strip("-")


@contextmanager
def indexed_once():
    """What is worked out of pages (references, uses of terms, the search) comes at the end, for each page once."""
    with disable_reference_index_auto_update():
        yield
    change_edition()
    pages = list(Page.objects.filter(depth__gt=1).specific())
    for page in pages:
        ReferenceIndex.create_or_update_for_object(page)
        if page.live:
            uses.remember(page)
    ask_for(page.pk for page in pages)


def add_page(parent, page):
    page.first_published_at = page.last_published_at = timezone.now()
    return parent.add_child(instance=page)


def found_or_added(parent, kind, title, **fields):
    made = kind.objects.child_of(parent).filter(title=title).first()
    if made is None:
        made = kind(title=title, slug=slug(title), translation_key=sheets.key(kind.__name__, title), **fields)
        add_page(parent, made)
    return made


def contributor(name, *, organisation=False):
    return found_or_added(ContributorIndexPage.objects.get(), ContributorPage, name, is_organisation=organisation)


def topic(title):
    return found_or_added(TopicIndexPage.objects.get(), TopicPage, title)


def credit(page, role, names, *, organisations=False):
    """Those of one role, in the order of the sheet; call before the page is added or saved."""
    page.contributions.add(
        *(Contribution(contributor=contributor(name, organisation=organisations), role=role) for name in names)
    )


def on_topics(page, titles):
    page.subjects.add(*(Subject(topic=topic(title)) for title in titles))


def related_to(page, pages):
    page.relations.add(*(Relation(related=other) for other in pages))
