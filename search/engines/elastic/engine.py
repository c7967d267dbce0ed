"""Elasticsearch answers: what it says is read strictly, as anything may stand at its address."""

from dataclasses import replace

from ...found import Found
from ...shelves import counted
from .questions import searches


class Engine:
    name = "elasticsearch"

    def __init__(self, index):
        self.index = index

    def find(self, query, limit, after=0) -> Found:
        asked = searches(query, limit, after).index(self.index.name).using(self.index.client)
        shelves, hits = (answer.to_dict() for answer in asked.execute())
        return read(shelves["aggregations"]["shelves"]["buckets"], hits["hits"]["hits"], query.facets)


def read(shelves, hits, chosen):
    held = {one["key"]: int(one["doc_count"]) for one in shelves}
    return replace(counted(held, chosen), ids=[int(hit["sort"][-1]) for hit in hits])
