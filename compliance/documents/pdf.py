"""PDF by pdfium, which runs no script here: page pictures, text, and a copy without what could act or tell.

pdfium is not safe in threads and its input is anybody's: only the process of `__main__.py` calls this.
"""

import re
import zlib
from contextlib import closing
from io import BytesIO

import pypdfium2
from pypdfium2 import raw

from . import pictures
from .refusals import Reason, Refused

MOST_PAGES = 50
MOST_SHOWN = 10
MOST_TEXT = 20_000
ACTS = re.compile(rb"/(JavaScript|Launch|RichMedia|XFA|Encrypt)\b")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
PACKED = re.compile(rb"/ObjStm\b[^\0]{0,400}?stream\r?\n")
MOST_UNPACKED = 4_000_000
OF_PICTURE = re.compile(rb"\xff\xe1(?P<length>..)(?:Exif\0\0|http://ns\.adobe\.com/xap/)", re.DOTALL)
XMP = re.compile(rb"<\?xpacket begin.*?<\?xpacket end[^>]*>", re.DOTALL)


def opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == raw.FPDF_ERR_PASSWORD
        raise Refused(Reason.LOCKED if locked else Reason.BROKEN) from error
    if not len(document):
        raise Refused(Reason.BROKEN)
    if len(document) > MOST_PAGES:
        raise Refused(Reason.TOO_MANY_PAGES)
    if document.get_formtype():
        document.init_forms()  # what was filled in is drawn too
    return document


def page_pictures(document) -> list[bytes]:
    return [_drawn(page) for page in _first_pages(document)]


def text_of(document) -> str:
    texts = []
    for page in _first_pages(document):
        with closing(page.get_textpage()) as text:
            texts.append(text.get_text_range(count=min(text.count_chars(), MOST_TEXT)))
    return "\n".join(texts)[:MOST_TEXT]


def acts(data: bytes) -> bool:
    """Whether the file holds something that a reader would run, or hides by encryption that it does."""
    plain = (ESCAPED.sub(_unescaped, part) for part in (data, *_unpacked(data)))
    return any(ACTS.search(part) for part in plain)


def kept(document, data: bytes) -> bytes | None:
    """What is kept in place of the file; nothing if that is signed, as a signature is over its bytes."""
    if acts(data):
        return redrawn(document)
    if is_signed(document):
        return None
    return redrawn(document) if document.get_formtype() else bare(document)


def is_signed(document) -> bool:
    """Whether a field for a signature holds one."""
    fields = (raw.FPDF_GetSignatureObject(document, place) for place in range(raw.FPDF_GetSignatureCount(document)))
    return any(raw.FPDFSignatureObj_GetContents(field, None, 0) for field in fields)


def bare(document) -> bytes:
    """The same pages in a file that says nothing of who made it, when and with what, nor do the pictures in it."""
    copy = pypdfium2.PdfDocument.new()
    copy.import_pages(document)
    return _saved(copy)


def without_metadata(data: bytes) -> bytes:
    """Overwritten, not taken out: what stands after it in the file keeps its place."""
    data = bytearray(data)
    for found in [*OF_PICTURE.finditer(data)]:
        start, end = found.end("length"), found.start("length") + int.from_bytes(found["length"])
        data[start:end] = bytes(len(data[start:end]))
    return XMP.sub(lambda packet: b" " * len(packet[0]), data)


def redrawn(document) -> bytes:
    """The same pages as nothing but what is drawn on them: no scripts, actions, forms or metadata."""
    copy = pypdfium2.PdfDocument.new()
    for place, page in enumerate(document):
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        size = page.get_size()
        with closing(document.page_as_xobject(place, copy)) as drawing:
            sheet = copy.new_page(*size)
            sheet.insert_obj(drawing.as_pageobject())
            sheet.gen_content()
    return _saved(copy)


def _first_pages(document):
    for place in range(min(len(document), MOST_SHOWN)):
        with closing(document[place]) as page:
            yield page


def _saved(document):
    out = BytesIO()
    document.save(out)
    return without_metadata(out.getvalue())


def _drawn(page):
    """However large the page says it is, the picture has SHOWN_SIDE points at most."""
    scale = pictures.SHOWN_SIDE / max(1, *page.get_size())
    return pictures.shown(page.render(scale=scale).to_pil().convert("RGB"))


def _unpacked(data):
    """Object streams, where most programs write the objects of a file compressed."""
    whole = memoryview(data)
    for found in PACKED.finditer(data):
        try:
            yield zlib.decompressobj().decompress(whole[found.end() :], MOST_UNPACKED)
        except zlib.error:
            continue


def _unescaped(found):
    return bytes([int(found[1], 16)])
