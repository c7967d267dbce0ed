"""What stands above pages: an article's issue, an episode's show.

Asked by the names of tables, so that what stands lower need not know the models above it.
"""

from wagtail.models import Page


def parent_path(page):
    return Page._get_basepath(page.path, page.depth - 1)


def above(pages, *tables):
    """{path: row of Page} with as many tables as steps up, by one query."""
    paths = {Page._get_basepath(page.path, page.depth - step) for page in pages for step in range(1, len(tables) + 1)}
    rows = Page.objects.filter(path__in=paths).select_related("locale", *tables)
    return {row.path: row for row in rows}
