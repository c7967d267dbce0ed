"""What the ledger's hashes cover: one text for the same facts, on any database, forever."""

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal

FORMAT = 2
"""Goes into every text. A later format gets a new number, and the writing of older ones stays.

1: without funding
2: with it
"""
FORMAT_1 = '"format":1,'

FIELDS = (
    "person", "sequence", "entry", "reverses", "corrects", "kind", "unit", "amount", "legal_date", "year",
    "source", "source_key", "source_version", "title", "provider", "evidence", "reason", "recorded_by",
    "recorded_at", "funding",
)  # fmt: skip
"""People by id, reversed and corrected entries by their sequence in the same person's chain."""


def written(facts: dict) -> str:
    """Canonical JSON: sorted keys, no spaces, amounts with two decimals, moments in UTC."""
    return _encoder.encode(facts)


def entry_text(values: Iterable, number: int = FORMAT) -> str:
    """The canonical text of an entry from its values in the order of FIELDS; what an old format lacks is empty."""
    facts = {"format": number, **dict(zip(FIELDS, values, strict=True))}
    if number == 1 and not facts["funding"]:
        del facts["funding"]
    return written(facts)


def format_of(text: str) -> int:
    """Within a JSON text quotation marks of values are escaped: only the key itself reads so."""
    return 1 if FORMAT_1 in text else FORMAT


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def link(previous: str, text: str) -> str:
    """The hash of an entry: it covers the text and, through the hash before, the person's whole chain."""
    return digest(f"{previous}\n{text}")


def _word(value: Decimal | date | datetime) -> str:
    match value:
        case Decimal():
            return f"{value:.2f}"
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds")
        case date():
            return value.isoformat()
    raise TypeError(f"no canonical form for {value!r}")


_encoder = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_word)
