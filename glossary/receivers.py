"""Publishing reaches the dictionary: which terms a text holds, and which edition of the marks is the newest; and every
page that is read tells that edition.

Signals and not hooks, because pages also go live by schedule and by commands (docs/decisions/0025).
"""

from django.db.models import Subquery
from django.db.models.signals import post_delete
from wagtail.signals import page_published, page_slug_changed, page_unpublished

from pages.specifics import TOLD

from . import uses
from .actions import change_edition
from .edition import newest_edition
from .models import TermPage


def connect():
    page_published.connect(published, dispatch_uid="glossary.published")
    page_unpublished.connect(unpublished, dispatch_uid="glossary.unpublished")
    page_slug_changed.connect(moved, dispatch_uid="glossary.moved")
    post_delete.connect(deleted, sender=TermPage, dispatch_uid="glossary.deleted")
    TOLD["glossary_edition"] = Subquery(newest_edition())


def published(instance, **kwargs):
    if isinstance(instance, TermPage):
        change_edition()
        uses.find_pages(instance)
    uses.remember(instance)


def unpublished(instance, **kwargs):
    if isinstance(instance, TermPage):
        change_edition()
    uses.forget(instance)


def moved(instance, **kwargs):
    if isinstance(instance.specific, TermPage):
        change_edition()


def deleted(**kwargs):
    change_edition()
