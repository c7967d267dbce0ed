"""A table of an issue's articles, read cell by cell."""

import re
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from people.tables.cells import Cells, shown
from people.tables.columns import Column, records
from people.tables.likeness import plain

from . import identifiers

COLUMNS = (
    Column("title", "Nosaukums", ("Raksta nosaukums", "Title")),
    Column("authors", "Autori", ("Autors", "Authors")),
    Column("first_page", "Pirmā lappuse", ("Lappuse", "Lpp.", "No lpp.", "First page")),
    Column("last_page", "Pēdējā lappuse", ("Līdz lpp.", "Last page"), required=False),
    Column("abstract", "Kopsavilkums", ("Anotācija", "Abstract"), required=False),
    Column("keywords", "Atslēgvārdi", ("Keywords",), required=False),
    Column("doi", "DOI", required=False),
    Column("english_title", "Nosaukums angliski", ("English title",), required=False),
)
HEADINGS = {column.name: column.heading for column in COLUMNS}
LONGEST = {"title": 255, "authors": 1000, "abstract": 5000, "keywords": 500, "doi": 200, "english_title": 255}
MOST_PAGES = 9999


@dataclass(frozen=True, slots=True)
class ArticleLine:
    number: int
    title: str
    authors: list[str]
    first_page: int | None
    last_page: int | None
    abstract: str
    keywords: str
    doi: str
    english_title: str

    @property
    def pages(self):
        return "–".join(str(page) for page in dict.fromkeys((self.first_page, self.last_page)) if page)

    def fields(self):
        """What an article takes as it is."""
        return {name: value for name, value in asdict(self).items() if name not in ("number", "authors")}


def read(rows, *, taken):
    """The lines that can be read, and what is wrong with the others; `taken` are the titles the issue has already."""
    lines, errors, titles = [], [], {plain(title) for title in taken}
    for number, values in records(rows, COLUMNS):
        cells = Cells(number, values, HEADINGS)
        line = _line(cells)
        _refuse_bad_facts(cells, line, titles)
        errors += cells.errors
        if not cells.errors:
            lines.append(line)
            titles.add(plain(line.title))
    return lines, errors


def _line(cells):
    texts = {name: cells.text(name, most=most, required=name == "title") or "" for name, most in LONGEST.items()}
    texts["authors"] = names(texts["authors"])
    texts["doi"] = identifiers.bare_doi(texts["doi"])
    pages = {name: cells.whole(name, most=MOST_PAGES) for name in ("first_page", "last_page")}
    return ArticleLine(number=cells.number, **texts, **pages)


def _refuse_bad_facts(cells, line, titles):
    if line.title and plain(line.title) in titles:
        cells.refuse(_("the issue has an article “%s” already.") % shown(line.title))
    if line.doi and not identifiers.is_doi(line.doi):
        cells.refuse(_("“%s” is not a DOI.") % shown(line.doi))
    if line.last_page and not line.first_page:
        cells.refuse(_("the last page is given without the first."))
    if line.first_page and line.last_page and line.last_page < line.first_page:
        cells.refuse(_("the last page comes before the first."))


def names(written):
    """The authors of a cell; semicolons part them, commas where there are none."""
    parts = re.split(r"[;\n]" if ";" in written else ",", written)
    return list(dict.fromkeys(filter(None, map(str.strip, parts))))
