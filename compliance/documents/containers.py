""".edoc and .asice: a zip of documents with signatures over them. Only as much is unpacked as is looked at."""

import re
import stat
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from .kinds import Kind, kind_of
from .refusals import Reason, Refused

MOST_MEMBERS = 100
MOST_UNPACKED = 50_000_000
MOST_SIGNATURE = 2_000_000
SIGNATURE = re.compile(r"META-INF/[^/]*signatures[^/]*\.xml", re.IGNORECASE)
ENCRYPTED = 0x1


class Container:
    def __init__(self, data: bytes):
        try:
            self.zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError) as error:
            raise Refused(Reason.BROKEN) from error
        self.members = self.zip.infolist()
        _refuse_unsafe(self.members)
        if not self._signature_members:
            raise Refused(Reason.UNKNOWN_KIND)

    @property
    def signatures(self) -> list[bytes]:
        return [self._unpacked(member, MOST_SIGNATURE) for member in self._signature_members]

    @property
    def shown(self) -> bytes | None:
        """The first document inside that can be looked at; containers in containers stay closed."""
        for member in self.members:
            if not member.is_dir() and not member.filename.startswith("META-INF/"):
                document = self._unpacked(member, MOST_UNPACKED)
                if _can_be_shown(document):
                    return document
        return None

    @property
    def _signature_members(self):
        return [member for member in self.members if SIGNATURE.fullmatch(member.filename)]

    def _unpacked(self, member, most):
        try:
            with self.zip.open(member) as packed:
                unpacked = packed.read(most + 1)
        except (BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
            raise Refused(Reason.BROKEN) from error
        if len(unpacked) > most:
            raise Refused(Reason.UNSAFE_CONTAINER)
        return unpacked


def _refuse_unsafe(members):
    names = {member.filename.casefold() for member in members}
    if (
        len(members) > MOST_MEMBERS
        or len(names) < len(members)
        or sum(member.file_size for member in members) > MOST_UNPACKED
        or not all(map(_is_safe, members))
    ):
        raise Refused(Reason.UNSAFE_CONTAINER)


def _is_safe(member):
    path = PurePosixPath(member.filename)
    return (
        not path.is_absolute()
        and ".." not in path.parts
        and not set("\\:\0") & set(member.orig_filename)
        and not stat.S_ISLNK(member.external_attr >> 16)
        and member.compress_type in (ZIP_STORED, ZIP_DEFLATED)
        and not member.flag_bits & ENCRYPTED
    )


def _can_be_shown(document):
    try:
        return kind_of(document) != Kind.CONTAINER
    except Refused:
        return False
