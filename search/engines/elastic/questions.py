"""A question as Elasticsearch takes it, in two parts of one request: what each shelf holds, and the hits.

Apart, neither does the other's work: what is only counted has no score and is kept by Elasticsearch until its index
changes; of hits no tier is read after one that gave enough. Clauses are plain dictionaries, as they are sent
(decision 75).
"""

from elasticsearch.dsl import MultiSearch, Search

from ...asking import Query
from ...tiers import All, question

MOST_SHELVES = 50_000
SHELVES = {"shelves": {"terms": {"field": "shelf", "size": MOST_SHELVES}}}
SORTS = {
    "relevance": [{"_score": "desc"}, {"number": "desc"}],
    "newest": [{"newest": "desc"}, {"number": "desc"}],
    "oldest": [{"oldest": "asc"}, {"number": "desc"}],
    "title": [{"sorted_as": "asc"}, {"number": "asc"}],
}


def searches(query: Query, limit, after) -> MultiSearch:
    asked = question(query)
    found = {"filter": [*map(written, asked.every.parts), *map(held, asked.phrases)], "must_not": without(asked)}
    hits = found | {"filter": [*found["filter"], *map(chosen, query.facets.items())], "should": in_tiers(asked)}
    paging = {"from": after, "size": limit, "sort": SORTS[query.order], "stored_fields": "_none_"}
    return MultiSearch().add(search(found, size=0, aggs=SHELVES)).add(search(hits, **paging))


def search(found, **more):
    asked = {"query": {"bool": found}, "track_total_hits": False} | more
    return Search().params(allow_partial_search_results=False).update_from_dict(asked)


def without(asked):
    words = [{"terms": {"bag": list(asked.without)}}] if asked.without else []
    return [*words, *map(held, asked.without_phrases)]


def chosen(facet):
    name, values = facet
    return {"terms": {f"facets.{name}": list(values)}}


def in_tiers(asked):
    """The first tier that an entry stands in is its score; of each only what it asks for beside what all ask for."""
    scored = [
        {"constant_score": {"filter": written(All(tier.asks)), "boost": len(asked.tiers) - place}}
        for place, tier in enumerate(asked.tiers)
        if tier.asks
    ]
    return [{"dis_max": {"queries": scored}}] if scored else []


def written(wanted):
    if isinstance(wanted, str):
        return {"term": {"bag": wanted}}
    if isinstance(wanted, All):
        return {"bool": {"filter": list(map(written, wanted.parts))}}
    return any_of(map(written, wanted.parts))


def held(phrase):
    return any_of({"match_phrase": {"bag": run}} for run in phrase.runs)


def any_of(queries):
    return {"bool": {"should": list(queries), "minimum_should_match": 1}}
