"""Elasticsearch has what the database has, whatever happened to either."""

import pytest

from search import tasks
from search.engines.elastic import mirror
from search.engines.elastic.bulk import give
from search.models import Entry, Unmirrored

from .conftest import answer

pytestmark = pytest.mark.usefixtures("own_database")


def held(index, alias=None):
    return dict(mirror.held_by(index, alias or index.name))


def entries():
    return dict(Entry.objects.values_list("pk", "digest"))


def test_what_is_published_is_found_and_what_is_not_any_more_is_gone(server, publish):
    mirror.rebuild(server)
    page = publish("Supervīzija")
    page.refresh_from_db()
    server.client.indices.refresh(index=server.name)
    assert answer("supervīzijas") == ("elasticsearch", ["Supervīzija"])

    page.unpublish()

    assert (held(server), Unmirrored.objects.count()) == (entries(), 0)
    assert answer("supervīzijas") == ("elasticsearch", [])


def test_first_sweep_makes_the_index(server, publish):
    publish("Supervīzija")

    tasks.keep_up_mirror()

    assert (held(server), Unmirrored.objects.count()) == (entries(), 0)
    assert answer("supervīzijas") == ("elasticsearch", ["Supervīzija"])


def test_late_change_never_undoes_a_newer_one(server, publish):
    mirror.rebuild(server)
    publish("Supervīzija")
    (entry,) = Entry.objects.filter(title="Supervīzija")
    newer = entry.digest
    give(server, server.name, {entry.pk: 1000})
    Entry.objects.filter(pk=entry.pk).update(digest="older")

    assert give(server, server.name, {entry.pk: 999}) == {entry.pk}
    assert held(server)[entry.pk] == newer


def test_nightly_comparison_repairs_whatever_differs(server, publish):
    publish("Supervīzija")
    publish("Josta")
    mirror.rebuild(server)
    kept, lost = Entry.objects.filter(title__in=["Supervīzija", "Josta"])
    server.client.delete(index=server.name, id=str(lost.pk))
    Entry.objects.filter(pk=kept.pk).update(digest="another")
    Unmirrored.objects.all().delete()

    mirror.compare(server)

    assert held(server) == entries()


def test_rebuilding_goes_unnoticed(server, publish):
    publish("Supervīzija")
    mirror.rebuild(server)
    found = []

    def meanwhile(batches):
        found.append(answer("supervīzija"))
        publish("Mediācija")
        yield from batches
        found.append(answer("supervīzija"))

    mirror.rebuild(server, meanwhile)

    assert found == [("elasticsearch", ["Supervīzija"])] * 2
    assert held(server) == entries()
    assert len(server.client.indices.get(index=f"{server.name}-*").body) == 1


def test_rebuilding_goes_on_where_it_was_broken_off(server, publish, monkeypatch):
    monkeypatch.setattr(mirror, "AT_ONCE", 1)
    publish("Supervīzija")
    publish("Josta")
    given = []

    def broken_off(batches):
        yield batches[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mirror.rebuild(server, broken_off)
    mirror.rebuild(server, lambda batches: given.extend(batches) or batches)

    assert len(given) == Entry.objects.count() - 1
    assert held(server) == entries()
