"""The protocol's XML."""

from datetime import UTC, datetime

from lxml import etree

from publications.dublin_core import dublin_core

from .arguments import PREFIX

OAI, XSI = "http://www.openarchives.org/OAI/2.0/", "http://www.w3.org/2001/XMLSchema-instance"
OAI_DC, DC = "http://www.openarchives.org/OAI/2.0/oai_dc/", "http://purl.org/dc/elements/1.1/"
SCHEMA, OAI_DC_SCHEMA = f"{OAI}OAI-PMH.xsd", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def add(parent, name, text=None, **attributes):
    element = etree.SubElement(parent, f"{{{OAI}}}{name}", attributes)
    element.text = text
    return element


def envelope(base_url, arguments, at):
    """The root; the request's arguments are repeated unless they were wrong."""
    root = etree.Element(f"{{{OAI}}}OAI-PMH", nsmap={None: OAI, "xsi": XSI})
    root.set(f"{{{XSI}}}schemaLocation", f"{OAI} {SCHEMA}")
    add(root, "responseDate", stamp(at))
    add(root, "request", base_url, **arguments)
    return root


def written(root) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def header(parent, record, identifier):
    made = add(parent, "header", **({"status": "deleted"} if record.is_deleted else {}))
    add(made, "identifier", identifier)
    add(made, "datestamp", stamp(record.changed_at))
    add(made, "setSpec", record.kind)


def metadata(parent, page):
    holder = add(parent, "metadata")
    dc = etree.SubElement(holder, f"{{{OAI_DC}}}dc", nsmap={PREFIX: OAI_DC, "dc": DC})
    dc.set(f"{{{XSI}}}schemaLocation", f"{OAI_DC} {OAI_DC_SCHEMA}")
    for name, value in dublin_core(page.csl()):
        etree.SubElement(dc, f"{{{DC}}}{name}").text = value


def record_element(parent, record, identifier, page):
    made = add(parent, "record")
    header(made, record, identifier)
    if page is not None:
        metadata(made, page)


def formats(parent):
    made = add(parent, "metadataFormat")
    add(made, "metadataPrefix", PREFIX)
    add(made, "schema", OAI_DC_SCHEMA)
    add(made, "metadataNamespace", OAI_DC)
