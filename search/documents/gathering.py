"""Pages as entries with their parts, many at a time; none has its number yet, as that takes a shelf."""

from dataclasses import dataclass
from functools import cached_property

from django.utils import translation

from people.wording import sort_key

from .. import shelves, tokens
from ..files import texts
from ..labels import kind_name
from ..models import Entry, Part
from .around import Around
from .cutting import parts
from .document import Document, Piece, digest
from .fields import downloads
from .registry import TELLERS

FORMAT = 1  # another one makes every entry anew


@dataclass(eq=False)
class Gathered:
    """`also` are words that find the page and stand on no part of it: its kind, its year, its topics."""

    page: object
    kind: str
    document: Document
    crumbs: list[str]
    when: str
    shelf: str
    also: list[str]
    pieces: list[Piece]

    @cached_property
    def digest(self):
        document, page = self.document, self.page
        told = (page.title, document.names, self.crumbs, self.when, self.shelf, document.day, self.also, page.url)
        return digest(FORMAT, *told, [(piece.text, piece.address, piece.place) for piece in self.pieces])

    @cached_property
    def keys(self):
        """The stems of each piece."""
        return [tokens.keys_of(piece.text) for piece in self.pieces]

    def entry(self, number, shelf):
        page, document = self.page, self.document
        text = "\n".join([*(piece.text for piece in self.pieces), *self.also])
        return Entry(
            id=number,
            page_id=page.pk,
            shelf_id=shelf,
            title=page.title,
            names="\n".join(document.names),
            sorted_as=sort_key(page.title)[:255],
            address=page.url,
            crumbs="\n".join(self.crumbs),
            when=self.when[:100],
            day=document.day,
            bag=tokens.bag([page.title, *document.names], text, tokens.keys_of("\n".join(self.also)).union(*self.keys)),
            digest=self.digest,
        )

    def parts(self, entry):
        for number, (piece, keys) in enumerate(zip(self.pieces, self.keys, strict=True)):
            told = {"address": piece.address, "place": piece.place, "text": piece.text, "keys": tokens.spaced(keys)}
            yield Part(entry=entry, number=number, **told)


def gathered(pages):
    """`pages` are specific ones; each is told of in its own language, whatever the language of the moment."""
    around, found = Around(pages), []
    for page in pages:
        with translation.override(around.languages[page.locale_id]):
            found.append(gather(page, around))
    return found


def gather(page, around):
    teller = TELLERS[type(page)]
    document = teller.tell(page)
    own = "\n".join(filter(None, map(tokens.readable, [*document.texts, *around.people(page)])))
    own = tokens.without_addresses(own)
    pieces = [*map(Piece, parts(own)), *document.pieces, *pages_of_files([*document.files, *downloads(page)])]
    return Gathered(
        page=page,
        kind=teller.kind,
        document=document,
        crumbs=around.crumbs(page),
        when=page.when,
        shelf=shelves.key(facets(page, teller.kind, document, around)),
        also=[*kind_words(teller.kind), page.when, str(document.year or ""), *around.topics(page).values()],
        pieces=pieces,
    )


def kind_words(kind):
    """„Pētījums” finds studies; to be a page tells nothing."""
    return [] if kind == "page" else [kind_name(kind)]


def pages_of_files(documents):
    found = texts(documents)
    return [Piece(tokens.readable(text), f"{file.url}#page={number}", str(number)) for file, number, text in found]


def facets(page, kind, document, around):
    own = document.facets
    return {
        "kind": [kind],
        "topic": [*own.get("topic", ()), *around.topics(page)],
        "methodology": [*own.get("methodology", ()), *around.methodologies(page)],
        "year": [str(document.year)] if document.year else [],
        "audience": own.get("audience", ()),
        "language": [around.languages[page.locale_id]],
    }
