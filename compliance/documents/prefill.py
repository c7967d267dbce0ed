"""What the text of a certificate tells of the training, as a first guess for a form: only what was found."""

import re
from decimal import Decimal

from .dates import Stretch, stretches

AMOUNT = r"(?<![\d.,])(?P<amount>\d{1,4}(?:[.,]\d{1,2})?)"
ACADEMIC = r"akad(?:ēmisk\w+|\.)\s*st(?:und\w+|\.)|ak\.?\s*st(?:und\w+|\b)|academic\s+hours?"
CLOCK = r"astronomisk\w+\s+st(?:und\w+|\.)|clock\s+hours?"
NOT_STATED = r"stund(?:a|as|u|ām)\b|st\.|hours?\b|h\b"
IN_WORDS = r"\s*(?:\([^)\d]{3,60}\)\s*)?"
COUNTED = r"(?:\s+(?:kop)?(?:skaits|apjoms))?\s*[:\u2013\u2014-]\s*"
HOURS = {
    kind: re.compile(
        rf"{AMOUNT}{IN_WORDS}(?:{unit})|(?:{unit}){COUNTED}{AMOUNT.replace('amount', 'after')}", re.IGNORECASE
    )
    for kind, unit in (("academic", ACADEMIC), ("clock", CLOCK), ("not_stated", NOT_STATED))
}
OTHER_DAYS = re.compile(
    r"(izsnieg|izdot|izdev|dzim|reģ|licenc|akredit|protokol|līgum|derīg|issue|born|birth|valid|date:|datums:|rīgā,)"
    r"[^\n]{0,40}\Z",
    re.IGNORECASE,
)
LABELLED = r"(?im)^\s*(?:{})\s*[:\u2013\u2014]\s*(?P<said>\S.*)$"
TITLE_LABELS = (
    r"(?:kursa |mācību |programmas |semināra )?(?:tēma|nosaukums|programma|kurss|seminārs)|(?:course|topic|title)"
)
PROVIDER_LABELS = (
    r"(?:mācību )?(?:organizators|organizētājs|izglītības iestāde|īstenotājs|rīkotājs)|provider|organi[sz]er"
)
QUOTED = re.compile(r"[„“«\"]([^„“”«»\"]{4,290})[”“»\"]")
BODIES = (
    r"SIA|AS|VSIA|biedrīb\w*|nodibinājum\w*|\w*universitāt\w*|augstskol\w*|koledž\w*|\w*centr(?:s|a|ā)|aģentūr\w*"
    r"|institūt\w*|\w*skola|ministrij\w*|dienests|akadēmija|university|college|centre|institute|agency|association|Ltd"
)
BODY = re.compile(rf"\b(?:{BODIES})\b", re.IGNORECASE)
NAMED_BODY = re.compile(rf"\b(?:{BODIES})\s*$", re.IGNORECASE)
SAYS = re.compile(r"\b(?:apliecina|izsniedz|reģ|certif|hereby|vien)\w*.*$", re.IGNORECASE)


def guessed(text: str) -> dict:
    """Any of title, provider, first_day, last_day, hours and hours_kind („academic”, „clock” or „not_stated”)."""
    provider = _provider(text)
    found = {"title": _title(text, provider), "provider": provider, **_days(text), **_hours(text)}
    return {name: value for name, value in found.items() if value}


def _hours(text):
    """The most that is named: parts are never more than the whole."""
    for kind, pattern in HOURS.items():
        amounts = [_number(match["amount"] or match["after"]) for match in pattern.finditer(text)]
        if any(amounts):
            return {"hours": max(amounts), "hours_kind": kind}
    return {}


def _number(written):
    return Decimal(written.replace(",", "."))


def _days(text):
    """The first stretch of several days, or else the first day, that is not of the document itself."""
    found = [one for one in stretches(text) if not OTHER_DAYS.search(text[max(0, one.start - 60) : one.start])]
    several = [one for one in found if one.first < one.last]
    chosen: Stretch | None = next(iter(several or found), None)
    return {"first_day": chosen.first, "last_day": chosen.last} if chosen else {}


def _title(text, provider):
    if said := _labelled(text, TITLE_LABELS):
        return said[:300]
    flat = _flat(text)
    for quoted in QUOTED.finditer(flat):
        if not NAMED_BODY.search(flat[: quoted.start()]) and quoted[1] not in provider:
            return quoted[1].strip()
    return ""


def _provider(text):
    if said := _labelled(text, PROVIDER_LABELS):
        return said[:200]
    lines = (SAYS.sub("", line).strip(" ,.;") for line in text.splitlines() if BODY.search(line))
    return next((_flat(line) for line in lines if BODY.search(line) and len(line) <= 200), "")


def _labelled(text, labels):
    found = re.search(LABELLED.format(labels), text)
    return _flat(found["said"]).strip('„”“"«» .') if found else ""


def _flat(text):
    return " ".join(text.split())
