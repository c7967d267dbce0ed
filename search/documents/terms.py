from glossary.models import TermPage

from .document import Document
from .fields import texts
from .registry import tells_of


@tells_of(TermPage, kind="term")
def of_term(page):
    """All of its names are as good as its title."""
    names = [row.text for rows in page.by_language().values() for row in rows]
    return Document(texts(page, "definition", "notes"), names=names)
