"""Every training of a roster's people in its year, entry by entry: the annex to the inspection's report."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import batched

from django.utils.translation import gettext as _

from compliance.evidence import document
from compliance.models import CreditEntry

from .confidences import runs_of_others
from .models.imports import run_in
from .roster import Roster
from .staff import StaffRow

AT_ONCE = 500


def table(roster: Roster) -> Iterator[tuple]:
    """A line of headings and one for each entry, made as they are read."""
    yield (
        _("Person"),
        _("Profession"),
        _("Title"),
        _("Provider"),
        _("Date"),
        _("Kind"),
        _("Amount"),
        _("Unit of measure"),
        _("Source"),
        _("Document"),
        _("Who paid or sent"),
    )
    for rows in batched(roster.rows, AT_ONCE):
        entries = _entries(rows, roster.year)
        evidence = (entry.evidence for of_person in entries.values() for entry in of_person)
        others = runs_of_others(evidence, manager=roster.user, today=roster.today)
        for row in rows:
            for entry in entries[row.person.pk]:
                yield _line(row, entry, told=run_in(entry.evidence) not in others)


def _entries(rows: tuple[StaffRow, ...], year: int) -> dict[int, list[CreditEntry]]:
    found = CreditEntry.objects.standing().filter(person__in=[row.person.pk for row in rows]).earned_in(year)
    by_person = defaultdict(list)
    for entry in found.select_related("certificate").order_by("legal_date", "pk"):
        by_person[entry.person_id].append(entry)
    return by_person


def _line(row, entry, *, told):
    about = (entry.title, entry.provider, entry.legal_date)
    return (
        row.name,
        row.roles,
        *(about if told else (_("Submitted by another employer"), "", "")),
        entry.get_kind_display(),
        entry.amount,
        entry.get_unit_display(),
        entry.get_source_display(),
        document(entry) if told else "",
        entry.get_funding_display() if told else "",
    )
