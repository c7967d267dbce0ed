"""TBX-Basic (ISO 30042:2019, DCA style). It knows no broader terms: those become cross-references, as related ones."""

from lxml import etree

from .concept import ABBREVIATION, APPROVED, OBSOLETE, PREFERRED, PROVISIONAL, SYNONYM, Concept, Named
from .refusals import not_readable

SPACE = "urn:iso:std:iso:30042:ed-2"
NAMES = {"t": SPACE}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
STATUS = {
    APPROVED: "preferredTerm-admn-sts",
    PROVISIONAL: "admittedTerm-admn-sts",
    OBSOLETE: "supersededTerm-admn-sts",
}
STATUS_READ = {told: status for status, told in STATUS.items()} | {"deprecatedTerm-admn-sts": OBSOLETE}
PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False, "remove_comments": True}


def write(concepts, *, title):
    root = etree.Element(f"{{{SPACE}}}tbx", {"type": "TBX-Basic", "style": "dca", LANGUAGE: "lv"}, nsmap={None: SPACE})
    within(root, "tbxHeader/fileDesc/sourceDesc/p", title)
    body = within(root, "text/body")
    ids = {concept.key: f"c{place}" for place, concept in enumerate(concepts, start=1)}
    for concept in concepts:
        write_concept(body, concept, ids)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def within(parent, path, text=None, **attributes):
    """New elements, each inside the one before; the attributes and the text are the last one's."""
    for name in path.split("/"):
        parent = etree.SubElement(parent, f"{{{SPACE}}}{name}")
    parent.text = text
    parent.attrib.update(attributes)
    return parent


def write_concept(body, concept, ids):
    entry = within(body, "conceptEntry", id=ids[concept.key])
    within(entry, "xref", concept.key, type="externalCrossReference", target=concept.key)
    for key in dict.fromkeys((*concept.broader, *concept.related)):
        if key in ids:
            within(entry, "ref", ids[key], type="crossReference", target=ids[key])
    if concept.notes:
        within(entry, "note", concept.notes)
    for language in concept.languages:
        section = within(entry, "langSec", **{LANGUAGE: language})
        if language == "lv":
            write_definition(section, concept)
            write_term(section, concept.title, "fullForm", STATUS[concept.status])
        for name in concept.names:
            if name.language == language:
                write_name(section, name)


def write_definition(section, concept):
    if concept.definition or concept.source:
        group = within(section, "descripGrp")
        within(group, "descrip", concept.definition, type="definition")
        if concept.source:
            within(group, "admin", concept.source, type="source")


def write_name(section, name):
    kind = "abbreviation" if name.kind == ABBREVIATION else "fullForm"
    write_term(section, name.text, kind, STATUS[APPROVED if name.kind == PREFERRED else PROVISIONAL])


def write_term(section, text, kind, status):
    term = within(section, "termSec")
    within(term, "term", text)
    within(term, "termNote", kind, type="termType")
    within(term, "termNote", status, type="administrativeStatus")


def read(content):
    try:
        root = etree.fromstring(content, etree.XMLParser(**PARSER))
    except etree.XMLSyntaxError as error:
        raise not_readable("TBX") from error
    if root.getroottree().docinfo.doctype or root.tag != f"{{{SPACE}}}tbx":
        raise not_readable("TBX")
    entries = root.iterfind(".//t:conceptEntry", NAMES)
    keys = {}
    found = [read_entry(entry, place, keys) for place, entry in enumerate(entries, start=1)]
    return [with_keys(concept, keys) for concept in found if concept]


def read_entry(entry, place, keys):
    """None of what has no Latvian name. The entry's id in the file is noted beside its key."""
    address = entry.find("t:xref[@type='externalCrossReference']", NAMES)
    number = entry.get("id", f"c{place}")
    key = keys[number] = (address.get("target", "") if address is not None else "") or number
    terms = [term for section in entry.iterfind("t:langSec", NAMES) for term in read_section(section)]
    title = next((term for term in terms if term[0].language == "lv"), None)
    if title is None:
        return None
    return Concept(
        key=key,
        title=title[0].text,
        names=tuple(sorted(name for name, _status in terms if name != title[0])),
        definition=text_of(entry, "t:langSec//t:descrip[@type='definition']"),
        source=text_of(entry, "t:langSec//t:admin[@type='source']"),
        notes=text_of(entry, "t:note"),
        status=STATUS_READ.get(title[1], PROVISIONAL),
        related=tuple(ref.get("target", "") for ref in entry.iterfind("t:ref[@type='crossReference']", NAMES)),
    )


def with_keys(concept, keys):
    related = tuple(sorted({keys[number] for number in concept.related if number in keys}))
    return Concept(**{**vars(concept), "related": related})


def read_section(section):
    """(name, its status) of every term of one language; beyond Latvian the first that is preferred is so."""
    language = section.get(LANGUAGE, "")[:2].lower()
    preferred = False
    for term in section.iterfind("t:termSec", NAMES):
        text = text_of(term, "t:term")
        status = text_of(term, "t:termNote[@type='administrativeStatus']")
        kind = SYNONYM
        if text_of(term, "t:termNote[@type='termType']") in {"abbreviation", "acronym", "initialism"}:
            kind = ABBREVIATION
        elif language != "lv" and not preferred and status in {STATUS[APPROVED], ""}:
            kind, preferred = PREFERRED, True
        if text and language:
            yield Named(language, kind, text), status


def text_of(element, path):
    found = element.find(path, NAMES)
    return "".join(found.itertext()).strip() if found is not None else ""
