"""What a file holds, as the portal keeps it: one frozen Reading, and its way between two processes."""

import json
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass

from .kinds import PICTURES, Kind
from .refusals import Refused

SUFFIXES = {Kind.PDF: ".pdf", Kind.CONTAINER: ".edoc"} | dict.fromkeys(PICTURES, ".jpg")


@dataclass(frozen=True)
class Reading:
    """`redrawn` stands in place of the upload where that carries what should not be kept."""

    kind: Kind
    pages: int = 0
    text: str = ""
    signers: tuple[str, ...] = ()
    previews: tuple[bytes, ...] = ()
    redrawn: bytes | None = None

    @property
    def suffix(self):
        return SUFFIXES[self.kind]


def packed(reading: Reading) -> bytes:
    return json.dumps(asdict(reading), default=lambda raw: b64encode(raw).decode()).encode()


def unpacked(answer: bytes) -> Reading:
    told = json.loads(answer)
    if "refused" in told:
        raise Refused(told["refused"])
    return Reading(
        kind=Kind(told["kind"]),
        pages=told["pages"],
        text=told["text"],
        signers=tuple(told["signers"]),
        previews=tuple(map(b64decode, told["previews"])),
        redrawn=told["redrawn"] and b64decode(told["redrawn"]),
    )
