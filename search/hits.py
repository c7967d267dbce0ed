"""What is shown of what was found."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from . import kept, order, reading, snippets
from .labels import kind_name
from .shelves import facets


@dataclass(frozen=True)
class Hit:
    """`title` and `snippet` are pieces (text, whether it is marked); `place_address` leads to the part that matched."""

    entry: int
    page: int
    kind: str
    kind_name: str
    name: str
    names: tuple[str, ...]
    title: list[tuple[str, bool]]
    snippet: list[tuple[str, bool]]
    address: str
    place: str  # „12. lpp.”, „3:15” of that part, or nothing
    place_address: str
    crumbs: tuple[str, ...]
    when: str
    day: date | None
    topics: tuple[str, ...]
    language: str


def hits(entries, query):
    rows = reading.shown(entries, query)
    topics = kept.facet_names()["topic"] if rows else {}
    return [hit(row, query, topics) for row in rows]


def hit(row, query, topics):
    held = facets(row.shelf)
    return Hit(
        entry=row.entry,
        page=order.page_of(row.entry),
        kind=held["kind"][0],
        kind_name=kind_name(held["kind"][0]),
        name=row.title,
        names=(row.title, *row.names.splitlines()),
        title=snippets.marked(row.title, query),
        snippet=snippets.snippet(row.text or "", query),
        address=row.address,
        place=place_name(row.place or ""),
        place_address=row.part_address or row.address,
        crumbs=tuple(row.crumbs.splitlines()),
        when=row.when,
        day=row.day,
        topics=tuple(topics.get(slug, slug) for slug in held["topic"]),
        language=held["language"][0],
    )


def place_name(place):
    """A page of a file by its number, a moment as it stands."""
    return gettext("p. %(number)s") % {"number": place} if place.isdigit() else place
