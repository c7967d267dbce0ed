"""CSL-JSON as RIS: two letters, a value, one a line."""

from .csl import first_and_last, name_of, year_of

TYPES = {"article-journal": "JOUR", "book": "BOOK", "report": "RPRT", "periodical": "JFULL"}
TAGS = {
    "title": "TI",
    "container-title": "JO",
    "issue": "IS",
    "publisher": "PB",
    "publisher-place": "CY",
    "DOI": "DO",
    "URL": "UR",
    "abstract": "AB",
    "language": "LA",
}


def ris(item: dict) -> str:
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tagged(item) if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def tagged(item):
    yield "TY", TYPES.get(item["type"], "GEN")
    for tag, role in (("AU", "author"), ("ED", "editor")):
        yield from ((tag, name_of(name)) for name in item.get(role, ()))
    yield "PY", year_of(item)
    first, last = first_and_last(item)
    yield from (("SP", first), ("EP", last), ("SN", item.get("ISSN") or item.get("ISBN", "")))
    yield from ((tag, item.get(name, "")) for name, tag in TAGS.items())
    yield from (("KW", word) for word in item.get("keyword", "").split(", "))
