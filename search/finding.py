"""One question answered whole, whatever engine finds: candidates, their order, what is shown of them."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext

from . import engines, parts, ranking, snippets
from .asking import Query
from .found import Found
from .kept import facet_names, synonyms
from .labels import kind_name
from .models import Entry
from .shelves import facets as facets_of

A_PAGE = 10
RANKED = 100


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
    place: str  # „12. lpp.”, „03:15” of that part, or nothing
    place_address: str
    crumbs: tuple[str, ...]
    when: str
    day: date | None
    topics: tuple[str, ...]
    language: str


@dataclass(frozen=True)
class Choice:
    """A value of a facet."""

    value: str
    name: str
    number: int
    chosen: bool


@dataclass(frozen=True)
class Results:
    query: Query
    total: int = 0
    hits: list[Hit] = field(default_factory=list)
    facets: dict[str, list[Choice]] = field(default_factory=dict)
    page: int = 1
    pages: int = 1
    engine: str = ""


def find(query: Query) -> Results:
    """What was asked for; nothing for an empty question."""
    if query.is_empty:
        return Results(query)
    query, engine = synonyms().widened(query), engines.answering()
    page, found = query.page, candidates(engine, query, query.page)
    pages = max(1, -(-found.total // A_PAGE))
    if page > pages:
        page, found = pages, candidates(engine, query, pages)
    return Results(
        query=query,
        total=found.total,
        hits=hits(found.ids, query, page),
        facets=named(found.facets, query),
        page=page,
        pages=pages,
        engine=engine.name,
    )


def candidates(engine, query, page) -> Found:
    """The first hundred are put in order together; pages after them follow as the engine found them."""
    first = (page - 1) * A_PAGE
    if is_ranked(query, first):
        return engine.find(query, limit=RANKED, after=0)
    return engine.find(query, limit=A_PAGE, after=first)


def is_ranked(query, first):
    return query.order == "relevance" and bool(query.words) and first < RANKED


def hits(ids, query, page):
    rows = {row["id"]: row for row in read(ids)}
    first = (page - 1) * A_PAGE
    if is_ranked(query, first):
        told = [(id_, kind(rows[id_]), names(rows[id_])) for id_ in ids if id_ in rows]
        ids = ranking.ranked(told, query)[first : first + A_PAGE]
    shown = [rows[id_] for id_ in ids if id_ in rows][:A_PAGE]
    best = parts.best([row["id"] for row in shown], query)
    topics = facet_names()["topic"] if shown else {}
    return [hit(row, best.get(row["id"]), query, topics) for row in shown]


def read(ids):
    columns = ("id", "page_id", "shelf__key", "title", "names", "address", "crumbs", "when", "day")
    return Entry.objects.filter(pk__in=ids).values(*columns)


def kind(row):
    return facets_of(row["shelf__key"])["kind"][0]


def names(row):
    return [row["title"], *row["names"].splitlines()]


def hit(row, part, query, topics):
    return Hit(
        entry=row["id"],
        page=row["page_id"],
        kind=kind(row),
        kind_name=kind_name(kind(row)),
        name=row["title"],
        names=tuple(names(row)),
        title=snippets.marked(row["title"], query),
        snippet=snippets.snippet(part.text, query) if part else [],
        address=row["address"],
        place=place_name(part.place) if part else "",
        place_address=part.address if part and part.address else row["address"],
        crumbs=tuple(row["crumbs"].splitlines()),
        when=row["when"],
        day=row["day"],
        topics=tuple(topics.get(slug, slug) for slug in facets_of(row["shelf__key"])["topic"]),
        language=facets_of(row["shelf__key"])["language"][0],
    )


def place_name(place):
    """A page of a file by its number, a moment as it stands."""
    return gettext("p. %(number)s") % {"number": place} if place.isdigit() else place


def named(facets, query):
    of_facet = facet_names()
    return {
        name: [
            Choice(value, of_facet[name].get(value, value), number, value in query.facets.get(name, ()))
            for value, number in counted
        ]
        for name, counted in facets.items()
    }
