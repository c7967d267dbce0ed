"""Pages as entries with their parts, many at a time; none has its number yet, as that takes a shelf."""

from dataclasses import dataclass
from functools import cached_property

from people.wording import sort_key

from .. import shelves, tokens
from ..models import Entry, Part
from .around import Around
from .cutting import parts
from .document import Document, Piece, digest
from .registry import TELLERS

FORMAT = 1  # another one makes every entry anew


@dataclass(eq=False)
class Gathered:
    page: object
    kind: str
    document: Document
    crumbs: list[str]
    shelf: str
    pieces: list[Piece]

    @cached_property
    def digest(self):
        document, page = self.document, self.page
        told = (page.title, document.names, self.crumbs, self.shelf, str(document.day), document.year, page.url)
        return digest(FORMAT, *told, [(piece.text, piece.address, piece.place) for piece in self.pieces])

    def entry(self, number, shelf):
        page, document = self.page, self.document
        return Entry(
            id=number,
            page_id=page.pk,
            shelf_id=shelf,
            title=page.title,
            names="\n".join(document.names),
            sorted_as=sort_key(page.title)[:255],
            address=page.url,
            crumbs="\n".join(self.crumbs),
            when=page.when[:100],
            day=document.day,
            bag=tokens.bag([page.title, *document.names], "\n".join(piece.text for piece in self.pieces)),
            digest=self.digest,
        )

    def parts(self, entry):
        for number, piece in enumerate(self.pieces):
            keys = tokens.keys_of(piece.text)
            yield Part(entry=entry, number=number, address=piece.address, place=piece.place, text=piece.text, keys=keys)


def gathered(pages):
    """`pages` are specific ones."""
    around = Around(pages)
    return [gather(page, around) for page in pages]


def gather(page, around):
    teller = TELLERS[type(page)]
    document = teller.tell(page)
    topics, people = around.topics[page.pk], around.people[page.pk]
    facets = {
        "kind": [teller.kind],
        "topic": [*document.facets.get("topic", ()), *(slug for slug, _title in topics)],
        "methodology": [*document.facets.get("methodology", ()), *(slug for (slug,) in around.methodologies[page.pk])],
        "year": [str(document.year)] if document.year else [],
        "audience": document.facets.get("audience", ()),
        "language": [around.languages[page.locale_id]],
    }
    texts = [*document.texts, ", ".join(name for (name,) in people), ", ".join(title for _slug, title in topics)]
    own = [Piece(text) for text in parts("\n".join(filter(None, map(tokens.readable, texts))))]
    return Gathered(page, teller.kind, document, around.crumbs(page), shelves.key(facets), [*own, *document.pieces])
