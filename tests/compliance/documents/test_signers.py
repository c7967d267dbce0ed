import pytest

from compliance.documents.refusals import Reason, Refused
from compliance.documents.signers import names_in
from tests.compliance.documents.uploads import certificate_of, signature_of


def signed_by(*names):
    return signature_of(*map(certificate_of, names)).encode()


def test_signers_are_named_in_the_order_of_the_signatures():
    assert names_in([signed_by("JĀNIS BĒRZIŅŠ", "Alise Ozola"), signed_by("Alise Ozola", "Ilze Kalniņa")]) == [
        "JĀNIS BĒRZIŅŠ",
        "Alise Ozola",
        "Ilze Kalniņa",
    ]


def test_authority_and_what_cannot_be_read_are_no_signers():
    signature = signature_of(certificate_of("eParaksts ICA", authority=True), b"no certificate", b"")

    assert names_in([signature.encode()]) == []


@pytest.mark.parametrize("written", ["BĒRZIŅŠ,JĀNIS,32345678901", "BĒRZIŅŠ,JĀNIS 010190-12345"])
def test_personal_identity_codes_are_left_out_of_names(written):
    assert names_in([signed_by(written)]) == ["BĒRZIŅŠ,JĀNIS"]


LAUGHS = b'<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><s>&b;</s>'
OUTSIDE = b'<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]><s>&a;</s>'


@pytest.mark.parametrize(
    "xml", [LAUGHS, OUTSIDE, b"", b"<s>", b"\xff\xfe\x00"], ids=["dtd", "outside", "empty", "open", "bytes"]
)
def test_signature_that_is_no_plain_xml_is_refused(xml):
    with pytest.raises(Refused) as refusal:
        names_in([xml])

    assert refusal.value.reason == Reason.BROKEN
