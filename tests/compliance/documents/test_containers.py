"""Containers are opened within limits; nothing of them is ever written to a disk."""

import stat
import warnings
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

import pytest

from compliance.documents import apart
from compliance.documents.containers import Container
from compliance.documents.refusals import Reason, Refused
from tests.compliance.documents.uploads import container, pdf, picture, signature_of


def refusal_of(data):
    with pytest.raises(Refused) as refusal:
        Container(data)
    return refusal.value.reason


def test_first_document_that_can_be_looked_at_is_shown():
    image = picture()

    opened = Container(container({"piezīmes.docx": b"PK\x03\x04", "foto.jpg": image, "vēl.pdf": pdf()}))

    assert opened.shown == image


def test_container_of_other_files_is_taken_without_a_preview():
    reading = apart.read(container({"apliecība.docx": b"PK\x03\x04"}, signers=["Alise Ozola"]))

    assert (reading.pages, reading.previews, reading.signers) == (0, (), ("Alise Ozola",))


def test_container_in_a_container_stays_closed():
    assert Container(container({"iekšā.edoc": container({"apliecība.pdf": pdf()})})).shown is None


def test_zip_without_signatures_is_no_document():
    out = BytesIO()
    with ZipFile(out, "w") as made:
        made.writestr("word/document.xml", "<w/>")

    assert refusal_of(out.getvalue()) == Reason.UNKNOWN_KIND


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../apliecība.pdf", "a/../../b.pdf", "..\\b.pdf", "C:\\b.pdf", "a\0.pdf"]
)
def test_names_that_lead_elsewhere_are_refused(name):
    entry = ZipInfo("apliecība.pdf")
    entry.filename = name

    assert refusal_of(container([(entry, pdf())])) == Reason.UNSAFE_CONTAINER


def test_same_name_twice_is_refused():
    with warnings.catch_warnings(action="ignore"):
        twice = container([("apliecība.pdf", pdf("Viena")), ("Apliecība.PDF", pdf("Otra"))])

    assert refusal_of(twice) == Reason.UNSAFE_CONTAINER


def test_link_is_refused():
    link = ZipInfo("apliecība.pdf")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16

    assert refusal_of(container([(link, "/etc/passwd")])) == Reason.UNSAFE_CONTAINER


def test_packing_that_no_signer_uses_is_refused():
    entry = ZipInfo("apliecība.pdf")
    entry.compress_type = ZIP_LZMA

    assert refusal_of(container([(entry, pdf())])) == Reason.UNSAFE_CONTAINER


def test_container_of_100_000_members_is_refused():
    with pytest.raises(Refused) as refusal:
        apart.read(container([(f"{number}", b"") for number in range(100_000)]))

    assert refusal.value.reason == Reason.UNSAFE_CONTAINER


def test_bomb_that_tells_its_size_is_refused_unopened():
    assert refusal_of(container({"a.pdf": bytes(60_000_000)})) == Reason.UNSAFE_CONTAINER


def test_bomb_that_lies_about_its_size_is_never_unpacked_whole():
    bomb = container({"a.pdf": b"%PDF-" + bytes(60_000_000)})
    size = (60_000_005).to_bytes(4, "little")

    with pytest.raises(Refused) as refusal:
        apart.read(bomb.replace(size, (1000).to_bytes(4, "little")))

    assert refusal.value.reason == Reason.BROKEN


def test_signature_that_is_too_long_is_refused():
    with pytest.raises(Refused) as refusal:
        Container(container({"a.pdf": pdf()}, signature=bytes(2_000_001))).signatures  # noqa: B018 - reading it is the test

    assert refusal.value.reason == Reason.UNSAFE_CONTAINER


def test_torn_container_is_refused():
    whole = container({"apliecība.pdf": pdf()})

    assert refusal_of(whole[: len(whole) // 2]) == Reason.BROKEN


def test_member_whose_sum_is_wrong_is_refused():
    whole = container({"apliecība.pdf": pdf()})
    at = whole.index("apliecība.pdf".encode()) + 100
    damaged = whole[:at] + bytes([whole[at] ^ 255]) + whole[at + 1 :]

    with pytest.raises(Refused) as refusal:
        apart.read(damaged)

    assert refusal.value.reason == Reason.BROKEN


def test_member_locked_with_a_password_is_refused():
    whole = bytearray(container({"apliecība.pdf": pdf()}))
    central = whole.rindex(b"PK\x01\x02", 0, whole.rindex(b"apliec"))
    whole[central + 8] |= 1

    assert refusal_of(bytes(whole)) == Reason.UNSAFE_CONTAINER


def test_documents_in_folders_are_found_and_the_rest_of_meta_inf_is_not_shown():
    members = {"META-INF/manifest.pdf": pdf("Nav"), "mape/": b"", "mape/apliecība.pdf": pdf("Ir")}

    assert Container(container(members)).shown == members["mape/apliecība.pdf"]


def test_several_signatures_are_read_in_their_order():
    out = BytesIO(container({"apliecība.pdf": pdf()}))
    with ZipFile(out, "a", ZIP_DEFLATED) as made:
        made.writestr("META-INF/edoc-signatures-S2.xml", signature_of())

    assert len(Container(out.getvalue()).signatures) == 2
