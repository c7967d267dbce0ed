"""Pages to be found, and questions about them."""

from pathlib import Path

from pages.models import HomePage, StandardPage
from search import actions, asking, finding

FOLDER = Path(__file__).parent


def page(title, text="", **fields):
    """A live page of text, not indexed."""
    home = HomePage.objects.get(slug="home")
    body = [("text", text)] if text else []
    return home.add_child(instance=StandardPage(title=title, body=body, **fields))


def index(*pages):
    actions.index([page.pk for page in pages])


def find(text, **params):
    return finding.find(asking.asked(text, params))


def titles(text, **params):
    return [hit.name for hit in find(text, **params).hits]


def lines(name):
    """The lines of a file beside the tests, each parted by tabs."""
    return [line.split("\t") for line in (FOLDER / name).read_text("utf-8").splitlines()]
