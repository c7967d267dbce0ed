"""What the ledger's hashes cover: one text for the same facts, on any database, forever."""

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring as _quoted

FORMAT = 2
"""Goes into every text. A later format gets a new number, and the writing of older ones stays.

1: without funding
2: with it
"""
FORMAT_1 = '"format":1,'
STATED = (
    "person_id", "sequence", "entry", "reverses_id", "corrects_id", "kind", "unit", "amount", "legal_date", "year",
    "source", "source_key", "source_version", "title", "provider", "evidence", "reason", "recorded_by_id",
    "recorded_at", "funding",
)  # fmt: skip
"""What the text of an entry says, as `entry_text` takes it; the ids of other entries become their sequences."""


def written(facts: dict) -> str:
    """Canonical JSON: sorted keys, no spaces, amounts with two decimals, moments in UTC."""
    return _encoder.encode(facts)


def entry_text(values: Iterable, number: int = FORMAT) -> str:
    """The canonical text of an entry from its values; what an old format lacks is empty.

    People by id, reversed and corrected entries by their sequence in the same person's chain.

    It is what `written` makes of them, spelt out because verification makes a million of these texts.
    """
    (
        person, sequence, entry, reverses, corrects, kind, unit, amount, legal_date, year,
        source, source_key, source_version, title, provider, evidence, reason, recorded_by,
        recorded_at, funding,
    ) = values  # fmt: skip
    paid = "" if number == 1 and not funding else f'"funding":{_quoted(funding)},'
    return (
        f'{{"amount":"{amount:.2f}","corrects":{_or_null(corrects)},"entry":{_quoted(entry)},'
        f'"evidence":{_quoted(evidence)},"format":{number},{paid}"kind":{_quoted(kind)},'
        f'"legal_date":"{legal_date}","person":{person},"provider":{_quoted(provider)},'
        f'"reason":{_quoted(reason)},"recorded_at":"{_moment(recorded_at)}","recorded_by":{_or_null(recorded_by)},'
        f'"reverses":{_or_null(reverses)},"sequence":{sequence},"source":{_quoted(source)},'
        f'"source_key":{_quoted(source_key)},"source_version":{_quoted(source_version)},"title":{_quoted(title)},'
        f'"unit":{_quoted(unit)},"year":{year}}}'
    )


def format_of(text: str) -> int:
    """Within a JSON text quotation marks of values are escaped: only the key itself reads so."""
    return 1 if FORMAT_1 in text else FORMAT


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def link(previous: str, text: str) -> str:
    """The hash of an entry: it covers the text and, through the hash before, the person's whole chain."""
    return digest(f"{previous}\n{text}")


def _or_null(number):
    return "null" if number is None else number


@lru_cache(maxsize=1000)
def _moment(value: datetime | str) -> str:
    """A text is in UTC, as SQLite keeps it. Entries of one list share their moment."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value).replace(tzinfo=UTC)
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def _word(value: Decimal | date | datetime) -> str:
    match value:
        case Decimal():
            return f"{value:.2f}"
        case datetime():
            return _moment(value)
        case date():
            return value.isoformat()
    raise TypeError(f"no canonical form for {value!r}")


_encoder = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_word)
