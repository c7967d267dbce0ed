import pytest

from glossary.models import GlossaryPage, TermName, TermPage


def add_term(title="supervīzija", *, live=True, english=(), latvian=(), **fields):
    """Published as an editor does it, or kept as a draft."""
    page = TermPage(title=title, live=False, **fields)
    names = [("en", "synonym" if place else "preferred", text) for place, text in enumerate(english)]
    names += [("lv", *name) for name in latvian]
    page.names = [TermName(language=language, kind=kind, text=text) for language, kind, text in names]
    GlossaryPage.objects.get().add_child(instance=page)
    if live:
        page.save_revision().publish()
        page.refresh_from_db()
    return page


@pytest.fixture
def term(db):
    """A published entry; `term("supervīzija", definition="…")`."""
    return add_term
