"""Files as people bring them, made on the spot."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import typst
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.factories import at


def pdf(text="Apliecība"):
    return typst.compile(f'#set page(paper: "a4")\n{text}'.encode())


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


def zipped(members):
    out = BytesIO()
    with ZipFile(out, "w") as container:
        for name, data in members.items():
            container.writestr(name, data)
    return out.getvalue()
