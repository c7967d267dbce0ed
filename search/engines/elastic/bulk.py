"""Many entries in one request, and all that an index holds."""

from elasticsearch import helpers
from elasticsearch.dsl import Search

from ...models import Entry
from .document import indexed

MOST_BYTES = 10 * 1024 * 1024
A_PAGE = 10_000
NEWER_IS_THERE = 409


def give(index, alias, versions):
    """Entries as they now stand, those of {number: version}, out if they are no more; which numbers are right now."""
    told = helpers.streaming_bulk(
        index.client,
        actions(versions),
        index=alias,
        require_alias=True,
        raise_on_error=False,
        max_chunk_bytes=MOST_BYTES,
    )
    results = [next(iter(result.values())) for _well, result in told]
    return {int(one["_id"]) for one in results if "error" not in one or one["status"] == NEWER_IS_THERE}


def actions(versions):
    left = dict(versions)
    for entry in Entry.objects.filter(pk__in=versions).select_related("shelf"):
        yield action("index", entry.pk, left.pop(entry.pk)) | {"_source": indexed(entry)}
    for number, version in left.items():
        yield action("delete", number, version)


def action(what, number, version):
    return {"_op_type": what, "_id": str(number), "version": version, "version_type": "external_gte"}


def held_by(index, alias):
    """(number, digest), page by page."""
    index.client.indices.refresh(index=alias)
    whole = Search(using=index.client, index=alias).sort("number")
    whole = whole.extra(size=A_PAGE, docvalue_fields=["digest"], stored_fields="_none_")
    page = whole
    while hits := page.execute().to_dict()["hits"]["hits"]:
        yield from ((hit["sort"][0], hit["fields"]["digest"][0]) for hit in hits)
        page = whole.extra(search_after=hits[-1]["sort"])
