"""Elasticsearch answers: what it says is read strictly, as anything may stand at its address."""

from ...found import Found
from ...kinds import FACETS
from ...shelves import by_name
from .questions import search


class Engine:
    name = "elasticsearch"

    def __init__(self, index):
        self.index = index

    def find(self, query, limit, after=0) -> Found:
        asked = search(query)[after : after + limit].index(self.index.name).using(self.index.client)
        return read(asked.params(allow_partial_search_results=False).execute().to_dict())


def read(answer):
    counted = {name: answer["aggregations"][name]["values"]["buckets"] for name in FACETS}
    return Found(
        total=int(answer["hits"]["total"]["value"]),
        ids=[int(hit["sort"][-1]) for hit in answer["hits"]["hits"]],
        facets=by_name({(name, one["key"]): one["doc_count"] for name in FACETS for one in counted[name]}),
    )
