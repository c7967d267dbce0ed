"""Latvian words for finding: without diacritics and without endings. For the dictionary's marks and for the search.

Fold first, then cut the ending: so a word meets its other forms with and without diacritics. The endings are those of
the light Latvian stemmer of Apache Lucene (NOTICE), folded; the rules for the last consonant are our own.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import islice

LONGEST = 64
SHORTEST_STEM = 2
VOWELS = frozenset("aeiou")
WORD = re.compile(r"\w+")  # of a text without underscores: twice as fast as a class that leaves them out
UNSEEN_SIGNS = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
UNSEEN = re.compile(f"[{UNSEEN_SIGNS}]")
ENDINGS = [  # (ending, vowels that the word must have more than), longest first
    ("ajiem", 3),
    ("ajai", 3),
    *((ending, 2) for ending in ("ajam", "ajos", "ajas", "aja", "iem", "ais", "ai", "ei")),
    *((ending, 1) for ending in ("am", "em", "im", "um", "us", "as", "es", "os", "ij", "is", "ie")),
    *((ending, 1) for ending in "uaieo"),
    ("s", 0),
]
SOFTENING = {"iem", "us", "os", "u", "a", "i"}  # before these a soft p, b, m or v carries a j
SOFTENED = ("pj", "bj", "mj", "vj")
MET = {"t": "s", "d": "z"}  # jaunietis, jauniešiem; briedis, briežu
STOP_WORDS_TEXT = """
aiz ap apakš ar arī ārpus augšpus bet bez bija bijis bijusi būs būt caur citi cits cita dēļ diemžēl es esmu esat
gan gar iekam iekams iekām iekāms iekš iekšpus ik ir it itin ja jā jau jeb jebšu jel jo jūs jūsu ka kā kad kamēr kas
kāds kāda katrs kopš ko kur kura kurš kuri kuru kurā kurām kuriem labad lai līdz līdzko mēs mums mūsu nav ne nebūt
nedz nekā nevis nezin no nu otrpus pa par pār pat pati pats pēc pie pirms pret priekš redz savs sava savu sevi sev
starp šai šajā šī šie šis šo šos šādi šāds taču tad tādēļ tāda tāds tai tajā tam tapāt tas tā te tie tik tikai
tikām tikko to tomēr tos tur un uz vai vairāk vien viena viens vēl virs virspus vis visi viss visu zem
"""
STOP_WORDS = frozenset(STOP_WORDS_TEXT.split())


class _Folding(dict):
    """One sign for one sign, so that a folded text is as long as it was."""

    def __missing__(self, code):
        self[code] = unicodedata.normalize("NFD", chr(code).lower())[0]
        return self[code]


FOLDING = _Folding()


def clean(text):
    """Letters with their marks in one sign each, and nothing that cannot be seen."""
    composed = unicodedata.normalize("NFC", text)
    return UNSEEN.sub("", composed) if any(sign in composed for sign in UNSEEN_SIGNS) else composed


def folded(text):
    """In lower case without diacritics."""
    return text.translate(FOLDING)


def words(text):
    """The folded words of a text."""
    return [folded(word[:LONGEST]) for word in written_words(clean(text))]


def written_words(text):
    """The words of a clean text as they stand."""
    return WORD.findall(text.replace("_", " "))


def places(text):
    """Where the words of a clean text stand: (start, end)."""
    return [found.span() for found in matches(text)]


def matches(text, up_to=None):
    """The words of a clean text, or so many of them, as matches: whoever needs the places of a few asks only these."""
    return list(islice(WORD.finditer(text.replace("_", " ")), up_to))


def keys(text):
    """The stems of a text's words in their order."""
    return list(map(key, written_words(clean(text))))


@lru_cache(maxsize=2**16)
def key(word):
    """The stem of a word as it is written; texts say the same words again and again, so they are kept."""
    return stem(folded(word[:LONGEST]))


def stem(word):
    """Of a folded word."""
    return _met(_shortened(_without_ending(word)))


def _without_ending(word):
    vowels = sum(sign in VOWELS for sign in word)
    for ending, more_than in ENDINGS:
        if word.endswith(ending) and vowels > more_than and len(word) - len(ending) >= SHORTEST_STEM:
            return _hardened(word.removesuffix(ending), ending)
    return word


def _hardened(left, ending):
    return left[:-1] if ending in SOFTENING and left.endswith(SOFTENED) else left


def _shortened(left):
    """skolotāj- and skolot-: the masculine and its shorter forms."""
    return left[:-2] if len(left) >= 5 and left.endswith("aj") else left


def _met(left):
    return left[:-1] + MET[left[-1]] if len(left) >= 3 and left[-1] in MET else left
