"""Elasticsearch answers: what it says is read strictly, as anything may stand at its address."""

from dataclasses import replace

from ...found import Found
from ...shelves import counted
from .questions import search


class Engine:
    name = "elasticsearch"

    def __init__(self, index):
        self.index = index

    def find(self, query, limit, after=0) -> Found:
        asked = search(query)[after : after + limit].index(self.index.name).using(self.index.client)
        return read(asked.params(allow_partial_search_results=False).execute().to_dict(), query.facets)


def read(answer, chosen):
    held = {one["key"]: int(one["doc_count"]) for one in answer["aggregations"]["shelves"]["buckets"]}
    return replace(counted(held, chosen), ids=[int(hit["sort"][-1]) for hit in answer["hits"]["hits"]])
