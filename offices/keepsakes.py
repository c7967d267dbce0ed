"""An extract as paper and as a table: what its frozen facts say, but for what other employers imported."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from compliance.models import CreditEntry, Extract, Kind, Unit
from compliance.pdf.sheets import Column, Note, Section, Sheet, Table
from people import wording
from people.models import User

from .confidences import runs_of_others
from .inspection import figure
from .models.imports import run_in


class Keepsake:
    """The frozen facts as a manager of the employer may read them."""

    def __init__(self, extract: Extract, *, manager: User, today: date):
        self.extract, self.facts = extract, extract.shown
        evidence = (entry["evidence"] for year in self.facts["years"] for entry in year["entries"])
        self._others = runs_of_others(evidence, manager=manager, today=today)
        for year in self.facts["years"]:
            year["entries"] = [self._told(entry) for entry in year["entries"]]

    def _told(self, entry):
        if run_in(entry["evidence"]) not in self._others:
            return entry
        return entry | {
            "title": _("Submitted by another employer"),
            "provider": "",
            "date": None,
            "document": "",
            "funding": "",
        }


def sheet(keepsake: Keepsake) -> Sheet:
    extract, facts = keepsake.extract, keepsake.facts
    frozen = _("Frozen %s.") % wording.on_date(date.fromisoformat(facts["frozen_on"]), get_language())
    replaced = [_("This extract is replaced by a later one.")] if extract.replaced_at else []
    return Sheet(
        kicker=facts["employer"],
        title=_("Extract: %s") % facts["name"],
        lines=[*replaced, *map(_job, facts["jobs"]), frozen],
        sections=[_year(year) for year in facts["years"]],
        footer=f"{frozen} SHA-256: {extract.digest}",
    )


def table(keepsake: Keepsake) -> Iterator[tuple]:
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
        _("Who paid or sent"),
    )
    facts = keepsake.facts
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
        str(CreditEntry.Funding(funding).label) if (funding := entry.get("funding")) else "",
    )


def _job(job):
    return f"{job['role'][:1].upper()}{job['role'][1:]}, {job['employer']}: {_day(job['start'])}–{_day(job['end'])}"


def _year(year) -> Section:
    notes = [
        _owed(_("Hours: norm %(norm)s, earned %(earned)s, missing %(missing)s."), year[Kind.TRAINING]),
        _owed(_("Supervision: norm %(norm)s, earned %(earned)s, missing %(missing)s."), year[Kind.SUPERVISION]),
    ]
    rows = [_line(entry) for entry in year["entries"]]
    return Section(str(year["year"]), notes, Table(_columns(), rows) if rows else None)


def _columns():
    named = (_("Title"), False), (_("Provider"), False), (_("Date"), False), (_("Amount"), True), (_("Document"), False)
    return [Column(*one) for one in named]


def _owed(words, balance) -> Note:
    """Extracts of the first formats do not know whether the norm was verified."""
    figures = {name: figure(balance[name] and Decimal(balance[name])) for name in ("norm", "earned", "missing")}
    unverified = "" if balance.get("verified", True) else " " + _("The norm is not verified yet.")
    return Note(words % figures + unverified)


def _line(entry):
    amount = figure(Decimal(entry["amount"]))
    return [entry["title"], entry["provider"], _day(entry["date"]), amount, entry["document"]]


def _day(text):
    return f"{date.fromisoformat(text):%d.%m.%Y}" if text else ""
