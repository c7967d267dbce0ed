"""CSL-JSON as BibTeX."""

from .csl import name_of, year_of

TYPES = {"article-journal": "article", "book": "book", "report": "techreport", "periodical": "misc"}
FIELDS = {
    "title": "title",
    "container-title": "journal",
    "issue": "number",
    "page": "pages",
    "publisher": "publisher",
    "publisher-place": "address",
    "ISBN": "isbn",
    "ISSN": "issn",
    "DOI": "doi",
    "URL": "url",
    "keyword": "keywords",
    "abstract": "abstract",
    "language": "language",
}
ESCAPED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
ESCAPED |= {sign: f"\\{sign}" for sign in "{}&%$#_"}
VERBATIM = {"doi", "url"}


def bibtex(item: dict) -> str:
    kind = TYPES.get(item["type"], "misc")
    lines = [f"  {name} = {{{value}}}," for name, value in fields(item, kind) if value]
    return "\n".join([f"@{kind}{{{item['id']},", *lines, "}", ""])


def fields(item, kind):
    yield "author", people(item.get("author", ()))
    yield "editor", people(item.get("editor", ()))
    yield "year", year_of(item)
    named = FIELDS | ({"publisher": "institution"} if kind == "techreport" else {})
    yield from ((field, written(item.get(name, ""), field)) for name, field in named.items())


def written(value, field):
    if field == "pages":
        return value.replace("–", "--")
    return verbatim(value) if field in VERBATIM else escaped(value)


def verbatim(value):
    """Braces would end the field; addresses are otherwise taken as they are."""
    return value.replace("{", "%7B").replace("}", "%7D")


def people(names):
    """An organisation stands in braces of its own, or it would be taken apart."""
    return " and ".join(f"{{{escaped(name_of(one))}}}" if "literal" in one else escaped(name_of(one)) for one in names)


def escaped(text):
    """One line, with what TeX would take for its own made plain."""
    return "".join(ESCAPED.get(sign, sign) for sign in " ".join(text.split()))
