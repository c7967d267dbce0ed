"""The index under its name: an alias, so that another one is made meanwhile and put in its place at once."""

from datetime import UTC, datetime
from hashlib import sha256
from json import dumps

from elasticsearch import Elasticsearch, NotFoundError

from ...order import WEIGHT_PLACE
from .document import Indexed

BODY = Indexed._index.to_dict()
MADE_OF = sha256(dumps([BODY, WEIGHT_PLACE], sort_keys=True).encode()).hexdigest()


class Index:
    def __init__(self, client: Elasticsearch, name: str):
        self.client, self.name, self.next = client, name, f"{name}-next"

    def is_sound(self, alias=None):
        """Whether one index stands under the name, and is made as ours are."""
        alias = alias or self.name
        found = self.under(alias)
        return alias not in found and [marks(told).get("made_of") for told in found.values()] == [MADE_OF]

    def begin(self):
        """Another index under the name of the next; one that was begun and left is gone on with."""
        if not self.is_sound(self.next):
            index = f"{self.name}-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
            mappings = BODY["mappings"] | {"_meta": {"of": self.name, "made_of": MADE_OF}}
            self.client.indices.create(index=index, settings=BODY["settings"], mappings=mappings)
            self.client.indices.update_aliases(actions=self.put(index, self.next))

    def switch(self):
        """The next index is the index."""
        (index,) = self.under(self.next)
        leave = {"remove": {"index": index, "alias": self.next}}
        self.client.indices.update_aliases(actions=[*self.put(index, self.name), leave])

    def put(self, index, alias):
        """Under this name in place of what stood there, which is gone if it was ours or had the name for itself."""
        away = [self.away(other, told, alias) for other, told in self.under(alias).items() if other != index]
        return [*away, {"add": {"index": index, "alias": alias}}]

    def away(self, index, told, alias):
        if index == alias or marks(told).get("of") == self.name:
            return {"remove_index": {"index": index}}
        return {"remove": {"index": index, "alias": alias}}

    def count(self):
        self.client.indices.refresh(index=self.name)
        return self.client.count(index=self.name)["count"]

    def under(self, alias):
        try:
            return self.client.indices.get(index=alias).body
        except NotFoundError:
            return {}


def marks(told):
    return told["mappings"].get("_meta", {})
