"""Every file is read in a process of its own, as the portal does."""

import zlib
from io import BytesIO
from struct import pack
from threading import BoundedSemaphore
from time import monotonic

import pypdfium2
import pytest
from PIL import Image

from compliance.documents import apart
from compliance.documents import pdf as pdf_reader
from compliance.documents.kinds import Kind
from compliance.documents.refusals import Reason, Refused
from tests.compliance.documents.uploads import container, pdf, picture, raw_pdf, scanned_pdf

SCRIPT = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"


def refusal_of(data):
    with pytest.raises(Refused) as refusal:
        apart.read(data)
    return refusal.value.reason


def opened(data):
    return Image.open(BytesIO(data))


@pytest.mark.parametrize(
    ("data", "kind"),
    [(pdf(), Kind.PDF), (picture("JPEG"), Kind.JPEG), (picture("PNG"), Kind.PNG), (picture("HEIF"), Kind.HEIC)],
    ids=["pdf", "jpeg", "png", "heic"],
)
def test_kind_is_told_by_content_and_a_page_is_shown(data, kind):
    reading = apart.read(data)

    assert (reading.kind, reading.pages) == (kind, 1)
    assert [opened(preview).format for preview in reading.previews] == ["WEBP"]


@pytest.mark.parametrize(
    "data",
    [
        b"<html><script>alert(1)</script></html>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a",
        b"MZ\x90\x00",
        b"apliec\xc4\xabba",
        b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00mif1avif",
    ],
    ids=["html", "svg", "gif", "program", "text", "avif"],
)
def test_other_kinds_are_refused(data):
    assert refusal_of(data) == Reason.UNKNOWN_KIND


@pytest.mark.parametrize(
    "data",
    [
        pdf()[:400],
        picture("JPEG", (400, 300))[:500],
        picture("PNG")[:60],
        picture("HEIF")[:200],
        b"PK\x03\x04" + bytes(90),
    ],
    ids=["pdf", "jpeg", "png", "heic", "container"],
)
def test_torn_files_are_refused(data):
    assert refusal_of(data) == Reason.BROKEN


def test_photograph_loses_place_and_time_and_stands_upright():
    taken = Image.Exif()
    taken[0x0112] = 6  # lies on its side
    taken[0x010F] = "A camera of its own"
    taken.get_ifd(0x8825)[1] = "N"

    reading = apart.read(picture("JPEG", (400, 300), exif=taken))

    assert opened(reading.redrawn).size == opened(reading.previews[0]).size == (300, 400)
    assert dict(opened(reading.redrawn).getexif()) == dict(opened(reading.previews[0]).getexif()) == {}
    assert b"camera" not in reading.redrawn + reading.previews[0]


def test_large_photograph_becomes_smaller():
    reading = apart.read(picture("JPEG", (6000, 4000)))

    assert opened(reading.redrawn).size == (4096, 2731)
    assert opened(reading.previews[0]).size == (1600, 1067)


def test_transparent_picture_lies_on_white_paper():
    out = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")

    assert opened(apart.read(out.getvalue()).redrawn).getpixel((5, 5)) == (255, 255, 255)


def chunk(name, data):
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))


def test_picture_of_50_000_by_50_000_points_is_refused_unopened():
    header = chunk(b"IHDR", pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0))
    bomb = b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1_000_000))) + chunk(b"IEND", b"")

    assert refusal_of(bomb) == Reason.TOO_MANY_PIXELS


def test_pages_are_counted_and_the_first_ten_shown():
    reading = apart.read(pdf("#for n in range(12) [Lapa #n #pagebreak(weak: true)]"))

    assert (reading.pages, len(reading.previews)) == (12, 10)


def test_pdf_of_thousands_of_pages_is_refused():
    assert refusal_of(raw_pdf(pages=3000)) == Reason.TOO_MANY_PAGES


@pytest.mark.parametrize("size", [(14_400, 14_400), (1, 14_400), (10_000_000, 10_000_000)])
def test_huge_page_becomes_a_picture_of_bounded_size(size):
    (preview,) = apart.read(raw_pdf(size=size)).previews

    assert max(opened(preview).size) <= 1600


def test_pdf_with_a_password_is_refused():
    assert refusal_of(raw_pdf(encrypted=True)) == Reason.LOCKED


@pytest.mark.parametrize(
    "data",
    [
        raw_pdf(catalog=b"/OpenAction " + SCRIPT),
        raw_pdf(catalog=b"/OpenAction " + SCRIPT.replace(b"/JavaScript", b"/J#61vaScript")),
        raw_pdf(page=b"/AA << /O " + SCRIPT + b" >>"),
        raw_pdf(catalog=b"/OpenAction << /S /Launch /F (program) >>"),
    ],
    ids=["at opening", "written in escapes", "of a page", "a program"],
)
def test_pdf_that_would_run_something_is_kept_as_a_drawing_of_itself(data):
    reading = apart.read(data)

    assert not pdf_reader.acts(reading.redrawn)
    assert b"OpenAction" not in reading.redrawn
    assert pypdfium2.PdfDocument(reading.redrawn)[0].get_textpage().get_text_range() == "Apliecība"


def test_script_in_packed_objects_is_found():
    objects = zlib.compress(b"<< /S /JavaScript /JS (app.alert(1)) >>")

    assert pdf_reader.acts(b"%PDF-1.7 1 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\r\n" + objects)


def test_pdf_is_kept_without_what_it_tells_of_its_making():
    told = '#set document(title: "Melnraksts", author: "Alise Ozola")\n'
    reading = apart.read(pdf(f"{told}JavaScript un Launch kā vārdi #pagebreak() Otra lapa"))

    kept = pypdfium2.PdfDocument(reading.redrawn)
    assert kept.get_metadata_dict(skip_empty=True).keys() <= {"Creator", "Producer", "CreationDate"}
    assert kept.get_metadata_value("Creator") == "PDFium"
    assert not any(word in reading.redrawn for word in (b"Alise", b"Melnraksts", b"Typst", b"xpacket"))
    assert [page.get_textpage().get_text_range() for page in kept] == ["JavaScript un Launch kā vārdi", "Otra lapa"]


def drawn(data):
    return pypdfium2.PdfDocument(data)[0].render().to_pil().tobytes()


def test_pages_of_a_pdf_look_as_they_did():
    data = pdf('#rotate(20deg)[Apliecība] #rect(fill: red) #link("https://lm.gov.lv")[saite]')

    assert drawn(apart.read(data).redrawn) == drawn(data)


def test_pictures_in_a_pdf_tell_nothing_of_the_camera():
    taken = Image.Exif()
    taken[0x010F] = "A camera of its own"
    xmp = b'<?xpacket begin=""?><rdf>Riga, 56.95 N</rdf><?xpacket end="w"?>'
    scanned = scanned_pdf(picture("JPEG", (400, 300), exif=taken, xmp=xmp))

    with_script = scanned.replace(b"/Type/Catalog", b"/Type/Catalog/OpenAction " + SCRIPT)
    kept = apart.read(scanned).redrawn
    told = (b"camera", b"56.95", b"xpacket")
    assert [word in scanned for word in told] == [True, True, True]
    for one in (kept, apart.read(with_script).redrawn):
        assert [word in one for word in told] == [False, False, False]
    assert drawn(kept) == drawn(scanned)


SIGNATURE = b"/V << /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 9 9 9] /Contents <00> >>"


@pytest.mark.parametrize(("value", "as_it_came"), [(SIGNATURE, True), (b"", False)], ids=["signed", "left empty"])
def test_signed_pdf_is_kept_byte_for_byte(value, as_it_came):
    field = b"<< /FT /Sig /T (Paraksts) " + value + b" >>"
    reading = apart.read(raw_pdf(catalog=b"/AcroForm << /SigFlags 3 /Fields [" + field + b"] >>"))
    assert (reading.redrawn is None) == as_it_came


def test_personal_identity_codes_are_not_kept_in_the_text():
    assert apart.read(pdf("Alise Ozola, 010190-12345")).text == "Alise Ozola, ******-*****"


def test_reader_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    began = monotonic()

    assert refusal_of(pdf()) == Reason.TOO_SLOW
    assert monotonic() - began < 30


def test_third_reader_at_once_waits_for_its_turn(monkeypatch):
    monkeypatch.setattr(apart, "READERS", BoundedSemaphore(1))
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    apart.READERS.acquire()

    assert refusal_of(pdf()) == Reason.TOO_SLOW


def test_reader_that_falls_is_only_a_refusal(monkeypatch):
    monkeypatch.setattr(apart, "READER", ("sh", "-c", "kill -SEGV $$"))

    assert refusal_of(pdf()) == Reason.BROKEN


def test_reader_knows_nothing_of_the_portal(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "of the portal")
    monkeypatch.setattr(apart, "READER", ("sh", "-c", 'test -z "$SECRET_KEY" && echo \'{"refused": "locked"}\''))

    assert refusal_of(pdf()) == Reason.LOCKED


def test_container_is_one_document():
    reading = apart.read(container({"Apliecība.pdf": pdf("Supervīzijas pamati")}, signers=["JĀNIS BĒRZIŅŠ"]))

    assert (reading.kind, reading.pages, reading.signers) == (Kind.CONTAINER, 1, ("JĀNIS BĒRZIŅŠ",))
    assert (reading.text, len(reading.previews), reading.redrawn) == ("Supervīzijas pamati", 1, None)
