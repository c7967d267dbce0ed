"""Dates of which perhaps only the year or the month is known: „2016”, „2016-09”, „2023-09-14”."""

import re
from datetime import date

from people.wording import ENGLISH_MONTHS, MONTHS, full_date

FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def parts(text: str) -> tuple[int, ...]:
    """Year, month and day as far as they are known; none of an empty text."""
    if not text:
        return ()
    form = FORM.fullmatch(text)
    if not form:
        raise ValueError(f"not a date: {text!r}")
    known = tuple(int(part) for part in form.groups() if part)
    date(*known, *(1, 1)[len(known) - 1 :])
    return known


def worded(text: str, lang: str = "lv") -> str:
    known = parts(text)
    if len(known) == 3:
        return full_date(date(*known), lang)
    if len(known) == 2:
        year, month = known
        return f"{ENGLISH_MONTHS[month - 1]} {year}" if lang == "en" else f"{year}. gada {MONTHS[month - 1]}"
    return "".join(map(str, known))
