"""Why a file is not taken; the words for people are in compliance/actions/documents.py."""

from enum import StrEnum


class Reason(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN_KIND = "unknown_kind"
    BROKEN = "broken"
    LOCKED = "locked"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MANY_PIXELS = "too_many_pixels"
    UNSAFE_CONTAINER = "unsafe_container"
    TOO_SLOW = "too_slow"


class Refused(Exception):
    def __init__(self, reason: Reason):
        super().__init__(reason)
        self.reason = Reason(reason)
