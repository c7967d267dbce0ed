"""The certificate as a tagged PDF/UA-1, drawn from its frozen facts; year statements have a sheet of their own."""

import io
import json
from datetime import date
from decimal import Decimal

import segno
import typst
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from people import wording

from .. import codes
from . import statement

FONTS = settings.BASE_DIR / "templates/pdf/fonts"
TEMPLATES = settings.BASE_DIR / "templates" / "pdf"


def render(certificate, *, site) -> bytes:
    facts = json.loads(certificate.facts)
    with translation.override(facts["language"]):
        address = site + reverse("compliance:verify", args=[certificate.code])
        if certificate.is_statement:
            template, sheet = "statement.typ", statement.sheet(certificate, address=address, qr=_qr(address))
        else:
            template, sheet = "certificate.typ", _sheet(facts, certificate.digest, address)
    try:
        return _compiled(template, sheet, certificate.issued_at, ["ua-1"])
    except typst.TypstError:
        return _compiled(template, sheet, certificate.issued_at, [])  # a name in signs that no font of ours has


def _compiled(template, sheet, moment, standards):
    return typst.compile(
        TEMPLATES / template,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(sheet)},
        pdf_standards=standards,
        timestamp=moment.replace(microsecond=0),  # typst refuses parts of seconds
    )


def _sheet(facts, digest, address):
    """Every word of the page, in the language of the course."""
    lang, hours = translation.get_language(), Decimal(facts["hours"])
    heading = _("Certificate")
    return {
        "language": lang,
        "title": f"{heading}: {facts['title']}",
        "heading": heading,
        "portal": "Socdarbs",
        "issuer": facts["provider"],
        "name": facts["name"],
        "course": facts["title"],
        "hours": float(hours),
        "amount": wording.hours_phrase(hours, lang),
        "lines": [
            _("Completed %(on)s") % {"on": wording.on_date(date.fromisoformat(facts["completed_on"]), lang)},
            _("Issued by: %(issuer)s") % {"issuer": facts["provider"]},
            _("Issued %(on)s") % {"on": wording.on_date(date.fromisoformat(facts["issued_on"]), lang)},
        ],
        "citations": facts["citations"],
        "check": _("Verify the certificate"),
        "qr_says": _("QR code with the address where the certificate can be verified"),
        "qr": _qr(address),
        "address": address,
        "code": codes.written(facts["code"]),
        "digest": digest,
    }


def _qr(address):
    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawing, kind="svg", border=0)
    return drawing.getvalue().decode()
