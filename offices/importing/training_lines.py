"""Rows of past training, read cell by cell."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from compliance.actions.employments import EARLIEST
from compliance.canonical import digest
from compliance.models import Kind
from people.tables.cells import Cells
from people.tables.columns import Column, records
from people.tables.likeness import Names, plain

from .staff_lines import EXAMPLE

COLUMNS = (
    Column("email", "E-pasts", ("E-pasta adrese", "E-mail")),
    Column("title", "Mācību nosaukums", ("Nosaukums", "Mācības", "Tēma", "Title")),
    Column("provider", "Īstenotājs", ("Rīkotājs", "Mācību rīkotājs", "Organizētājs", "Provider"), required=False),
    Column("first_day", "Pirmā diena", ("No", "Sākums", "First day"), required=False),
    Column("last_day", "Pēdējā diena", ("Līdz", "Datums", "Beigas", "Last day")),
    Column("hours", "Stundas vai sesijas", ("Akadēmiskās stundas", "Stundas", "Stundu skaits", "Ak. st.", "Hours")),
    Column("document", "Dokumenta numurs", ("Apliecības numurs", "Numurs", "Document number"), required=False),
    Column("kind", "Veids", ("Mācību veids", "Kind"), required=False),
)
HEADINGS = {column.name: column.heading for column in COLUMNS}
KINDS = Names(
    {"mācības": Kind.TRAINING, "supervīzija": Kind.SUPERVISION},
    also={"training": Kind.TRAINING, "supervision": Kind.SUPERVISION},
)
UNKNOWN_KIND = gettext_lazy("the kind “%s” is not known.")
LONGEST_DOCUMENT = 100
TYPED = {"first_day": date.fromisoformat, "last_day": date.fromisoformat, "hours": Decimal}
"""What JSON has no types for, as it is read again."""


class TrainingLine(NamedTuple):
    number: int
    email: str
    title: str
    provider: str
    first_day: date
    last_day: date
    hours: Decimal
    document: str
    kind: str

    @classmethod
    def kept(cls, row: dict) -> "TrainingLine":
        """From what an ImportRun keeps."""
        typed = {name: row.get(name) and read(row[name]) for name, read in TYPED.items()}
        return cls(**{name: row.get(name) for name in cls._fields} | typed)

    @property
    def facts(self) -> dict:
        """As an ImportRun keeps them."""
        return self._asdict() | {name: (value := getattr(self, name)) and f"{value}" for name in TYPED}

    @property
    def document_and_days(self) -> str:
        """What the ledger has no columns for: the number of the document, and the days if there were several."""
        days = f"{self.first_day:%d.%m.%Y}–{self.last_day:%d.%m.%Y}" if self.first_day < self.last_day else ""
        return ", ".join(filter(None, (self.document, days)))

    def key(self, person: int) -> str:
        """The same for the same training of a person, however often and in whatever case it is written.

        Of what canonical.written makes, spelt out for the sake of long lists: in plain words nothing is escaped.
        """
        return digest(
            f'{{"document":"{plain(self.document)}","hours":"{self.hours:.2f}","last_day":"{self.last_day}",'
            f'"person":{person},"provider":"{plain(self.provider)}","title":"{plain(self.title)}"}}'
        )


def read(rows, *, system: str, today: date) -> tuple[list[TrainingLine], list[tuple[int, str]]]:
    """The lines that can be read, and what is wrong with the others; a system is the provider where none is named."""
    lines, errors = [], []
    for number, values in records(rows, COLUMNS):
        cells = Cells(number, values, HEADINGS)
        if str(values["email"]).strip().lower() == EXAMPLE:
            continue
        line = _line(cells, system)
        _refuse_bad_days(cells, line, today)
        if line.kind == Kind.SUPERVISION and line.hours and line.hours % 1:
            cells.refuse(_("sessions of supervision are counted whole."))
        errors += cells.errors
        if not cells.errors:
            lines.append(line)
    return lines, errors


def _line(cells, system):
    last_day = cells.day("last_day")
    return TrainingLine(
        number=cells.number,
        email=cells.email("email"),
        title=cells.text("title", most=300),
        provider=cells.text("provider", most=200, required=not system) or system,
        first_day=cells.day("first_day", required=False) or last_day,
        last_day=last_day,
        hours=cells.hours("hours"),
        document=cells.text("document", most=LONGEST_DOCUMENT, required=False),
        kind=_kind(cells),
    )


def _kind(cells):
    return cells.named("kind", KINDS, wrong=UNKNOWN_KIND, otherwise=Kind.TRAINING)


def _refuse_bad_days(cells, line, today):
    if not (line.first_day and line.last_day):
        return
    if not EARLIEST <= line.first_day <= line.last_day:
        cells.refuse(_("the last day cannot be before the first."))
    if line.last_day > today:
        cells.refuse(_("training that has not ended yet cannot be imported."))
