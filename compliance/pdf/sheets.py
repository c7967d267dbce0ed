"""Tables on paper as a tagged PDF/UA-1: what it says comes as words, the template only lays it out."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime

import typst
from django.conf import settings
from django.utils.translation import get_language

from . import FONTS

TEMPLATE = settings.BASE_DIR / "templates" / "pdf" / "sheet.typ"


@dataclass(frozen=True)
class Column:
    label: str
    number: bool = False


@dataclass(frozen=True)
class Table:
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    total: Sequence[str] = ()


@dataclass(frozen=True)
class Note:
    text: str
    url: str = ""


@dataclass(frozen=True)
class Section:
    heading: str
    notes: Sequence[Note] = ()
    table: Table | None = None


@dataclass(frozen=True)
class Sheet:
    """kicker: whose and of when; footer: stands on every page beside its number."""

    kicker: str
    title: str
    lines: Iterable[str]
    sections: Sequence[Section]
    footer: str = ""
    language: str = field(default_factory=lambda: get_language() or settings.LANGUAGE_CODE)


def draw(sheet: Sheet, *, at: datetime) -> bytes:
    try:
        return _compiled(sheet, at, ["ua-1"])
    except typst.TypstError:
        return _compiled(sheet, at, [])  # a name in signs that no font of ours has


def _compiled(sheet, moment, standards):
    return typst.compile(
        TEMPLATE,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(asdict(sheet))},
        pdf_standards=standards,
        timestamp=moment.replace(microsecond=0),  # typst refuses parts of seconds
    )
