"""What the archives of the real content share: people and topics, each found or made once, by their name."""

from contextlib import contextmanager

from django.core.management import call_command
from django.db.models import prefetch_related_objects
from django.db.models.signals import post_save
from django.utils import timezone
from django.utils.text import slugify
from modelcluster.models import get_all_child_relations
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
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
    """What is worked out of pages (references, uses of terms, both searches) comes at the end, for each page once."""
    with disable_reference_index_auto_update(), unsearched():
        yield
    change_edition()
    pages = with_rows(list(Page.objects.filter(depth__gt=1).specific()))
    for page in pages:
        ReferenceIndex.create_or_update_for_object(page)
    uses.remember(*(page for page in pages if page.live))
    call_command("wagtail_update_index", verbosity=0)
    ask_for(page.pk for page in pages)


def with_rows(pages):
    """With the rows of their lists, by one query for each list of a kind and not of a page."""
    for kind in {type(page) for page in pages}:
        lists = [relation.get_accessor_name() for relation in get_all_child_relations(kind)]
        prefetch_related_objects([page for page in pages if type(page) is kind], *lists)
    return pages


@contextmanager
def unsearched():
    """The search of Wagtail's admin hears of no page meanwhile: it would rewrite its index for each."""
    kinds = [kind for kind in get_indexed_models() if post_save.disconnect(post_save_signal_handler, kind)]
    try:
        yield
    finally:
        for kind in kinds:
            post_save.connect(post_save_signal_handler, kind)


def add_page(parent, page):
    """As if published at once; a revision comes with the first change."""
    if page.live:
        page.first_published_at = page.last_published_at = timezone.now()
    return parent.add_child(instance=page)


def found_or_added(section, kind, title, **fields):
    found = kind.objects.filter(title=title).first()
    made = {"title": title, "slug": slug(title), "translation_key": sheets.key(kind.__name__, title)}
    return found or add_page(section.objects.get(), kind(**made, **fields))


def contributor(name, *, organisation=False):
    return found_or_added(ContributorIndexPage, ContributorPage, name, is_organisation=organisation)


def topic(title):
    return found_or_added(TopicIndexPage, TopicPage, title)


def credit(page, role, names, *, organisations=False):
    """Those of one role, in the order of the sheet; call before the page is added or saved."""
    page.contributions.add(
        *(Contribution(contributor=contributor(name, organisation=organisations), role=role) for name in names)
    )


def on_topics(page, titles):
    page.subjects.add(*(Subject(topic=topic(title)) for title in titles))


def related_to(page, pages):
    page.relations.add(*(Relation(related=other) for other in pages))
