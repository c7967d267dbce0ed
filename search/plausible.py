"""Which unanswered questions editors are told of: words, not what machines try or somebody's numbers; pure."""

import re

from pages import latvian

SHORTEST, LONGEST, MOST_WORDS = 3, 80, 6
WORDS = re.compile(r"[^\W\d_]+(?:[-–][^\W\d_]+)*|\d{1,4}")
SEPARATORS = re.compile(r"[\s,.;:?!„“”\"']+")
VOWEL = re.compile("[aeiouy]")
REPEATED = re.compile(r"(.)\1{3}")
CONSONANTS = re.compile("[^aeiouy]{6}")


def plausible(text):
    """The folded text, or nothing."""
    folded = " ".join(filter(None, SEPARATORS.split(latvian.folded(latvian.clean(text)))))
    words = folded.split()
    fits = SHORTEST <= len(folded) <= LONGEST and len(words) <= MOST_WORDS and any(map(str.isalpha, folded))
    return folded if fits and all(map(_is_word, words)) else ""


def _is_word(word):
    """Latin letters that can be said, or a short number: a long one may be somebody's."""
    if not WORDS.fullmatch(word) or REPEATED.search(word) or CONSONANTS.search(word):
        return False
    return word.isdecimal() or (word.isascii() and (len(word) <= 4 or bool(VOWEL.search(word))))
