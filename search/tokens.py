"""The bag of an entry: every word of it with a prefix that tells where it stands and how it was written. Pure.

x and y are forms as they stand in the title and in the text, in their order, so that phrases can be read off; k is a
stem anywhere, t one in the title. Every bag holds `a`, so that everything can be asked for.
"""

import re

from pages import latvian

EVERYTHING = "a"
COMPOUND = re.compile(r"\w+(?:[-‐‑]\w+)+")
DASH = re.compile(r"[-‐‑]")
UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
LONGEST_TEXT = 2_000_000  # signs of a work; a book of 700 pages


def bag(titles, text):
    """`titles` are everything that a work is called."""
    text = latvian.clean(text[:LONGEST_TEXT])
    titles = [latvian.clean(title) for title in titles]
    title_forms, title_keys = " a ".join(" ".join(prefixed("x", forms(title))) for title in titles), keys(*titles)
    parts = [
        EVERYTHING,
        title_forms,
        *prefixed("y", forms(text)),
        *prefixed("t", sorted(title_keys)),
        *prefixed("k", sorted(title_keys | keys(text))),
    ]
    return " ".join(filter(None, parts))


def forms(clean_text):
    return [latvian.folded(word[: latvian.LONGEST]) for word in latvian.written_words(clean_text)]


def keys(*clean_texts):
    return {
        latvian.key(word)
        for text in clean_texts
        for word in (*set(latvian.written_words(text)), *joined_compounds(text))
    }


def joined_compounds(clean_text):
    """„psiho-sociāls” is found by „psihosociāls” too."""
    return {DASH.sub("", compound) for compound in COMPOUND.findall(clean_text)}


def prefixed(prefix, words):
    return [prefix + word for word in words]


def keys_of(text):
    """The stems of a part, each between spaces, so that one can be asked for."""
    return f" {' '.join(sorted(keys(latvian.clean(text))))} "


def readable(text):
    """Without the signs that no database keeps."""
    return UNREADABLE.sub(" ", text)
