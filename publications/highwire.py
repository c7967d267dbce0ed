"""CSL-JSON as the meta tags that Google Scholar and Zotero read."""

from .csl import date_parts, first_and_last, name_of

TAGS = {
    "title": "citation_title",
    "container-title": "citation_journal_title",
    "issue": "citation_issue",
    "ISSN": "citation_issn",
    "ISBN": "citation_isbn",
    "DOI": "citation_doi",
    "publisher": "citation_publisher",
    "language": "citation_language",
    "URL": "citation_public_url",
    "keyword": "citation_keywords",
}


def highwire(item: dict, pdf_url: str = "") -> list[tuple[str, str]]:
    first, last = first_and_last(item)
    tags = [
        *(("citation_author", name_of(one)) for one in item.get("author", ())),
        *(("citation_editor", name_of(one)) for one in item.get("editor", ())),
        ("citation_publication_date", "/".join(f"{part:02}" for part in date_parts(item))),
        ("citation_firstpage", first),
        ("citation_lastpage", last),
        *((tag, item.get(name, "")) for name, tag in TAGS.items()),
        ("citation_pdf_url", pdf_url),
    ]
    return sorted(((tag, value) for tag, value in tags if value), key=lambda pair: pair[0] != "citation_title")
