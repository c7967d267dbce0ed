"""Where no page holds all words: what there is when one of them is left out."""

from typing import NamedTuple

from .asking import Query
from .asking import asked as understood
from .finding import find

MOST_WORDS = 4


class Fewer(NamedTuple):
    text: str
    total: int


def fewer(query: Query) -> list[Fewer]:
    """Questions that find something, the one that finds least first, as it says most.

    Nothing for one word, for many, and where more was asked for than words.
    """
    more = query.phrases or query.without or query.without_phrases or query.facets
    if more or not 2 <= len(query.words) <= MOST_WORDS:
        return []
    written = [word.written for word in query.words]
    texts = [" ".join(written[:place] + written[place + 1 :]) for place in range(len(written))]
    asked = [Fewer(text, find(understood(text, {})).total) for text in dict.fromkeys(texts)]
    return sorted((one for one in asked if one.total), key=lambda one: one.total)
