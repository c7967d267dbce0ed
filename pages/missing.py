"""What editors should still find out: the empty fields a kind expects, and the questions written down on a page."""

from django.apps import apps
from wagtail.fields import StreamField

from .models import ArchivePage


def archive_kinds():
    return [kind for kind in apps.get_models() if issubclass(kind, ArchivePage)]


def empty_fields(page):
    """The names of the expected fields and lists that hold nothing."""
    fields = [page._meta.get_field(name) for name in page.expected]
    return [label(field) for field in fields if is_empty(page, field)]


def label(field):
    """A list (contributions, articles …) is called by what it is of."""
    return str(field.related_model._meta.verbose_name_plural if field.one_to_many else field.verbose_name)


def is_empty(page, field):
    if field.one_to_many:
        return not getattr(page, field.get_accessor_name()).exists()
    value = getattr(page, field.name)
    return not value if isinstance(field, StreamField) else value in ("", None)


def missing(page):
    """Lines for an editor; none when nothing is missing."""
    return [*empty_fields(page), *filter(None, map(str.strip, page.to_find_out.splitlines()))]


def pages_with_gaps():
    """(page, lines) of every archive page that lacks something, drafts too."""
    pages = [page for kind in archive_kinds() for page in kind.objects.order_by("path")]
    return [(page, lines) for page in pages if (lines := missing(page))]
