"""What was typed and chosen, as a question that every engine answers alike. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pages import latvian

from .kinds import FACETS, KINDS_BY_NAME

LONGEST = 1000
MOST_WORDS = 12
MOST_PHRASES = 3
MOST_VALUES = 50
MOST_PAGES = 1000
ORDERS = ("relevance", "newest", "oldest", "title")
UNREADABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
QUOTES = str.maketrans(dict.fromkeys("„“”«»″", '"'))
PART = re.compile(r'(?<![^\s"])(?P<minus>[-−–]?)"(?P<phrase>[^"]*)"|(?P<plain>[^\s"]+)')
KIND = re.compile(r"(?:kind|veids):(\w+)", re.IGNORECASE)
VALUE = re.compile(r"[-\w]{1,255}")
STOP_WORDS = frozenset(map(latvian.folded, latvian.STOP_WORDS))


class TooLong(ValueError):
    """More than LONGEST characters were asked."""


@dataclass(frozen=True)
class Word:
    """`exact` is its folded form, `key` its stem; of each synonym all keys are needed."""

    written: str
    exact: str
    key: str
    synonyms: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Query:
    text: str = ""
    words: tuple[Word, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()  # folded forms that follow each other
    without: tuple[Word, ...] = ()
    without_phrases: tuple[tuple[str, ...], ...] = ()
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    order: str = "relevance"
    page: int = 1

    @property
    def is_empty(self):
        return not (self.words or self.phrases or self.facets)


@dataclass
class _Heard:
    words: list = field(default_factory=list)
    phrases: list = field(default_factory=list)
    without: list = field(default_factory=list)
    without_phrases: list = field(default_factory=list)
    kinds: list = field(default_factory=list)


def asked(text: str, params: Mapping) -> Query:
    if len(text) > LONGEST:
        raise TooLong
    text = UNREADABLE.sub(" ", text).strip()
    heard = _heard(text)
    facets = {name: chosen for name in FACETS if (chosen := _chosen(name, params))}
    if heard.kinds:
        facets["kind"] = _each_once([*heard.kinds, *facets.get("kind", ())])
    return Query(
        text=text,
        words=needed(heard.words),
        phrases=_each_once(heard.phrases)[:MOST_PHRASES],
        without=_each_once(heard.without)[:MOST_WORDS],
        without_phrases=_each_once(heard.without_phrases)[:MOST_PHRASES],
        facets=facets,
        order=_one(params, "order") if _one(params, "order") in ORDERS else ORDERS[0],
        page=_page(_one(params, "page")),
    )


def words_of(text):
    return [Word(written, latvian.folded(cut), latvian.key(cut)) for written, cut in _written(text)]


def _written(text):
    return [(word, word[: latvian.LONGEST]) for word in latvian.written_words(latvian.clean(text))]


def _heard(text):
    heard = _Heard()
    for part in PART.finditer(text.translate(QUOTES)):
        if part["plain"] is None:
            _hear_phrase(part["phrase"], part["minus"], heard)
        else:
            _hear_plain(part["plain"], heard)
    return heard


def _hear_phrase(text, minus, heard):
    words = words_of(text)
    if minus:
        _leave_out(words, heard)
        return
    heard.words += words
    if len(words) > 1:
        heard.phrases.append(forms(words))


def _hear_plain(text, heard):
    kind = KIND.fullmatch(text)
    if kind and (named := KINDS_BY_NAME.get(latvian.key(kind[1]))):
        heard.kinds.append(named)
    elif text[0] in "-−–" and (words := words_of(text)):
        _leave_out(words, heard)
    else:
        heard.words += words_of(text)


def _leave_out(words, heard):
    """Several words, also those of a compound, are left out where they follow each other."""
    if len(words) > 1:
        heard.without_phrases.append(forms(words))
    else:
        heard.without += words


def forms(words):
    return tuple(word.exact for word in words[:MOST_WORDS])


def needed(words):
    """The first of the distinct ones, without those of every sentence if others remain."""
    telling = [word for word in words if word.exact not in STOP_WORDS or is_abbreviation(word.written)]
    by_form = {word.exact: word for word in reversed(telling or words)}
    return tuple(by_form[form] for form in dict.fromkeys(word.exact for word in telling or words))[:MOST_WORDS]


def is_abbreviation(written):
    return written.isupper() and len(written) > 1


def _chosen(name, params):
    found = params.getlist(name) if hasattr(params, "getlist") else params.get(name, ())
    found = [found] if isinstance(found, str) else found
    return _each_once(value for value in found if VALUE.fullmatch(value))[:MOST_VALUES]


def _one(params, name):
    found = params.get(name, "")
    return found if isinstance(found, str) else ""


def _page(typed):
    return min(max(int(typed), 1), MOST_PAGES) if typed.isdecimal() and len(typed) < 20 else 1


def _each_once(things):
    return tuple(dict.fromkeys(things))
