"""The seed terms of the dictionary."""

from glossary.models import GlossaryPage, TermLink, TermName, TermPage

from . import archive, sheets


def names(sheet):
    """Of several English names the first is the preferred one."""
    for place, text in enumerate(sheet["english"]):
        yield TermName(language="en", kind="synonym" if place else "preferred", text=text)
    for text in sheet.get("synonyms", []):
        yield TermName(language="lv", kind="synonym", text=text)
    for text in sheet.get("abbreviations", []):
        yield TermName(language="lv", kind="abbreviation", text=text)


def term_page(sheet):
    page = TermPage(
        title=sheet["title"],
        status=sheet["status"],
        definition=sheet.get("definition", ""),
        definition_source=sheet.get("source", ""),
        notes=sheet.get("notes", ""),
        to_find_out="\n".join(sheet.get("missing", [])),
        translation_key=sheets.key("term", sheet["title"]),
    )
    page.names = list(names(sheet))
    archive.on_topics(page, sheet.get("topics", []))
    return page


def links(sheet, pages):
    for kind in TermLink.Kind.values:
        for place, title in enumerate(sheet.get(kind, [])):
            yield TermLink(term=pages[sheet["title"]], kind=kind, other=pages[title], sort_order=place)


def load_dictionary():
    content = sheets.read("glossary.toml")
    section = GlossaryPage.objects.get(slug="vardnica")
    section.intro, section.sources = content["section"]["intro"], "\n".join(content["section"]["sources"])
    section.save_revision().publish()
    pages = {sheet["title"]: archive.add_page(section, term_page(sheet)) for sheet in content["term"]}
    TermLink.objects.bulk_create(link for sheet in content["term"] for link in links(sheet, pages))
