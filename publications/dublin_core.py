"""CSL-JSON as simple Dublin Core: (element, value) in the order of the standard's list."""

from .csl import date_parts, name_of, year_of

LANGUAGES = {"lv": "lav", "en": "eng"}


def dublin_core(item: dict) -> list[tuple[str, str]]:
    elements = [
        ("title", item["title"]),
        *(("creator", name_of(one)) for one in item.get("author", ())),
        *(("subject", word) for word in item.get("keyword", "").split(", ")),
        ("description", item.get("abstract", "")),
        ("publisher", item.get("publisher", "")),
        *(("contributor", name_of(one)) for one in item.get("editor", ())),
        ("date", "-".join(f"{part:02}" for part in date_parts(item))),
        ("type", "Text"),
        *(("identifier", one) for one in identifiers(item)),
        ("source", source(item)),
        ("language", LANGUAGES.get(item.get("language", ""), "")),
    ]
    return [(element, value) for element, value in elements if value]


def identifiers(item):
    doi = f"https://doi.org/{item['DOI']}" if "DOI" in item else ""
    isbn = f"urn:isbn:{item['ISBN'].replace('-', '')}" if "ISBN" in item else ""
    return [item.get("URL", ""), doi, isbn]


def source(item):
    """„Sociālais darbs Latvijā, 1/2020, 9–19”, with the ISSN if there is one."""
    if "container-title" not in item:
        return ""
    number = f"{item['issue']}/{year_of(item)}" if "issue" in item else ""
    issn = f"ISSN {item['ISSN']}" if "ISSN" in item else ""
    return ", ".join(filter(None, [item["container-title"], number, item.get("page"), issn]))
