"""Pages that can be found."""

from glossary.models import GlossaryPage, TermName, TermPage
from pages.models import HomePage, StandardPage
from search import learning
from search.actions import index


def found(*pages):
    """As publishing does it after its transaction; the words of all pages are known."""
    index([page.pk for page in pages])
    learning.recount()
    return pages[0]


def text(title, body="", **fields):
    page = StandardPage(title=title, body=[{"type": "text", "value": f"<p>{body}</p>"}] if body else [], **fields)
    return found(HomePage.objects.get(slug="home").add_child(instance=page))


def term(title, *, english="", **fields):
    page = TermPage(title=title, **fields)
    page.names = [TermName(language="en", kind="preferred", text=english)] if english else []
    return found(GlossaryPage.objects.get().add_child(instance=page))
