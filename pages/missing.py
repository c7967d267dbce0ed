"""What editors should still find out: the empty fields a kind expects, and the questions written down on a page."""

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from wagtail.fields import StreamField

from .models import BasePage


def archive_kinds():
    """Every kind of page on which editors write down what they still look for."""
    return [kind for kind in apps.get_models() if issubclass(kind, BasePage) and asks(kind)]


def asks(kind):
    try:
        return bool(kind._meta.get_field("to_find_out"))
    except FieldDoesNotExist:
        return False


def expected_fields(kind):
    return [kind._meta.get_field(name) for name in getattr(kind, "expected", [])]


def label(field):
    """A list (contributions, articles …) is called by what it is of."""
    return str(field.related_model._meta.verbose_name_plural if field.one_to_many else field.verbose_name)


def holders(field):
    """The pages whose list holds something: one question for a whole kind."""
    return set(field.related_model.objects.values_list(field.field.attname, flat=True))


def is_empty(page, field):
    value = getattr(page, field.name)
    return not value if isinstance(field, StreamField) else value in ("", None)


def questions(page):
    """Those written down, one a line."""
    return list(filter(None, map(str.strip, page.to_find_out.splitlines())))


def gaps_of(kind):
    """(page, lines) of the pages of a kind that lack something, drafts too."""
    lists = [(field, holders(field)) for field in expected_fields(kind) if field.one_to_many]
    fields = [field for field in expected_fields(kind) if not field.one_to_many]
    for page in kind.objects.order_by("path"):
        lines = [label(field) for field in fields if is_empty(page, field)]
        lines += [label(field) for field, pages in lists if page.pk not in pages]
        if lines := lines + questions(page):
            yield page, lines


def pages_with_gaps():
    return [gap for kind in archive_kinds() for gap in gaps_of(kind)]
