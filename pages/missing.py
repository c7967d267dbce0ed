"""What editors should still find out: the empty fields a kind expects, the questions written down on a page, and what
its pictures tell to those who do not see them.
"""

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import ngettext
from wagtail.fields import StreamField

from .models import BasePage

PICTURE = "figure"  # the block of pages/blocks.py


def kinds_with_gaps():
    """Every kind of page on which editors write down what they still look for, or that can hold pictures."""
    pages = [kind for kind in apps.get_models() if issubclass(kind, BasePage)]
    return [kind for kind in pages if asks(kind) or texts_with_pictures(kind)]


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
    return list(filter(None, map(str.strip, getattr(page, "to_find_out", "").splitlines())))


def texts_with_pictures(kind):
    streams = [field for field in kind._meta.fields if isinstance(field, StreamField)]
    return [field for field in streams if PICTURE in field.stream_block.child_blocks]


def pictures_untold(page):
    """A line if some pictures in its texts have no alternative text; they may be decoration, so someone looks."""
    blocks = [block for field in texts_with_pictures(page) for block in getattr(page, field.name).raw_data]
    number = sum(block["type"] == PICTURE and not block["value"].get("alt") for block in blocks)
    line = ngettext("%d picture without an alternative text", "%d pictures without an alternative text", number)
    return [line % number] if number else []


def gaps_of(kind):
    """(page, lines) of the pages of a kind that lack something, drafts too."""
    lists = [(field, holders(field)) for field in expected_fields(kind) if field.one_to_many]
    fields = [field for field in expected_fields(kind) if not field.one_to_many]
    for page in kind.objects.order_by("path"):
        lines = [label(field) for field in fields if is_empty(page, field)]
        lines += [label(field) for field, pages in lists if page.pk not in pages]
        if lines := lines + questions(page) + pictures_untold(page):
            yield page, lines


def pages_with_gaps():
    return [gap for kind in kinds_with_gaps() for gap in gaps_of(kind)]
