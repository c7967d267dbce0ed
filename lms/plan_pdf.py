"""A development plan as a tagged PDF/UA-1 for the appraisal."""

import json

import typst
from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from compliance.pdf import FONTS
from compliance.riga import legal_date
from people import wording

from .development import Sheet

TEMPLATE = settings.BASE_DIR / "templates" / "pdf" / "development_plan.typ"


def render(sheet: Sheet, *, at) -> bytes:
    """`at` is the day on which the progress was looked up."""
    words = json.dumps(_words(sheet, at))
    try:
        return _compiled(words, at, ["ua-1"])
    except typst.TypstError:
        return _compiled(words, at, [])  # a name in signs that no font of ours has


def _compiled(words, moment, standards):
    return typst.compile(
        TEMPLATE,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"sheet": words},
        pdf_standards=standards,
        timestamp=moment.replace(microsecond=0),  # typst refuses parts of seconds
    )


def _words(sheet, at):
    lang = get_language()
    heading = _("Individual development plan")
    return {
        "language": lang,
        "title": f"{heading}: {sheet.person}, {sheet.plan.year}",
        "portal": "Socdarbs",
        "heading": heading,
        "name": sheet.person,
        "lines": [_("Year %(year)s") % {"year": sheet.plan.year}, sheet.employer, *_agreements(sheet, lang)],
        "head": [_("Theme"), _("What will be learnt"), _("Hours"), _("Until"), _("Done")],
        "rows": [_row(line, lang) for line in sheet.lines],
        "total": [_("Total"), wording.number(sheet.hours, lang), wording.number(sheet.hours_done, lang)],
        "progress": _("Done as recorded in the portal %(on)s.") % {"on": wording.on_date(legal_date(at), lang)},
        "sides": [_("Member of staff"), _("Manager")],
        "signs": _("Signature, date"),
    }


def _row(line, lang):
    until = date_format(line.until, "d.m.Y")
    return [line.theme, line.activity, wording.number(line.hours, lang), until, _("yes") if line.done else _("not yet")]


def _agreements(sheet, lang):
    """Who has agreed and when; a plan that is not agreed by both says so."""
    plan, said = sheet.plan, []
    if plan.person_agreed_at:
        said.append(_("%(name)s agreed %(on)s") % _signature(sheet.person, plan.person_agreed_at, lang))
    if plan.manager_agreed_at:
        said.append(_("%(name)s agreed %(on)s") % _signature(sheet.manager, plan.manager_agreed_at, lang))
    return said if plan.agreed_at else [*said, _("Draft: not agreed by both sides yet.")]


def _signature(name, moment, lang):
    return {"name": name, "on": wording.on_date(legal_date(moment), lang)}
