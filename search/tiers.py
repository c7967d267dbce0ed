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
class Question:
    """`every` finds all; each of `tiers` finds some of them, the first ones first. A token is a string.

    No entry that holds one of `without` is an answer, nor one that lacks one of the `phrases`: a phrase is told by its
    runs, forms of the title or of the text that follow each other in the bag, and one of these suffices.
    """

    every: All
    tiers: tuple[All, ...]
    without: tuple[str, ...]
    phrases: tuple[tuple[str, str], ...]


def question(query: Query) -> Question:
    needed = (*map(anywhere, query.words), *phrase_forms(query))
    every = All(needed or (EVERYTHING,))
    return Question(
        every=every,
        tiers=tuple(All((*every.parts, *more)) for more in steps(query)),
        without=tuple("k" + word.key for word in query.without),
        phrases=tuple((run("x", phrase), run("y", phrase)) for phrase in query.phrases),
    )


def steps(query):
    """What each tier asks for besides: all exact in the title, all there, any there, all exact in the text, nothing."""
    words = query.words
    if words:
        yield tuple("x" + word.exact for word in words)
        yield tuple(in_title(word) for word in words)
        yield (Any(tuple(in_title(word) for word in words)),)
        yield tuple("y" + word.exact for word in words)
    yield ()


def anywhere(word):
    return either("k", word)


def in_title(word):
    return either("t", word)


def either(prefix, word):
    """The word or one of its synonyms, all of whose stems are needed."""
    others = (All(tuple(prefix + key for key in keys)) for keys in word.synonyms)
    return Any((prefix + word.key, *others))


def phrase_forms(query):
    return [Any(("x" + form, "y" + form)) for phrase in query.phrases for form in dict.fromkeys(phrase)]


def run(prefix, phrase):
    return " ".join(prefix + form for form in phrase)
