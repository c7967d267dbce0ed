"""A question as Elasticsearch takes it: tiers as scores, what is chosen apart, so that facets count what is not."""

from elasticsearch.dsl import Q, Search

from ...asking import Query
from ...kinds import FACETS
from ...tiers import All, question

MOST_VALUES = 1000
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
        filter=[
            *map(written, asked.every.parts),
            *(any_of(phrase("bag", run) for run in runs) for runs in asked.phrases),
        ],
        should=in_tiers(asked),
        must_not=[Q("terms", bag=list(asked.without))] if asked.without else [],
    )
    chosen = {name: Q("terms", **{field(name): list(values)}) for name, values in query.facets.items()}
    for name in FACETS:
        others = [one for facet, one in chosen.items() if facet != name]
        found.aggs.bucket(name, "filter", filter=Q("bool", filter=others)).bucket(
            "values", "terms", field=field(name), size=MOST_VALUES
        )
    return (
        found.post_filter("bool", filter=list(chosen.values()))
        .sort(*SORTS[query.order])
        .extra(track_total_hits=True, stored_fields="_none_")
    )


def field(facet):
    return f"facets.{facet}"


def in_tiers(asked):
    """The first tier that an entry stands in is its score; of each only what it asks for beside what all ask for."""
    steps = [tier.parts[len(asked.every.parts) :] for tier in asked.tiers]
    scored = [
        Q("constant_score", filter=written(All(step)), boost=len(steps) - place)
        for place, step in enumerate(steps)
        if step
    ]
    return [Q("dis_max", queries=scored)] if scored else []


def written(wanted):
    if isinstance(wanted, str):
        return Q("term", bag=wanted)
    if isinstance(wanted, All):
        return Q("bool", filter=list(map(written, wanted.parts)))
    return any_of(map(written, wanted.parts))


def phrase(name, run):
    return Q("match_phrase", **{name: run})


def any_of(queries):
    return Q("bool", should=list(queries), minimum_should_match=1)
