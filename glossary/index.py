"""The entries by the alphabet, in both directions, as the section shows them."""

import unicodedata
from dataclasses import dataclass
from itertools import groupby

from people.wording import sort_key

from .models.term import TermPage

MOST_AT_ONCE = 200
LATVIAN, ENGLISH = "lv", "en"
LONG_VOWELS = dict(zip("ĀĒĪŌŪ", "AEIOU", strict=True))


@dataclass(frozen=True)
class Entry:
    """One line: a name, the concept it leads to, and the name in the other language (or the preferred one)."""

    name: str
    term: TermPage
    beside: str
    leads: bool = False  # to another name of the same language

    @property
    def letter(self):
        first = unicodedata.normalize("NFC", self.name)[:1].upper()
        return LONG_VOWELS.get(first, first) if first.isalpha() else "#"


def index(terms, asked):
    """What a visitor asked for; a value that no link offers is as if not asked."""
    direction = ENGLISH if asked.get("virziens") == ENGLISH else LATVIAN
    status = asked.get("statuss") if asked.get("statuss") in TermPage.Status.values else ""
    terms = [term for term in terms.with_names() if status in ("", term.status)]
    by_letter = letters(entries(terms, direction))
    few = sum(map(len, by_letter.values())) <= MOST_AT_ONCE
    letter = asked.get("burts") if asked.get("burts") in by_letter else ""
    letter = letter or ("" if few else next(iter(by_letter)))
    return {
        "direction": direction,
        "status": status,
        "letters": list(by_letter),
        "letter": letter,
        "whole": few and not letter,
        "statuses": TermPage.Status.choices,
        "groups": {letter: by_letter[letter]} if letter else by_letter,
    }


def letters(found):
    return {letter: list(group) for letter, group in groupby(found, key=lambda entry: entry.letter)}


def entries(terms, direction):
    if direction == ENGLISH:
        found = [Entry(row.text, term, term.title) for term in terms for row in term.english]
        return sorted(found, key=lambda entry: entry.name.casefold())
    found = [entry for term in terms for entry in latvian(term)]
    return sorted(found, key=lambda entry: sort_key(entry.name))


def latvian(term):
    """A concept by its preferred term, and a line for each other name that leads there."""
    names = term.by_language()
    english = ", ".join(row.text for row in names.get("en", []))
    yield Entry(term.title, term, english)
    for row in names.get("lv", []):
        yield Entry(row.text, term, term.title, leads=True)
