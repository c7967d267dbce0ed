"""A question as Elasticsearch takes it: tiers as scores, what is chosen apart, so that facets count what is not.

Facets are counted by shelves, as in the database: one aggregation for all of them.
"""

from elasticsearch.dsl import Q, Search

from ...asking import Query
from ...tiers import All, question

MOST_SHELVES = 50_000
SORTS = {
    "relevance": ["_score", "-number"],
    "newest": ["-newest", "-number"],
    "oldest": ["oldest", "-number"],
    "title": ["sorted_as", "number"],
}


def search(query: Query) -> Search:
    asked = question(query)
    found = Search().query(
        "bool",
        filter=[*map(written, asked.every.parts), *map(held, asked.phrases)],
        should=in_tiers(asked),
        must_not=without(asked),
    )
    found.aggs.bucket("shelves", "terms", field="shelf", size=MOST_SHELVES)
    return (
        found.post_filter("bool", filter=list(map(chosen, query.facets.items())))
        .sort(*SORTS[query.order])
        .extra(track_total_hits=False, stored_fields="_none_")
    )


def without(asked):
    words = [Q("terms", bag=list(asked.without))] if asked.without else []
    return [*words, *map(held, asked.without_phrases)]


def chosen(facet):
    name, values = facet
    return Q("terms", **{f"facets.{name}": list(values)})


def in_tiers(asked):
    """The first tier that an entry stands in is its score; of each only what it asks for beside what all ask for."""
    scored = [
        Q("constant_score", filter=written(All(tier.asks)), boost=len(asked.tiers) - place)
        for place, tier in enumerate(asked.tiers)
        if tier.asks
    ]
    return [Q("dis_max", queries=scored)] if scored else []


def written(wanted):
    if isinstance(wanted, str):
        return Q("term", bag=wanted)
    if isinstance(wanted, All):
        return Q("bool", filter=list(map(written, wanted.parts)))
    return any_of(map(written, wanted.parts))


def held(phrase):
    return any_of(Q("match_phrase", bag=run) for run in phrase.runs)


def any_of(queries):
    return Q("bool", should=list(queries), minimum_should_match=1)
