"""What a file is by its first bytes, whatever its name says."""

from enum import StrEnum

from .refusals import Reason, Refused

HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
BEFORE_PDF = b"\xef\xbb\xbf \t\r\n"


class Kind(StrEnum):
    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    HEIC = "heic"
    CONTAINER = "container"


PICTURES = {Kind.JPEG, Kind.PNG, Kind.HEIC}


def kind_of(data: bytes) -> Kind:
    if data.lstrip(BEFORE_PDF).startswith(b"%PDF-"):
        return Kind.PDF
    if data.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if data[4:8] == b"ftyp" and data[8:12] in HEIC_BRANDS:
        return Kind.HEIC
    if data.startswith(b"PK\x03\x04"):
        return Kind.CONTAINER
    raise Refused(Reason.UNKNOWN_KIND)
