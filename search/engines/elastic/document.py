"""What Elasticsearch keeps of an entry: its words as they were prepared, what it is sorted and counted by, no text."""

from elasticsearch.dsl import Document, Keyword, Long, MetaField, Object, Text

from ... import shelves
from ...kinds import FACETS
from ...order import BY_DATE, DATE_PLACE

UNDATED = 1 << 62  # after every day


class Indexed(Document):
    number = Long()
    digest = Keyword()
    bag = Text(analyzer="whitespace", norms=False)
    sorted_as = Keyword()
    newest = Long()
    oldest = Long()
    shelf = Keyword()
    facets = Object(properties={name: Keyword() for name in FACETS})

    class Meta:
        dynamic = MetaField("strict")
        source = MetaField(enabled=False)

    class Index:
        settings = {"number_of_shards": 1, "auto_expand_replicas": "0-1", "refresh_interval": "1s"}


def indexed(entry):
    dated = entry.pk & BY_DATE
    return Indexed(
        number=entry.pk,
        digest=entry.digest,
        bag=entry.bag,
        sorted_as=entry.sorted_as,
        newest=dated,
        oldest=dated if dated >> DATE_PLACE else dated + UNDATED,
        shelf=entry.shelf.key,
        facets=shelves.facets(entry.shelf.key),
    ).to_dict()
