"""Names of concepts found in Latvian text in any inflected form; pure.

For the automaton every stem is two signs, so a name begins and ends where words do. Some names are
found only as they are written: abbreviations, and words so short, or so like the words of every sentence, that their
stem says nothing. A stop word is no name in a text at all.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import ahocorasick

from pages import latvian

SHORT_STEM = 3
NO_NAME, MOST_KEPT = "  ", 2**16
FIRST_SIGNS, SECOND_SIGNS, SECONDS = 0x20000, 0x10000, 64  # few of each: a node tries its ways on one after another
PARTING = re.compile(r"[.,;:!?()„”\n]\s")
STOP_STEMS = frozenset(latvian.stem(word) for text in latvian.STOP_WORDS for word in latvian.words(text))


@dataclass(frozen=True, order=True)
class Name:
    """What the concept of number `term` is called."""

    term: int
    text: str

    @cached_property
    def stems(self):
        return tuple(latvian.keys(self.text))

    @property
    def is_stop_word(self):
        return self.text in latvian.STOP_WORDS

    @cached_property
    def is_abbreviation(self):
        return self.text.isupper()

    @cached_property
    def is_exact(self):
        only = self.stems[0] if len(self.stems) == 1 else ""
        return self.is_abbreviation or (only != "" and (len(only) <= SHORT_STEM or only in STOP_STEMS))

    def fits(self, written):
        """Whether a clean text of the same stems means this name: its diacritics agree up to where endings change
        letters, and no sentence ends inside."""
        if PARTING.search(written):
            return False
        if self.is_abbreviation:
            return written == self.text
        if self.is_exact:
            return written.lower() == self.text.lower()
        return all(map(str.startswith, latvian.written_words(written.lower()), self._beginnings))

    @cached_property
    def _beginnings(self):
        pairs = zip(latvian.written_words(latvian.clean(self.text).lower()), self.stems, strict=True)
        return [word[: max(0, len(stem) - 2)] for word, stem in pairs]


class Place(NamedTuple):
    """Where a name stands: words [first, last) of a text, and the candidates for what it names."""

    first: int
    last: int
    names: tuple[Name, ...]


def longest_first(place):
    """Where two begin together."""
    return place.first, -place.last


class Signs(dict):
    """The signs of what stands between two spaces, worked out once for all its words."""

    def __init__(self, of_stems):
        super().__init__()
        self.of_stems = of_stems

    def __missing__(self, written):
        if len(self) >= MOST_KEPT:
            self.clear()
        stems = map(latvian.key, latvian.written_words(written))
        self[written] = signs = "".join(self.of_stems.get(stem, NO_NAME) for stem in stems)
        return signs


def two_signs(number):
    first, second = divmod(number, SECONDS)
    return chr(FIRST_SIGNS + first) + chr(SECOND_SIGNS + second)


class Terms:
    def __init__(self, names):
        self._by_stems = {}
        for name in sorted(set(names)):
            if name.stems and not name.is_stop_word:
                self._by_stems.setdefault(name.stems, []).append(name)
        stems = sorted({stem for found in self._by_stems for stem in found})
        self._signs = Signs({stem: two_signs(number) for number, stem in enumerate(stems)})
        self._automaton = ahocorasick.Automaton()
        for stems, found in self._by_stems.items():
            self._automaton.add_word("".join(self._signs.of_stems[stem] for stem in stems), (len(stems), tuple(found)))
        self._automaton.make_automaton()

    def __len__(self):
        return len(self._by_stems)

    def of(self, term):
        """The names of one concept that texts are searched for."""
        return [name for names in self._by_stems.values() for name in names if name.term == term]

    def places(self, text):
        """Every place in a clean text whose stems are a name's; longer ones first where they begin together."""
        signs = "".join(map(self._signs.__getitem__, text.split()))
        if not signs.strip():
            return []
        ends = [(end // 2 + 1, length, names) for end, (length, names) in self._automaton.iter(signs)]
        found = [Place(end - length, end, names) for end, length, names in ends]
        return sorted(found, key=longest_first) if len(found) > 1 else found

    def held(self, text):
        """The concepts that a text names anywhere, in names of others and inside longer terms too."""
        text = latvian.clean(text)
        spans = latvian.places(text)
        return {
            name.term
            for place in self.places(text)
            for name in place.names
            if name.fits(text[spans[place.first][0] : spans[place.last - 1][1]])
        }
