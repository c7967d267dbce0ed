"""Transcripts: cues read from WebVTT, SRT and JSON, and written as these and as plain text. Pure."""

from . import plain, segments, srt, webvtt
from .cues import Cue, Unreadable, in_order
from .reading import decoded, read

WRITERS = {
    "vtt": ("text/vtt", webvtt.write),
    "srt": ("application/x-subrip", srt.write),
    "json": ("application/json", segments.write),
    "txt": ("text/plain", plain.write),
}

__all__ = ["WRITERS", "Cue", "Unreadable", "decoded", "in_order", "read", "webvtt"]
