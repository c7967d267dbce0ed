"""Rows of a list of staff, read cell by cell."""

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from compliance.actions.employments import EARLIEST
from people.models import Employer, Role
from people.tables.cells import Cells
from people.tables.columns import Column, records
from people.tables.likeness import Names

COLUMNS = (
    Column("email", "E-pasts", ("E-pasta adrese", "E-mail")),
    Column("first_name", "Vārds", ("First name",)),
    Column("last_name", "Uzvārds", ("Last name", "Surname")),
    Column("role", "Amats", ("Profesija", "Profession")),
    Column("unit", "Struktūrvienība", ("Nodaļa", "Unit"), required=False),
    Column("start", "Strādā no", ("No", "Darba sākums", "Sākuma datums", "From")),
    Column("end", "Strādā līdz", ("Līdz", "Darba beigas", "Beigu datums", "To"), required=False),
    Column("workload", "Slodze", ("Darba slodze", "Workload"), required=False),
)
HEADINGS = {column.name: column.heading for column in COLUMNS}
EXAMPLE = "anna.paraudzina@paraugs.example"
UNKNOWN_ROLE = gettext_lazy("the profession “%s” is not known.")
UNKNOWN_UNIT = gettext_lazy("the unit “%s” is not in the list.")
LONGEST_NAME = 150
AHEAD = timedelta(days=366)
TYPED = {"start": date.fromisoformat, "end": date.fromisoformat, "workload": Decimal}
"""What JSON has no types for, as it is read again."""


class StaffLine(NamedTuple):
    number: int
    email: str
    first_name: str
    last_name: str
    role: str
    employer: int
    start: date
    end: date | None
    workload: Decimal | None

    @classmethod
    def kept(cls, row: dict) -> "StaffLine":
        """From what an ImportRun keeps."""
        typed = {name: row.get(name) and read(row[name]) for name, read in TYPED.items()}
        return cls(**{name: row.get(name) for name in cls._fields} | typed)

    @property
    def facts(self) -> dict:
        """As an ImportRun keeps them."""
        return self._asdict() | {name: (value := getattr(self, name)) and f"{value}" for name in TYPED}

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    @property
    def job(self) -> tuple:
        return self.email, self.employer, self.role

    def overlaps(self, other) -> bool:
        return self.start <= (other.end or date.max) and other.start <= (self.end or date.max)


class Reader:
    """What the words of a row can mean at an employer."""

    def __init__(self, employer: Employer, today: date):
        self.employer, self.today = employer, today
        roles, places = list(Role.objects.all()), [employer, *employer.units.select_related("parent")]
        self.roles = Names({role.name_lv: role for role in roles}, also={role.name_en: role for role in roles})
        self.units = Names({place.name: place for place in places}, also={str(place): place for place in places})

    def line(self, cells: Cells) -> StaffLine:
        return StaffLine(
            number=cells.number,
            email=cells.email("email"),
            first_name=cells.text("first_name", most=LONGEST_NAME),
            last_name=cells.text("last_name", most=LONGEST_NAME),
            role=self._role(cells),
            employer=self._unit(cells),
            start=self._start(cells),
            end=cells.day("end", required=False),
            workload=cells.workload("workload"),
        )

    def _role(self, cells):
        role = cells.named("role", self.roles, wrong=UNKNOWN_ROLE)
        return role and role.pk

    def _unit(self, cells):
        unit = cells.named("unit", self.units, wrong=UNKNOWN_UNIT, otherwise=self.employer)
        return unit and unit.pk

    def _start(self, cells):
        start = cells.day("start")
        if start and not EARLIEST <= start <= self.today + AHEAD:
            cells.refuse(_("the first day must lie between 1950 and a year from now."))
        return start


def read(rows, *, employer: Employer, today: date) -> tuple[list[StaffLine], list[tuple[int, str]]]:
    """The lines that can be read, and what is wrong with the others."""
    reader, lines, errors = Reader(employer, today), [], []
    for number, values in records(rows, COLUMNS):
        cells = Cells(number, values, HEADINGS)
        if str(values["email"]).strip().lower() == EXAMPLE:
            continue
        line = reader.line(cells)
        if line.start and line.end and line.end < line.start:
            cells.refuse(_("the last day cannot be before the first."))
        errors += cells.errors
        if not cells.errors:
            lines.append(line)
    return lines, errors
