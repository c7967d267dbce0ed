"""An extract as paper and as a table: only what its frozen facts say."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from compliance.models import CreditEntry, Extract, Kind, Unit
from compliance.pdf.sheets import Column, Note, Section, Sheet, Table
from people import wording

from .inspection import figure


def sheet(extract: Extract) -> Sheet:
    facts = extract.shown
    frozen = _("Frozen %s.") % wording.on_date(date.fromisoformat(facts["frozen_on"]), get_language())
    replaced = [_("This extract is replaced by a later one.")] if extract.replaced_at else []
    return Sheet(
        kicker=facts["employer"],
        title=_("Extract: %s") % facts["name"],
        lines=[*replaced, *map(_job, facts["jobs"]), frozen],
        sections=[_year(year) for year in facts["years"]],
        footer=f"{frozen} SHA-256: {extract.digest}",
    )


def table(extract: Extract) -> Iterator[tuple]:
    """A line of headings and one for each entry."""
    yield (
        _("Person"),
        _("Year"),
        _("Title"),
        _("Provider"),
        _("Date"),
        _("Kind"),
        _("Amount"),
        _("Unit of measure"),
        _("Source"),
        _("Document"),
    )
    facts = extract.shown
    for year in facts["years"]:
        for entry in year["entries"]:
            yield facts["name"], year["year"], *_cells(entry)


def _cells(entry):
    return (
        entry["title"],
        entry["provider"],
        entry["date"],
        str(Kind(entry["kind"]).label),
        Decimal(entry["amount"]),
        str(Unit(entry["unit"]).label),
        str(CreditEntry.Source(entry["source"]).label),
        entry["document"],
    )


def _job(job):
    return f"{job['role'][:1].upper()}{job['role'][1:]}, {job['employer']}: {_day(job['start'])}–{_day(job['end'])}"


def _year(year) -> Section:
    training, supervision = (_figures(year[kind]) for kind in (Kind.TRAINING, Kind.SUPERVISION))
    notes = [
        Note(_("Hours: norm %(norm)s, earned %(earned)s, missing %(missing)s.") % training),
        Note(_("Supervision: norm %(norm)s, earned %(earned)s, missing %(missing)s.") % supervision),
    ]
    rows = [_line(entry) for entry in year["entries"]]
    return Section(str(year["year"]), notes, Table(_columns(), rows) if rows else None)


def _columns():
    named = (_("Title"), False), (_("Provider"), False), (_("Date"), False), (_("Amount"), True), (_("Document"), False)
    return [Column(*one) for one in named]


def _figures(balance):
    return {name: figure(value and Decimal(value)) for name, value in balance.items()}


def _line(entry):
    amount = figure(Decimal(entry["amount"]))
    return [entry["title"], entry["provider"], _day(entry["date"]), amount, entry["document"]]


def _day(text):
    return f"{date.fromisoformat(text):%d.%m.%Y}"
