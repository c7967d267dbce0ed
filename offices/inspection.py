"""The report that an office hands to the inspection: by which norms, who, how much, and when it was computed."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from compliance.models import Kind, Rule
from compliance.norms import valid_on
from compliance.pdf.sheets import Column, Note, Section, Sheet, Table
from people import wording
from people.models import Role

from .roster import Roster
from .staff import StaffRow


def sheet(roster: Roster, *, at: datetime) -> Sheet:
    """Everyone of the year at the chosen unit, whatever else the page was narrowed to."""
    return Sheet(
        kicker="; ".join(roster.offices),
        title=_("Training of staff in %d") % roster.year,
        lines=[*_answers(roster), computed(at)],
        sections=[_norms(roster), Section(_("Staff"), table=_people(roster))],
        footer=f"{_('Training of staff in %d') % roster.year} · {computed(at)}",
    )


def computed(at: datetime) -> str:
    moment, lang = timezone.localtime(at), get_language()
    said = {"on": wording.on_date(moment.date(), lang), "clock": wording.clock(moment.time(), lang)}
    return _("Computed %(on)s, %(clock)s.") % said


def figure(value) -> str:
    return "–" if value is None else wording.number(value, get_language())


def _answers(roster):
    sums = roster.summary
    met = {"met": sums.people - sums.lacking, "people": sums.people, "missing": figure(sums.missing)}
    yield _("People with a norm: %(people)d. Norm met: %(met)d. Hours missing in total: %(missing)s.") % met
    if roster.running:
        yield _("The year still runs: the norm is due by 31 December.")


def _norms(roster) -> Section:
    """By profession, under the rules of the year's last day or of today."""
    day = min(date(roster.year, 12, 31), roster.today)
    rules = list(Rule.objects.in_force())
    roles = {job.role: None for row in roster.of_unit for job in row.jobs}
    found = {
        role: [valid_on((rule for rule in rules if rule.kind == kind), role.pk, day) for kind in Kind]
        for role in sorted(roles, key=lambda role: (role.position, role.pk))
    }
    columns = [Column(_("Profession")), Column(_("Hours a year"), True), Column(_("Supervision sessions a year"), True)]
    rows = [[_name(role), *(figure(rule and rule.amount) for rule in both)] for role, both in found.items()]
    return Section(_("Norms"), notes=_citations(found), table=Table(columns, rows))


def _citations(found):
    """Each law once, with the professions that it names and whether somebody has verified it."""
    cited = {}
    for role, both in found.items():
        for rule in filter(None, both):
            cited.setdefault((rule.citation, rule.citation_url, rule.verified), {})[str(role)] = None
    unverified = " " + _("The norm is not verified yet.")
    return [
        Note(f"{capfirst(', '.join(roles))}: {citation}." + ("" if verified else unverified), url)
        for (citation, url, verified), roles in cited.items()
    ]


def _people(roster) -> Table:
    columns = [
        Column(_("Person")),
        Column(_("Profession")),
        Column(_("Norm"), True),
        Column(_("Earned"), True),
        Column(_("Missing"), True),
        Column(_("Sessions"), True),
        Column(_("Status")),
    ]
    sums = roster.summary
    total = [_("Total"), "", *map(figure, (sums.norm, sums.earned, sums.missing)), "", ""]
    return Table(columns, [_line(row) for row in roster.of_unit], total if sums.people else ())


def _line(row: StaffRow) -> list[str]:
    sessions = figure(row.sessions) + (f"/{figure(row.sessions_norm)}" if row.sessions_norm else "")
    work = f"{row.roles} ({row.unit_names})" if row.unit_names else row.roles
    missing = figure(row.missing if row.counted else None)
    return [row.name, work, figure(row.norm), figure(row.earned), missing, sessions, row.status_name]


def _name(role: Role) -> str:
    name = str(role)
    return name[:1].upper() + name[1:]
