"""A question as the tokens that a bag must hold, from the strictest tier to the widest. Pure.

Engines only write it out. No engine's own score is asked for, as no two agree: the same tiers in the order of numbers
give the same on all.
"""

from dataclasses import dataclass

from .asking import Query
from .tokens import EVERYTHING


@dataclass(frozen=True)
class All:
    parts: tuple


@dataclass(frozen=True)
class Any:
    parts: tuple


@dataclass(frozen=True)
class Phrase:
    """Forms that follow each other, in a title or in the text.

    All of `forms` are needed, and one of the `runs`: forms as they stand in the bag, one after another.
    """

    forms: tuple[Any, ...]
    runs: tuple[str, str]


@dataclass(frozen=True)
class Tier:
    """`asks` for more than `every` of its question does; `needs` is what that leaves to be asked for besides.

    What no titled tier finds has no word of the question in any of its names.
    """

    asks: tuple
    needs: tuple
    is_titled: bool = False

    @property
    def whole(self):
        return All((*self.needs, *self.asks))


@dataclass(frozen=True)
class Question:
    """`every` finds all; each of `tiers` finds some of them, the first ones first. A token is a string.

    No entry that holds one of `without` or of `without_phrases` is an answer, nor one that lacks one of the `phrases`.
    """

    every: All
    tiers: tuple[Tier, ...]
    without: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    without_phrases: tuple[Phrase, ...]


def question(query: Query) -> Question:
    phrases = tuple(map(phrase, query.phrases))
    forms = tuple(dict.fromkeys(form for one in phrases for form in one.forms))
    every = All((*map(anywhere, query.words), *forms) or (EVERYTHING,))
    return Question(
        every=every,
        tiers=tuple(tiers(query.words, every.parts, forms)),
        without=tuple("k" + word.key for word in query.without),
        phrases=phrases,
        without_phrases=tuple(map(phrase, query.without_phrases)),
    )


def tiers(words, every, forms):
    """All exact in the title, all there, any there, all exact in the text, whatever else."""
    if words:
        yield Tier(tuple("x" + word.exact for word in words), forms, is_titled=True)
        yield Tier(tuple(map(in_title, words)), forms, is_titled=True)
    if len(words) > 1:
        yield Tier((Any(tuple(map(in_title, words))),), every, is_titled=True)
    if words:
        yield Tier(tuple("y" + word.exact for word in words), forms)
    yield Tier((), every)


def anywhere(word):
    return either("k", word)


def in_title(word):
    return either("t", word)


def either(prefix, word):
    """The word or one of its synonyms, all of whose stems are needed."""
    others = (All(tuple(prefix + key for key in keys)) for keys in word.synonyms)
    return Any((prefix + word.key, *others))


def phrase(forms):
    anywhere = tuple(Any(("x" + form, "y" + form)) for form in dict.fromkeys(forms))
    return Phrase(anywhere, (run("x", forms), run("y", forms)))


def run(prefix, forms):
    return " ".join(prefix + form for form in forms)
