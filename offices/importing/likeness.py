"""Words that mean the same though they are written otherwise, and the nearest of those that exist."""

import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches

NEAR_ENOUGH = 0.4


def plain(text: str) -> str:
    """Letters and digits without marks: „E-pasts ” and „epasts” are one."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text.casefold()) if sign.isalnum())


def nearest[Thing](text: str, known: Mapping[str, Thing]) -> Thing | None:
    """Of things by their plain names."""
    found = get_close_matches(plain(text), known, n=1, cutoff=NEAR_ENOUGH)
    return known[found[0]] if found else None
