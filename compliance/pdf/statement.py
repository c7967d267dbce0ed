"""Every word of a year statement's PDF, and its belt."""

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from people import wording

from .. import belt
from ..stated import Stated, lang

IN_FIGURES = "%d.%m.%Y."


def sheet(certificate, *, address, qr):
    stated = Stated(certificate)
    return {
        "language": translation.get_language(),
        "title": f"{stated.title}: {stated.name}",
        "heading": stated.title,
        "portal": "Socdarbs",
        "name": stated.name,
        "hours": stated.hours,
        "meaning": stated.meaning,
        "asItStands": stated.as_it_stands or "",
        "belt": _belt(stated),
        "facts": _facts(stated),
        "employersHeading": _("Workplaces"),
        "employers": [_job(*job) for job in stated.jobs],
        "normsHeading": _("Where the norm comes from"),
        "norms": [_norm(*norm) for norm in stated.norms],
        "entriesHeading": _("Training"),
        "columns": _columns(),
        "entries": [_line(line) for line in stated.entries],
        "total": [_("Total"), wording.number(stated.earned, lang())],
        "sessionsHeading": stated.sessions,
        "sessions": [[_day(line.day), line.title, line.provider] for line in stated.supervision],
        "check": _("Verify the year statement"),
        "checkHow": _("It is checked at this address. Its data can also be checked without the portal."),
        "qrSays": _("QR code with the address where the certificate can be verified"),
        "qr": qr,
        "address": address,
        "code": stated.code,
        "page": _("page"),
        "seals": [f"SHA-256: {certificate.digest}", f"Ed25519 {certificate.key_id}: {certificate.signature}"],
    }


def _facts(stated):
    """Lines under the belt."""
    by_source = "; ".join(f"{source}: {wording.number(total, lang())}" for source, total in stated.sources)
    carried = stated.carried and wording.number(stated.carried, lang())
    lines = [
        carried and _("Earned in earlier years of the period: %(hours)s.") % {"hours": carried},
        stated.met_on and f"{_('Norm reached')}: {wording.full_date(stated.met_on, lang())}",
        by_source and _("By source: %s") % by_source,
        stated.sessions,
        f"{_('Issued')}: {wording.full_date(stated.issued_on, lang())}",
    ]
    return [line for line in lines if line]


def _belt(stated):
    woven = belt.weave(stated.required, stated.towards)
    if not woven.width:
        return None
    drawn = render_to_string("pdf/belt.svg", {"belt": woven})
    says = _("Belt of the year") + ". " + _("Earned: %s.") % wording.number(stated.towards, lang())
    return {"svg": drawn, "says": says, "hours": float(woven.width) / belt.SQUARE, "height": float(woven.height)}


def _columns():
    return [_("Day"), _("Training and provider"), _("Source and document"), _("Ac. h.")]


def _line(line):
    return {
        "day": _day(line.day),
        "title": line.title,
        "provider": line.provider,
        "source": line.source,
        "document": line.document,
        "amount": wording.number(line.amount, lang()),
    }


def _job(employer, profession, start, end):
    span = f"{_day(start)} – {_day(end)}" if end else _("since %(day)s") % {"day": _day(start)}
    return f"{employer}, {profession}, {span}"


def _norm(norm, says):
    checked = "" if norm["verified"] else _("norm not verified yet")
    return {"says": says, "citation": norm["citation"], "url": norm["citation_url"], "checked": checked}


def _day(day):
    return day.strftime(IN_FIGURES)
