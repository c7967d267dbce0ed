"""Whose names stand in the signatures of a container. Nothing is verified here: it is what is written, no more."""

import binascii
import re
from base64 import b64decode

from cryptography import x509
from cryptography.x509.oid import NameOID
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from .personal_codes import without_personal_codes
from .refusals import Reason, Refused

XML = "{http://www.w3.org/2000/09/xmldsig#}"
CERTIFICATES = f"{XML}KeyInfo/{XML}X509Data/{XML}X509Certificate"
MOST = 20


def names_in(signatures: list[bytes]) -> list[str]:
    """The signers' names in the order of the signatures, each once."""
    found = [name for xml in signatures for name in _names(xml)]
    return list(dict.fromkeys(found))[:MOST]


def _names(xml):
    try:
        root = fromstring(xml, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise Refused(Reason.BROKEN) from error
    for signature in root.iter(f"{XML}Signature"):
        names = filter(None, (_name(one.text or "") for one in signature.findall(CERTIFICATES)))
        yield from list(names)[:1]


def _name(encoded):
    """The common name of a person's certificate; nothing of an authority's or of one that cannot be read."""
    try:
        certificate = x509.load_der_x509_certificate(b64decode(re.sub(r"\s", "", encoded), validate=True))
        if _is_authority(certificate):
            return ""
        written = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    except (ValueError, binascii.Error, x509.ExtensionNotFound):
        return ""
    return without_personal_codes(str(written[0].value)).strip(" ,") if written else ""


def _is_authority(certificate):
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False
