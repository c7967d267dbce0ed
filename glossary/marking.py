"""Marks in HTML: the first occurrence of each term between two headings; pure.

Nothing is marked inside headings, links, code and buttons, nor in names: a capitalised word in the middle of a
sentence, a title in quotation marks.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from pages import latvian

TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
TAG_NAME = re.compile(r"</?\s*([a-zA-Z][a-zA-Z0-9]*)")
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
UNTOUCHED = HEADINGS | {
    "a", "abbr", "audio", "button", "code", "dt", "figcaption", "iframe", "kbd", "label", "option", "pre", "samp",
    "script", "select", "style", "summary", "svg", "textarea", "th", "title", "var", "video",
}  # fmt: skip
INSIDE_SENTENCES = {
    "a",
    "abbr",
    "b",
    "code",
    "em",
    "i",
    "kbd",
    "mark",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
    "var",
}
TITLE = re.compile(r"[„“«\"](?=[A-ZĀ-Ž])[^„“”«»\"]{1,200}[”“»\"]")
PARTS_OF_NAME = re.compile(r"[\s-]+")
ONE_MORE_CAPITAL = re.compile(r"[ \u00a0][A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]")
SENTENCE_BEGINS = re.compile(r"(?:^[\s•–—-]*|[.!?:…][\s)”“]*)$")


@dataclass
class Reading:
    """What one reader has met so far on one page: the terms of this section, and those that need no mark at all."""

    met: set = field(default_factory=set)
    known: set = field(default_factory=set)

    def needs(self, name):
        return name.term not in self.met and name.term not in self.known


def marked(html, terms, reading, mark):
    """`mark(term, text)` writes the mark of a term around its text, both as HTML."""
    parts, untouched, before = TAG.split(latvian.clean(html.replace("&nbsp;", "\u00a0"))), 0, ""
    for position, part in enumerate(parts):
        if position % 2 == 0:
            if part and not untouched:
                parts[position] = in_text(part, before, terms, reading, mark)
            before = (before + part)[-40:]
            continue
        name = tag_name(part)
        if name in HEADINGS:
            reading.met.clear()
        if name in UNTOUCHED and not part.endswith("/>"):
            untouched = max(0, untouched + (-1 if part.startswith("</") else 1))
        if name not in INSIDE_SENTENCES:
            before = ""
    return "".join(parts)


@lru_cache(maxsize=1024)
def tag_name(tag):
    found = TAG_NAME.match(tag)
    return found.group(1).lower() if found else ""


def in_text(text, before, terms, reading, mark):
    """A run of text without tags; `before` is the end of what stands before it in its paragraph."""
    places = terms.places(text)
    if not any(reading.needs(name) for place in places for name in place.names):
        return text
    chosen = list(choose(text, before, places, reading))
    return with_marks(text, chosen, mark) if chosen else text


def choose(text, before, places, reading):
    """(start, end, term) of what is marked: longest first, a place once, a term once."""
    words, taken = latvian.matches(text, up_to=max(place.last for place in places)), 0
    titles = [found.span() for found in TITLE.finditer(text)]
    for place in places:
        if place.first < taken:
            continue
        if any(map(reading.needs, place.names)):
            start, end = words[place.first].start(), words[place.last - 1].end()
            if not (name := best(place.names, text[start:end])):
                continue
            if reading.needs(name) and (name.is_abbreviation or not is_name(text, before, start, end, titles)):
                reading.met.add(name.term)
                yield start, end, name.term
        taken = place.last


def best(names, written):
    """Of several concepts with the same stems the one that is spelt so."""
    fitting = [name for name in names if name.fits(written)]
    if len(fitting) < 2:
        return next(iter(fitting), None)
    return min(fitting, key=lambda name: (name.text.lower() != written.lower(), name))


def is_name(text, before, start, end, titles):
    if any(first < start and end < last for first, last in titles):
        return True
    if text[start:end].islower():
        return False
    first, *others = PARTS_OF_NAME.split(text[start:end])
    if any(word[:1].isupper() for word in others):
        return True
    if not first[0].isupper():
        return False
    return not SENTENCE_BEGINS.search((before + text[:start]).rstrip(' \u00a0(„“"')) or follows_name(text[end:])


def follows_name(after):
    """„Supervizoru Apvienība”: one more word with a capital."""
    return bool(ONE_MORE_CAPITAL.match(after))


def with_marks(text, chosen, mark):
    pieces, last = [], 0
    for start, end, term in chosen:
        pieces += [text[last:start], mark(term, text[start:end])]
        last = end
    return "".join([*pieces, text[last:]])
