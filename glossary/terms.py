"""Names of concepts found in Latvian text in any inflected form; pure.

For the automaton every stem is one sign, so a name begins and ends where words do. Some names are
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
FIRST_SIGN, MOST_KEPT = 0x10000, 2**16
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

    def fits(self, written, words):
        """Whether a text of the same stems means this name: its diacritics agree up to where endings change letters,
        and no sentence ends inside. `words` are its words in lower case."""
        if PARTING.search(written):
            return False
        if self.is_abbreviation:
            return written == self.text
        if self.is_exact:
            return written.lower() == self.text.lower()
        return all(map(str.startswith, words, self._beginnings))

    @cached_property
    def _beginnings(self):
        pairs = zip(lower_words(latvian.clean(self.text)), self.stems, strict=True)
        return [word[: max(0, len(stem) - 2)] for word, stem in pairs]


def lower_words(text):
    """Those of a clean text, with their diacritics."""
    return [text[start:end].lower() for start, end in latvian.places(text)]


class Place(NamedTuple):
    """Where a name stands: words [first, last) of a text, and the candidates for what it names."""

    first: int
    last: int
    names: tuple[Name, ...]


class Signs(dict):
    """The sign of each written word's stem, worked out once; a space for what is in no name."""

    def __init__(self, of_stems):
        super().__init__()
        self.of_stems = of_stems

    def __missing__(self, word):
        if len(self) >= MOST_KEPT:
            self.clear()
        self[word] = sign = self.of_stems.get(latvian.key(word), " ")
        return sign


class Terms:
    def __init__(self, names):
        self._by_stems = {}
        for name in sorted(set(names)):
            if name.stems and not name.is_stop_word:
                self._by_stems.setdefault(name.stems, []).append(name)
        stems = sorted({stem for found in self._by_stems for stem in found})
        self._signs = Signs({stem: chr(FIRST_SIGN + number) for number, stem in enumerate(stems)})
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
        signs = "".join(map(self._signs.__getitem__, latvian.written_words(text)))
        if not signs.strip():
            return []
        found = [Place(end - length + 1, end + 1, names) for end, (length, names) in self._automaton.iter(signs)]
        return sorted(found, key=lambda place: (place.first, -place.last))

    def held(self, text):
        """The concepts that a text names anywhere, in names of others and inside longer terms too."""
        text = latvian.clean(text)
        spans, words = latvian.places(text), lower_words(text)
        return {
            name.term
            for place in self.places(text)
            for name in place.names
            if name.fits(text[spans[place.first][0] : spans[place.last - 1][1]], words[place.first : place.last])
        }
