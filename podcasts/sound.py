"""What an audio file is, by what is in it and never by its name. Pure."""

from dataclasses import dataclass

from mutagen import MutagenError
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4

MOST_BYTES = 100 * 1024 * 1024  # as much as a request may bring (config/uploads.py)
HEAD = 16


class NotPlayable(ValueError):
    """`kind` is the format the file turned out to hold, empty if it is none that is known."""

    def __init__(self, kind=""):
        self.kind = kind
        super().__init__(kind or "no audio")


@dataclass(frozen=True)
class Sound:
    media_type: str = ""
    suffix: str = ""
    seconds: int = 0
    size: int = 0


PLAYED = {"MP3": (MP3, "audio/mpeg", "mp3"), "M4A": (MP4, "audio/mp4", "m4a")}


def kind_of(head):
    """The format that the first bytes tell."""
    if head[4:8] == b"ftyp":
        return "M4A"
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "WAV"
    if head[:3] == b"ID3" or (head[:1] == b"\xff" and len(head) > 1 and head[1] & 0xE6 == 0xE2):
        return "MP3"
    return {b"OggS": "Ogg", b"fLaC": "FLAC", b"FORM": "AIFF", b"%PDF": "PDF", b"PK\x03\x04": "ZIP"}.get(head[:4], "")


def measured(file):
    """The type, length and size of an open file that browsers and podcast apps can play."""
    file.seek(0)
    kind = kind_of(file.read(HEAD))
    if kind not in PLAYED:
        raise NotPlayable(kind)
    reader, media_type, suffix = PLAYED[kind]
    file.seek(0)
    try:
        seconds = round(reader(file).info.length)
    except MutagenError as error:
        raise NotPlayable from error
    if not seconds:
        raise NotPlayable
    size = file.seek(0, 2)
    file.seek(0)
    return Sound(media_type, suffix, seconds, size)
