"""One question answered whole, whatever engine finds: candidates, their order, what is shown of them."""

from dataclasses import dataclass, field

from . import engines, kept, ranking, reading
from .asking import Query
from .hits import Hit, hits

A_PAGE = 10
RANKED = 100


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
    """What was asked for; nothing for an empty question. A page after the last is the last."""
    if query.is_empty:
        return Results(query)
    query, engine = kept.synonyms().widened(query), engines.answering()
    page, found = query.page, candidates(engine, query, query.page)
    pages = max(1, -(-found.total // A_PAGE))
    if page > pages:
        page, found = pages, candidates(engine, query, pages)
    return Results(
        query=query,
        total=found.total,
        hits=hits(in_order(found, query, page), query),
        facets=named(found.facets, query),
        page=page,
        pages=pages,
        engine=engine.name,
    )


def candidates(engine, query, page):
    """The first hundred are put in order together; pages after them follow as the engine found them."""
    if is_ranked(query, page):
        return engine.find(query, limit=RANKED, after=0)
    return engine.find(query, limit=A_PAGE, after=(page - 1) * A_PAGE)


def in_order(found, query, page):
    """Those of one page."""
    if not is_ranked(query, page):
        return found.ids
    names, first = found.names or reading.named(found.ids), (page - 1) * A_PAGE
    named = [(entry, names[entry]) for entry in found.ids if entry in names]
    return ranking.ranked(named, query)[first : first + A_PAGE]


def is_ranked(query, page):
    return query.order == "relevance" and bool(query.words) and page * A_PAGE <= RANKED


def named(facets, query):
    names = kept.facet_names()
    return {
        name: [
            Choice(value, names[name].get(value, value), number, value in query.facets.get(name, ()))
            for value, number in counted
        ]
        for name, counted in facets.items()
    }
