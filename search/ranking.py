"""The order of the first candidates, by what their titles say. Pure: every engine's candidates end up alike.

A tie keeps the order they came in, which is that of the tiers.
"""

from dataclasses import dataclass
from functools import lru_cache

from pages import latvian

from .asking import Query
from .kinds import TERM

WHOLE, WHOLE_TERM, SPELT_SO, FOLDED_SO = 20_000, 100_000, 200, 100
EXACT, FOLDED, INFLECTED, SYNONYM, SHARE, PHRASE = 1000, 950, 600, 400, 100, 250


@dataclass(frozen=True)
class Name:
    """One of the names of an entry, taken apart."""

    spelt: tuple[str, ...]
    forms: tuple[str, ...]
    keys: tuple[str, ...]


@lru_cache(maxsize=2**14)
def name(text):
    words = latvian.written_words(latvian.clean(text))
    lower = tuple(word.lower()[: latvian.LONGEST] for word in words)
    return Name(lower, tuple(map(latvian.folded, lower)), tuple(map(latvian.key, words)))


def ranked(candidates, query: Query):
    """Of (id, what it is called) the ids, the best first."""
    asked, whole = tuple(word.key for word in query.words), name(query.text)
    telling = {*asked, *(key for word in query.words for keys in word.synonyms for key in keys)}
    scored = []
    for id_, called in candidates:
        titles = [title for title in map(name, called.names) if not telling.isdisjoint(title.keys)]
        scored.append((max((score(called.kind, one, query, asked, whole) for one in titles), default=0), id_))
    return [id_ for _score, id_ in sorted(scored, key=lambda one: -one[0])]


def score(kind, title, query, asked, whole):
    return (
        as_a_whole(kind, title, whole)
        + sum(word_score(title, word) for word in query.words) / len(asked)
        + SHARE * sum(key in asked for key in title.keys) / len(title.keys)
        + (PHRASE if len(asked) > 1 and follows(title.keys, asked) else 0)
    )


def as_a_whole(kind, title, whole):
    if not whole.keys or title.keys != whole.keys:
        return 0
    spelt = SPELT_SO if title.spelt == whole.spelt else FOLDED_SO if title.forms == whole.forms else 0
    return WHOLE + spelt + (WHOLE_TERM if kind == TERM else 0)


def word_score(title, word):
    if word.written.lower() in title.spelt:
        return EXACT
    if word.exact in title.forms:
        return FOLDED
    if word.key in title.keys:
        return INFLECTED
    return SYNONYM if any(set(keys).issubset(title.keys) for keys in word.synonyms) else 0


def follows(keys, asked):
    return any(keys[start : start + len(asked)] == asked for start in range(len(keys) - len(asked) + 1))
