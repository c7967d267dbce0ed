"""The file to fill in: Latvian headings, an example, lists to choose from and a sheet that explains."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from io import BytesIO

from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from people.models import Role

from ..models import ImportRun
from . import staff_lines, training_lines

WIDTH, WIDE = 26, 90
FILLED = 1000  # rows that get lists to choose from and dates as Latvians write them
NOTE = "Piezīmes"
PLAIN_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "default_date_format": "dd.mm.yyyy"}


def columns(kind: str):
    return staff_lines.COLUMNS if kind == ImportRun.Kind.STAFF else training_lines.COLUMNS


def table(kind: str) -> list[list]:
    """The headings and the example, which an import passes over."""
    marked = _("EXAMPLE: this row is not imported")
    headings = [column.heading for column in columns(kind)]
    return [[*headings, NOTE], [*(example(kind).get(column.name, "") for column in columns(kind)), marked]]


def example(kind: str) -> dict:
    if kind == ImportRun.Kind.STAFF:
        person = {"email": staff_lines.EXAMPLE, "first_name": "Anna", "last_name": "Paraudziņa"}
        return person | {"role": "sociālais darbinieks", "start": date(2024, 9, 1), "workload": Decimal("0.5")}
    return {
        "email": staff_lines.EXAMPLE,
        "title": "Motivējošā intervēšana",
        "provider": "Parauga mācību centrs",
        "first_day": date(2025, 10, 12),
        "last_day": date(2025, 10, 13),
        "hours": Decimal("7.5"),
        "document": "AB-123",
        "kind": "mācības",
    }


def xlsx(kind: str, units: Iterable[str]) -> BytesIO:
    file = BytesIO()
    with Workbook(file, PLAIN_TEXT) as book:
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd.mm.yyyy"})
        sheet, notes = book.add_worksheet(_("To fill in")), book.add_worksheet(_("Explanations"))
        lists = book.add_worksheet(_("Lists"))
        headings, row = table(kind)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(headings) - 1, WIDTH)
        sheet.write_row(0, 0, headings, bold)
        sheet.write_row(1, 0, row)
        for place, column in enumerate(columns(kind)):
            if column.name in DAYS:
                sheet.set_column(place, place, WIDTH, day)
            if words := _choices(column.name, units):
                lists.write_column(0, place, words)
                _offer(sheet, place, lists, len(words))
        notes.set_column(0, 0, WIDTH)
        notes.set_column(1, 1, WIDE)
        for number, pair in enumerate(explanations(kind)):
            notes.write_row(number, 0, pair)
    file.seek(0)
    return file


DAYS = {"start", "end", "first_day", "last_day"}


def explanations(kind: str) -> list[tuple[str, str]]:
    said = {
        "email": _("The person's own address: a new account is opened with it, and mails go to it."),
        "first_name": _("As in documents. The names of people who have an account stay as they are."),
        "last_name": "",
        "role": _("A profession of the list."),
        "unit": _("May be empty. Otherwise the name of a unit as the portal knows it."),
        "start": _("The first day of work, like 01.09.2024."),
        "end": _("The last day of work; empty while it lasts."),
        "workload": _("Part of full time, like 0.5; may be empty. The norm does not depend on it."),
        "title": _("As it stands on the certificate."),
        "provider": _("Who held the training."),
        "first_day": _("May be empty when the training lasted a day."),
        "last_day": _("It decides the year; on this day the person must have worked for you."),
        "hours": _("Academic hours as printed on the certificate, like 7.5; for supervision the number of sessions."),
        "document": _("The number of the certificate, if it has one."),
        "kind": _("“mācības” or “supervīzija”; empty means “mācības”."),
    }
    return [(column.heading, said[column.name]) for column in columns(kind)]


def _choices(name, units):
    if name == "role":
        return [role.name_lv for role in Role.objects.all()]
    return {"unit": list(units), "kind": ["mācības", "supervīzija"]}.get(name)


def _offer(sheet, place, lists, length):
    letter = chr(ord("A") + place)
    source = f"='{lists.get_name()}'!${letter}$1:${letter}${length}"
    sheet.data_validation(1, place, FILLED, place, {"validate": "list", "source": source, "error_type": "warning"})
