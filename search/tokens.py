"""The bag of an entry: every word of it with a prefix that tells where it stands and how it was written. Pure.

x and y are forms as they stand in the title and in the text, in their order, so that phrases can be read off; k is a
stem anywhere, t one in the title. Every bag holds `a`, so that everything can be asked for.
"""

import re

from pages import latvian

EVERYTHING = "a"
COMPOUND = re.compile(r"\b\w++(?:[-‐‑]\w++)+")
DASH = re.compile(r"[-‐‑]")
ADDRESS = re.compile(r"(?:, )?(?:https?://|www\.)\S+|(?:, )?(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/\S*")
UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
LONGEST_TEXT = 2_000_000  # signs of a work; a book of 700 pages


def bag(titles, text, text_keys):
    """`titles` are everything that a work is called, `text_keys` the stems of its text."""
    text = latvian.clean(text[:LONGEST_TEXT])
    titles = [latvian.clean(title) for title in titles]
    title_keys = keys(*titles)
    parts = [
        EVERYTHING,
        f" {EVERYTHING} ".join(" ".join(prefixed("x", forms(title))) for title in titles),
        *prefixed("y", forms(text)),
        *prefixed("t", sorted(title_keys)),
        *prefixed("k", sorted(title_keys | text_keys)),
    ]
    return " ".join(filter(None, parts))


def forms(clean_text):
    return [word[: latvian.LONGEST] for word in latvian.written_words(latvian.folded(clean_text))]


def keys(*clean_texts):
    found = set()
    for text in clean_texts:
        found.update(map(latvian.key, latvian.written_words(text)))
        found.update(map(latvian.key, joined_compounds(text)))
    return found


def keys_of(text):
    return keys(latvian.clean(text))


def joined_compounds(clean_text):
    """„psiho-sociāls” is found by „psihosociāls” too."""
    return {DASH.sub("", compound) for compound in COMPOUND.findall(clean_text)} if DASH.search(clean_text) else ()


def spaced(keys):
    """The stems of a part, each between spaces, so that one can be asked for."""
    return f" {' '.join(sorted(keys))} "


def prefixed(prefix, words):
    return [prefix + word for word in words]


def readable(text):
    """Without the signs that no database keeps."""
    return UNREADABLE.sub(" ", text)


def without_addresses(text):
    """Nobody looks for „lm.gov.lv/lv/jaunums/…”, whose pieces would pass for words."""
    return ADDRESS.sub("", text)
