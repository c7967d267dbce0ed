"""The words of a text that were asked for, marked, and the piece of it where most of them stand together. Pure.

A text becomes pieces, (text, whether it is marked): whoever writes HTML escapes and marks them.
"""

import re
from functools import lru_cache

from pages import latvian

LETTERS = "aābcčdeēfgģhiījkķlļmnņoprsštuūvzžqwxy"
LENGTH = 240


def marked(text, query):
    """The whole text in pieces."""
    text = latvian.clean(text)
    return pieces(text, matches(text, query), 0, len(text))


def snippet(text, query, length=LENGTH):
    """About `length` signs of the text, from where most different words of the question are."""
    text = latvian.clean(text)
    found = matches(text, query)
    start, end = window(text, found, length)
    cut = pieces(text, found, start, end)
    before, after = start > 0, end < len(text)
    return [("… ", False)] * before + cut + [(" …", False)] * after


def matches(text, query):
    """(start, end, key) of the words asked for, and of their synonyms."""
    wanted = {key for word in query.words for key in (word.key, *(one for many in word.synonyms for one in many))}
    wanted |= {latvian.stem(form) for phrase in query.phrases for form in phrase}
    words = beginning_with(frozenset(key[0] for key in wanted)).finditer(text.replace("_", " "))
    return [(word.start(), word.end(), key) for word in words if (key := latvian.key(word[0])) in wanted]


@lru_cache(maxsize=2**10)
def beginning_with(initials):
    """Words that may have such a stem; most others are passed over without a look at them."""
    others = "".join(sign for sign in LETTERS + LETTERS.upper() if latvian.folded(sign) not in initials)
    return re.compile(rf"\b[^\W{others}]\w*")


def window(text, found, length):
    if len(text) <= length or not found:
        return 0, cut_before(text, length)
    most, first, all_of_them = 0, found[0][0], len({key for _start, _end, key in found})
    for place, (start, _end, _key) in enumerate(found):
        different = len({key for _begin, end, key in found[place:] if end <= start + length})
        if different > most:
            most, first = different, start
        if most == all_of_them:
            break
    start = cut_after(text, max(0, first - length // 4))
    return start, cut_before(text, start + length)


def cut_after(text, place):
    """The beginning of a word, not long after."""
    if place == 0:
        return 0
    space = text.find(" ", place, place + 30)
    return space + 1 if space >= 0 else place


def cut_before(text, place):
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", max(0, place - 30), place)
    return space if space > 0 else place


def pieces(text, found, start, end):
    cut, last = [], start
    for begin, stop, _key in found:
        if begin >= last and stop <= end:
            cut += [(text[last:begin], False), (text[begin:stop], True)]
            last = stop
    return [piece for piece in [*cut, (text[last:end], False)] if piece[0]]
