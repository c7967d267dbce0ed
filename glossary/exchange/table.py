"""Terms from a sheet, XLSX or CSV: one concept a row, columns found by their headings, in any order."""

from django.utils.translation import gettext as _

from people.tables import sheets, values
from people.tables.columns import Column, records
from people.tables.saying import said
from people.tables.unreadable import Reason, Unreadable

from .concept import ABBREVIATION, PREFERRED, PROVISIONAL, SYNONYM, Concept, Named
from .refusals import Refused

COLUMNS = (
    Column("title", "Termins"),
    Column("synonyms", "Sinonīmi", required=False),
    Column("abbreviations", "Saīsinājumi", required=False),
    Column("english", "Angļu", required=False),
    Column("definition", "Skaidrojums", required=False),
    Column("source", "Avots", required=False),
    Column("notes", "Piezīmes", required=False),
    Column("broader", "Plašāks termins", required=False),
    Column("related", "Saistītie termini", required=False),
)


def read(content):
    """[(row number, concept)] of the rows that hold anything."""
    try:
        return [(number, concept(texts(cells))) for number, cells in records(sheets.read(content), COLUMNS)]
    except Unreadable as unreadable:
        if unreadable.reason == Reason.EMPTY:
            return []
        if unreadable.reason == Reason.NO_HEADINGS:
            raise Refused(_("The first row of the sheet must name the columns; “%s” is missing.") % "Termins") from None
        raise Refused(said(unreadable)) from None


def texts(cells):
    return {name: values.text(cell) for name, cell in cells.items()}


def several(text):
    return [part.strip() for part in text.split(";") if part.strip()]


def concept(cells):
    title = cells["title"]
    english = [(PREFERRED, name) for name in several(cells.get("english", ""))[:1]]
    english += [(SYNONYM, name) for name in several(cells.get("english", ""))[1:]]
    latvian = [(SYNONYM, name) for name in several(cells.get("synonyms", ""))]
    latvian += [(ABBREVIATION, name) for name in several(cells.get("abbreviations", ""))]
    return Concept(
        key=title,
        title=title,
        names=tuple(Named("lv", *name) for name in latvian) + tuple(Named("en", *name) for name in english),
        definition=cells.get("definition", ""),
        source=cells.get("source", ""),
        notes=cells.get("notes", ""),
        status=PROVISIONAL,
        broader=tuple(several(cells.get("broader", ""))),
        related=tuple(several(cells.get("related", ""))),
    )
