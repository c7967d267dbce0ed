"""The text of a page's fields as a reader sees it."""

from wagtail.fields import StreamField


def texts(page, *names):
    return [text for name in names for text in of_field(page, page._meta.get_field(name)) if text]


def of_field(page, field):
    value = field.value_from_object(page)
    if isinstance(field, StreamField):
        return [text for block in value for text in of_block(block)]
    if hasattr(field, "get_searchable_content"):
        return field.get_searchable_content(value)
    return [str(value or "")]


def of_block(block):
    """A question for oneself is part of learning, not of what is found."""
    return [] if block.block_type == "self_check" else block.block.get_searchable_content(block.value)


def downloads(page):
    """The documents that the page offers among its texts."""
    streams = [field for field in page._meta.get_fields() if isinstance(field, StreamField)]
    blocks = [block for field in streams for block in field.value_from_object(page) if block.block_type == "download"]
    return [block.value["document"].pk for block in blocks if block.value["document"]]


def rows(manager, *names):
    """A line for every row of an inline list."""
    found = ([getattr(row, name) for name in names] for row in manager.all())
    return [", ".join(str(value) for value in values if value) for values in found]
