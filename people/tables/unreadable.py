from enum import StrEnum, auto


class Reason(StrEnum):
    """Why a file as a whole cannot be read."""

    EMPTY = auto()
    TOO_LARGE = auto()
    TOO_MANY_ROWS = auto()
    OLD_EXCEL = auto()
    NOT_A_TABLE = auto()
    ENCODING = auto()
    NO_HEADINGS = auto()
    HEADING_TWICE = auto()


class Unreadable(ValueError):
    """`names` are the headings that it is about."""

    def __init__(self, reason: Reason, names=()):
        super().__init__(reason, *names)
        self.reason, self.names = reason, tuple(names)
