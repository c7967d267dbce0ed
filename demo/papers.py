"""Certificates as providers print them, so that the queue has something to show."""

import json

import typst
from django.core.files.uploadedfile import SimpleUploadedFile

from compliance.actions.documents import keep
from compliance.pdf import FONTS
from people.wording import full_date, hours_phrase

SHEET = """
#set page(width: 210mm, height: 148mm, margin: 22mm)
#set text(font: "Literata", lang: "lv", size: 13pt)
#let told = json(bytes(sys.inputs.told))
#align(center)[
  #text(26pt)[APLIECĪBA] #v(8mm) #text(18pt)[#told.person] #v(4mm)
  piedalījās mācībās #v(2mm) #text(16pt)[„#told.title”] #v(4mm) #told.day, #told.hours #v(12mm) #told.provider
]
"""


def paper(person, *, title, provider, day, hours, at):
    """The kept document of a certificate that says so."""
    told = {
        "person": str(person),
        "title": title,
        "provider": provider,
        "day": full_date(day),
        "hours": hours_phrase(hours),
    }
    sheet = typst.compile(
        SHEET.encode(), font_paths=[FONTS], ignore_system_fonts=True, sys_inputs={"told": json.dumps(told)}
    )
    return keep(SimpleUploadedFile("apliecība.pdf", sheet), person=person, by=person, at=at)
