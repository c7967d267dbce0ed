"""A concept as files carry it, whatever their format; pure."""

from dataclasses import dataclass
from typing import NamedTuple

PREFERRED, SYNONYM, ABBREVIATION = "preferred", "synonym", "abbreviation"
LANGUAGES = ("lv", "en", "de", "fr", "ru", "lt", "et")
APPROVED, PROVISIONAL, OBSOLETE = "approved", "provisional", "obsolete"


def plain(title):
    """Titles that are the same but for case and spaces name one concept."""
    return " ".join(title.casefold().split())


class Named(NamedTuple):
    language: str
    kind: str
    text: str


@dataclass(frozen=True)
class Concept:
    """`key` is its address in the file; `broader` and `related` are keys of others. Latvian names come without the
    preferred one, which is `title`."""

    key: str
    title: str
    names: tuple[Named, ...] = ()
    definition: str = ""
    source: str = ""
    notes: str = ""
    status: str = PROVISIONAL
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()

    def named(self, language, kind):
        return [name.text for name in self.names if (name.language, name.kind) == (language, kind)]

    @property
    def english(self):
        return [name.text for name in self.names if name.language == "en"]

    @property
    def languages(self):
        return list(dict.fromkeys(["lv", *(name.language for name in self.names)]))
