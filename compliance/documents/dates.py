"""Days and stretches of days as Latvian and English certificates write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "mai": 5, "may": 5, "jūn": 6, "jun": 6, "jūl": 7, "jul": 7,
    "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTH = (
    r"(?P<month>janvār\w{1,3}|februār\w{1,3}|mart[sāam]\w?|aprīl\w{1,3}|maij\w{1,2}|jūnij\w{1,2}|jūlij\w{1,2}|august\w{1,2}"
    r"|septembr\w{1,3}|oktobr\w{1,3}|novembr\w{1,3}|decembr\w{1,3}|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b"
)
TO_DAY = r"(?:\s*[-\u2013\u2014]\s*(?P<end>\d{1,2})\.?)?"
FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?P<year>\d{{4}})\.?\s*g(?:ada|\.)\s*(?P<day>\d{{1,2}})\.{TO_DAY}\s*{MONTH}",
        rf"\b(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?{TO_DAY}\s*{MONTH}(?:,?\s*(?P<year>\d{{4}}))?",
        rf"\b{MONTH}\s+(?P<day>\d{{1,2}}){TO_DAY},?\s+(?P<year>\d{{4}})",
        rf"(?<![\d.])(?P<day>\d{{1,2}})\.{TO_DAY}\s?(?P<month>\d{{1,2}})\.(?:\s?(?P<year>\d{{4}})\b)?",
        r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})\b",
        r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b",
    )
]
JOINED = re.compile(r"[.,]?\s*(?:[-\u2013\u2014]|līdz|to|until|till)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Stretch:
    first: date
    last: date
    start: int  # where it begins in the text


@dataclass
class _Point:
    """A day as written, and up to which day of the month; its year may stand with the one it is joined to."""

    start: int
    stop: int
    year: int | None
    month: int
    day: int
    end: int

    def days(self, year):
        return date(year, self.month, self.day), date(year, self.month, self.end)


def stretches(text: str) -> Iterator[Stretch]:
    """In the order of the text; what is no day of a calendar is passed over."""
    points = list(_points(text))
    while points:
        one, *points = points
        joined = bool(points) and JOINED.fullmatch(text[one.stop : points[0].start])
        last = points.pop(0) if joined else one
        yield from _stretch(one, last)


def _stretch(one, last):
    year = one.year or last.year
    try:
        first, end = one.days(year)[0], last.days(last.year or year)[1]
    except (TypeError, ValueError):
        return
    if first <= end:
        yield Stretch(first, end, one.start)


def _points(text):
    reached = 0
    found = (match for form in FORMS for match in form.finditer(text))
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if match.start() >= reached:
            reached = match.end()
            yield _point(match)


def _point(match):
    month, day, year = match["month"], int(match["day"]), match["year"]
    number = int(month) if month.isdigit() else MONTHS[month[:3].lower()]
    end = match.groupdict().get("end")
    return _Point(match.start(), match.end(), int(year) if year else None, number, day, int(end or day))
