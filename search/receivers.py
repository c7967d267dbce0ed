"""Publishing reaches the index: what is hidden goes at once, in the same transaction; what is shown comes by task.

Signals and not hooks, because pages also go live, move and go by schedule and by commands.
"""

from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import CollectionViewRestriction, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from courses.models import CoursePage
from glossary.models import TermPage
from methodologies.models import MethodologyPage
from pages.models import TopicPage

from . import files, kept, neighbours, picks
from .actions import ask_for, remove
from .documents import TELLERS
from .models import Entry


def connect():
    page_published.connect(published, dispatch_uid="search.published")
    page_unpublished.connect(unpublished, dispatch_uid="search.unpublished")
    page_slug_changed.connect(moved, dispatch_uid="search.slug_changed")
    post_page_move.connect(moved, dispatch_uid="search.moved")
    post_save.connect(restricted, sender=PageViewRestriction, dispatch_uid="search.restricted")
    post_delete.connect(released, sender=PageViewRestriction, dispatch_uid="search.released")
    for kind in TELLERS:
        pre_delete.connect(deleted, sender=kind, dispatch_uid=f"search.deleted.{kind.__name__}")
    post_save.connect(file_saved, sender=files.Document, dispatch_uid="search.file_saved")
    pre_delete.connect(file_saved, sender=files.Document, dispatch_uid="search.file_deleted")
    post_save.connect(files_restricted, sender=CollectionViewRestriction, dispatch_uid="search.files_restricted")
    post_delete.connect(files_released, sender=CollectionViewRestriction, dispatch_uid="search.files_released")
    for signal in (post_save, post_delete):
        signal.connect(picks.forget, sender=SearchPromotion, dispatch_uid="search.picks")


def published(instance, **kwargs):
    forget_names(instance)
    ask_for([instance.pk])


def unpublished(instance, **kwargs):
    forget_names(instance)
    remove(Entry.objects.filter(page=instance.pk))
    if isinstance(instance, CoursePage):
        remove(Entry.objects.filter(page__path__startswith=instance.path))
    ask_for([instance.pk, *neighbours.of([instance.pk])])


def moved(instance, **kwargs):
    forget_names(instance.specific)
    ask_for(with_those_below(instance.pk))


def deleted(instance, **kwargs):
    forget_names(instance)
    ask_for(neighbours.of([instance.pk]))
    remove(Entry.objects.filter(page=instance.pk))


def restricted(instance, **kwargs):
    """Also what other pages repeat of these, such as the name of a topic."""
    kept.forget()
    remove(Entry.objects.filter(page__path__startswith=instance.page.path))
    ask_for(neighbours.of(with_those_below(instance.page_id)))


def released(instance, **kwargs):
    """A restriction that goes with its page leaves nothing to show."""
    kept.forget()
    told = with_those_below(instance.page_id)
    ask_for([*told, *neighbours.of(told)])


def file_saved(instance, **kwargs):
    """It may lie in a private collection now, or not any more."""
    ask_for(files.pages_with([instance]))


def files_restricted(instance, **kwargs):
    pages = files.pages_with(files.inside(instance.collection))
    remove(Entry.objects.filter(page__in=pages))
    ask_for(pages)


def files_released(instance, **kwargs):
    ask_for(files.pages_with(files.inside(instance.collection)))


def with_those_below(page):
    return [page, *neighbours.below([page])]


def forget_names(page):
    if isinstance(page, (TermPage, TopicPage, MethodologyPage)):
        kept.forget()
