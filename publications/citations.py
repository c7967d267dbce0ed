"""A publication as others cite it, set by a CSL processor from its CSL-JSON."""

from functools import cache
from pathlib import Path
from types import SimpleNamespace

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source.json import CiteProcJSON

from . import substitution  # noqa: F401  (its classes are found by being there)

STYLES = Path(__file__).parent / "styles"
APA, ISO_690 = "apa", "iso690-author-date-lv"
ITALIC, UPRIGHT = "\ue000", "\ue001"  # of Unicode's private use: no text has them


def italic(text):
    return f"{ITALIC}{text}{UPRIGHT}"


MARKED = SimpleNamespace(
    preformat=str, Italic=italic, Oblique=italic, **dict.fromkeys(("Bold", "Light", "Underline", "SmallCaps"), str),
    Superscript=str, Subscript=str,
)  # fmt: skip
"""How citeproc is told to write: italics between two marks, everything else plain; what is markup is the template's."""


def cited(item: dict, style: str) -> list[tuple[str, bool]]:
    """The reference in pieces: (text, whether it is in italics)."""
    source = CiteProcJSON([without_marks(named_once(item))])
    bibliography = CitationStylesBibliography(load(style), source, MARKED)
    bibliography.register(Citation([CitationItem(item["id"])]))
    return pieces(str(bibliography.bibliography()[0]))


@cache
def load(style):
    return CitationStylesStyle(str(STYLES / f"{style}.csl"), locale="lv-LV", validate=False)


def pieces(marked):
    found = []
    for position, part in enumerate(marked.strip().split(ITALIC)):
        inside, _, outside = part.partition(UPRIGHT) if position else ("", "", part)
        found += [(inside, True), (outside, False)]
    return [(text, is_italic) for text, is_italic in found if text]


def named_once(item):
    """A whole issue without a title of its own is called by its periodical and number: they are not named again."""
    if item["type"] != "periodical" or not item["title"].startswith(item["container-title"]):
        return item
    return {name: value for name, value in item.items() if name not in ("container-title", "issue")}


def without_marks(item):
    """Without what would be taken for our marks; processors that know less get less."""
    clean = {name: value for name, value in item.items() if name not in ("abstract", "keyword")}
    title = clean["title"].replace(ITALIC, "").replace(UPRIGHT, "")
    return clean | {"title": title}
