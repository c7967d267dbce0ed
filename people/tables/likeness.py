"""Words that mean the same though they are written otherwise, and the nearest of those that exist."""

import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache

NEAR_ENOUGH = 0.4


@lru_cache(maxsize=10_000)
def plain(text: str) -> str:
    """Letters and digits without marks: „E-pasts ” and „epasts” are one."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text.casefold()) if sign.isalnum())


class Names[Thing]:
    """Things by their names in any spelling; `also` are names that are understood and never suggested."""

    def __init__(self, things: Mapping[str, Thing], also: Mapping[str, Thing] | None = None):
        self.shown = {plain(name): name for name in things}
        self.things = {plain(name): thing for name, thing in (*(also or {}).items(), *things.items())}

    def find(self, written: str) -> Thing | None:
        return self.things.get(plain(written))

    def nearest(self, written: str) -> str | None:
        found = get_close_matches(plain(written), self.shown, n=1, cutoff=NEAR_ENOUGH)
        return self.shown[found[0]] if found else None
