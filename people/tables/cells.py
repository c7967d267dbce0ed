from functools import lru_cache

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from ..forms import refuse_unseen
from . import values
from .likeness import Names

LONGEST_SHOWN = 60
LONGEST_NAMED = 300


class Cells:
    """The cells of one row; what cannot be read is told in `errors` and reads as None."""

    def __init__(self, number: int, cells: dict, headings: dict[str, str]):
        self.number, self.cells, self.headings = number, cells, headings
        self.errors: list[tuple[int, str]] = []

    def refuse(self, error: str) -> None:
        self.errors.append((self.number, error))

    def text(self, name: str, *, most: int, required=True) -> str | None:
        written = values.text(self.cells.get(name))
        if not written and required:
            return self._wrong(name, _("“%(column)s” is empty."))
        if len(written) > most:
            return self._wrong(name, _("“%(column)s” is longer than %(most)d characters."), most=most)
        if values.is_formula(written):
            return self._wrong(name, _("“%(column)s” begins like a formula: %(cell)s."), cell=shown(written))
        return self._seen(name, written)

    def email(self, name: str) -> str | None:
        written = values.text(self.cells.get(name)).lower()
        if not written:
            return self._wrong(name, _("“%(column)s” is empty."))
        if not _is_address(written):
            return self._wrong(name, _("“%(cell)s” is not an e-mail address."), cell=shown(written))
        return written if len(written) <= 254 else self._wrong(name, _("“%(column)s” is too long."))

    def day(self, name: str, *, required=True):
        cell = self.cells.get(name)
        if not required and not values.text(cell):
            return None
        try:
            return values.day(cell)
        except ValueError:
            wrong = _("“%(column)s”: “%(cell)s” is not a date. Write it like 12.10.2026.")
            return self._wrong(name, wrong, cell=shown(values.text(cell)))

    def hours(self, name: str):
        try:
            return values.hours(self.cells.get(name))
        except ValueError:
            wrong = _("“%(column)s”: “%(cell)s” is not an amount of hours. Write it like 7.5.")
            return self._wrong(name, wrong, cell=shown(values.text(self.cells.get(name))))

    def workload(self, name: str):
        """A part of full time; may be empty."""
        written = values.text(self.cells.get(name))
        try:
            return values.workload(written) if written else None
        except ValueError:
            wrong = _("“%(column)s”: “%(cell)s” is not a workload. Write it like 0.5.")
            return self._wrong(name, wrong, cell=shown(written))

    def whole(self, name: str, *, most: int) -> int | None:
        """A number such as a page's; nothing when the cell is empty."""
        written = values.text(self.cells.get(name))
        if not written:
            return None
        if not (written.isascii() and written.isdigit() and 0 < int(written[:9]) <= most and len(written) < 9):
            return self._wrong(name, _("“%(column)s”: “%(cell)s” is not a whole number."), cell=shown(written))
        return int(written)

    def named(self, name: str, names: Names, *, wrong: str, otherwise=None):
        """The thing that the cell names; what an empty cell means is `otherwise`."""
        written = self.text(name, most=LONGEST_NAMED, required=otherwise is None)
        if not written:
            return otherwise
        found = names.find(written)
        if not found:
            near = names.nearest(written)
            self.refuse(wrong % shown(written) + (" " + _("Did you mean “%s”?") % near if near else ""))
        return found

    def _seen(self, name, written):
        try:
            refuse_unseen(written)
        except ValidationError:
            return self._wrong(name, _("“%(column)s” holds signs that cannot be seen."))
        return written

    def _wrong(self, name, error, **words):
        self.refuse(error % {"column": self.headings[name], **words})


@lru_cache(maxsize=10_000)
def _is_address(written):
    """Of a list of training each address stands in many rows."""
    try:
        validate_email(written)
    except ValidationError:
        return False
    return True


def shown(written: str) -> str:
    return written if len(written) <= LONGEST_SHOWN else f"{written[:LONGEST_SHOWN]}…"
