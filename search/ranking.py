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
    """One of the names of an entry, taken apart; `run` is its keys as a text, in which a phrase is looked for."""

    spelt: tuple[str, ...]
    forms: tuple[str, ...]
    keys: tuple[str, ...]
    run: str


@lru_cache(maxsize=2**14)
def name(text):
    words = latvian.written_words(latvian.clean(text))
    lower = tuple(word.lower()[: latvian.LONGEST] for word in words)
    keys = tuple(map(latvian.key, words))
    return Name(lower, tuple(map(latvian.folded, lower)), keys, run(keys))


def run(keys):
    return f" {' '.join(keys)} "


class Wanted:
    """What a question wants of names, made ready once for all of them."""

    def __init__(self, query: Query):
        self.whole = name(query.text)
        self.words = [(word.written.lower(), word.exact, word.key, word.synonyms) for word in query.words]
        self.keys = frozenset(word.key for word in query.words)
        self.telling = self.keys.union(*(keys for word in query.words for keys in word.synonyms))
        self.phrase = run([word.key for word in query.words]) if len(query.words) > 1 else None


def ranked(candidates, query: Query):
    """Of (id, what it is called) the ids, the best first."""
    wanted = Wanted(query)
    scored = [(best(called, wanted), id_) for id_, called in candidates]
    return [id_ for _score, id_ in sorted(scored, key=lambda one: -one[0])]


def best(called, wanted):
    """The highest score of a name that tells of any word of the question."""
    titles = [title for title in map(name, called.names) if not wanted.telling.isdisjoint(title.keys)]
    return max([score(called.kind, title, wanted) for title in titles], default=0)


def score(kind, title, wanted):
    words = sum([word_score(title, *word) for word in wanted.words]) / len(wanted.words)
    share = SHARE * len([key for key in title.keys if key in wanted.keys]) / len(title.keys)
    phrase = PHRASE if wanted.phrase and wanted.phrase in title.run else 0
    return as_a_whole(kind, title, wanted.whole) + words + share + phrase


def as_a_whole(kind, title, whole):
    if not whole.keys or title.keys != whole.keys:
        return 0
    spelt = SPELT_SO if title.spelt == whole.spelt else FOLDED_SO if title.forms == whole.forms else 0
    return WHOLE + spelt + (WHOLE_TERM if kind == TERM else 0)


def word_score(title, spelt, exact, key, synonyms):
    if spelt in title.spelt:
        return EXACT
    if exact in title.forms:
        return FOLDED
    if key in title.keys:
        return INFLECTED
    return SYNONYM if any(set(keys).issubset(title.keys) for keys in synonyms) else 0
