"""Files as people bring them, made on the spot."""

from base64 import b64encode
from datetime import timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pillow_heif
import pypdfium2
import typst
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.factories import at

SIGNATURES = "http://www.w3.org/2000/09/xmldsig#"
pillow_heif.register_heif_opener()


def pdf(text="Apliecība"):
    return typst.compile(f'#set page(paper: "a4")\n{text}'.encode())


def raw_pdf(catalog=b"", page=b"", pages=1, size=(300, 200), encrypted=False):
    """A PDF written by hand, as programs that mean no good do."""
    show = b"BT /F1 12 Tf 10 100 Td (Apliec\xefba) Tj ET"
    width, height = size
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b" ".join([b"%d 0 R" % (5 + n) for n in range(pages)])),
        b"<< /Length %d >> stream\n%s\nendstream" % (len(show), show),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [239 /imacron] >> >>",
        *[
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 3 0 R" % (width, height)
            + b" /Resources << /Font << /F1 4 0 R >> >> " + page + b" >>"
        ] * pages,
    ]  # fmt: skip
    parts = [b"%d 0 obj %s endobj\n" % (number, body) for number, body in enumerate(objects, start=1)]
    locked = b"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (
        b"00" * 32,
        b"11" * 32,
    )
    trailer = b"trailer << /Root 1 0 R /Size %d %s >>\n%%%%EOF" % (len(parts) + 1, locked if encrypted else b"")
    return b"%PDF-1.7\n" + b"".join(parts) + trailer


def scanned_pdf(photograph):
    """As a telephone writes it: the picture of its camera is the page."""
    document, out = pypdfium2.PdfDocument.new(), BytesIO()
    drawing = pypdfium2.PdfImage.new(document)
    drawing.load_jpeg(BytesIO(photograph))
    width, height = drawing.get_px_size()
    drawing.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    page = document.new_page(width, height)
    page.insert_obj(drawing)
    page.gen_content()
    document.save(out)
    return out.getvalue()


def picture(form="JPEG", size=(40, 30), **options):
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, form, **options)
    return out.getvalue()


def certificate_of(name, authority=False):
    """The certificate of a signature, signed by itself, as DER."""
    key = ec.generate_private_key(ec.SECP256R1())
    named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = x509.CertificateBuilder(
        named, named, key.public_key(), x509.random_serial_number(), at(2026), at(2026) + timedelta(days=365)
    ).add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
    return made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def upload(data, name="apliecība.pdf"):
    return SimpleUploadedFile(name, data)


def signature_of(*certificates):
    """What stands in META-INF: the signatures with the certificates of their keys."""
    inside = "".join(
        f"<ds:Signature><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{b64encode(one).decode()}"
        "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>"
        for one in certificates
    )
    return f'<asic:XAdESSignatures xmlns:asic="a" xmlns:ds="{SIGNATURES}">{inside}</asic:XAdESSignatures>'


def container(members, signers=("Alise Ozola",), signature=None):
    """An .edoc; `members` may be a list of pairs where names are of interest."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.etsi.asic-e+zip", ZIP_STORED)
        for name, data in members.items() if isinstance(members, dict) else members:
            made.writestr(name, data)
        made.writestr("META-INF/edoc-signatures-S1.xml", signature or signature_of(*map(certificate_of, signers)))
    return out.getvalue()
