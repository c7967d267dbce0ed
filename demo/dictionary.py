"""The seed terms of the dictionary."""

from glossary.models import GlossaryPage, TermLink, TermName, TermPage

from . import sheets


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
        live=False,
    )
    page.names = list(names(sheet))
    return page


def links(sheet, pages):
    for kind in TermLink.Kind.values:
        for title in sheet.get(kind, []):
            yield TermLink(kind=kind, other=pages[title])


def load_dictionary():
    content = sheets.read("glossary.toml")
    section = GlossaryPage.objects.get(slug="vardnica")
    section.intro, section.sources = content["section"]["intro"], "\n".join(content["section"]["sources"])
    section.save_revision().publish()
    pages = {}
    for sheet in content["term"]:
        pages[sheet["title"]] = section.add_child(instance=term_page(sheet))
    for sheet in content["term"]:
        page = pages[sheet["title"]]
        page.links = list(links(sheet, pages))
        page.save_revision().publish()
