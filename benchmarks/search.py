"""A search, whole: found, put in order, shown; and what it takes to keep the index.

    DJANGO_SETTINGS_MODULE=tests.settings python -m benchmarks.search [--documents 6000] [--elasticsearch]

On a copy of the tests' empty database, thrown away afterwards; the questions are those of tests/search/relevance.txt.
CPU is that of this process: SQLite works in it, PostgreSQL and Elasticsearch (by tests/search_server) beside it,
so there the time on the clock says more.
"""

import argparse
import os
import signal
import time
from contextlib import ExitStack, contextmanager
from itertools import batched
from statistics import median, quantiles

import django

django.setup()

from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks.library import Writer, bare_pages
from pages.models import HomePage, StandardPage
from search import actions, snippets
from search.asking import TooLong, asked
from search.engines import outside
from search.engines.database import schema
from search.engines.elastic import mirror
from search.finding import find
from search.models import Part, Shelf
from tests import database, search_server
from tests.search.asked import lines

BAD = {
    "100 000 signs": "a" * 100_000,
    "900 quotes": '"' * 900,
    "200 different words": " ".join(f"v{number}" for number in range(200)),
    "* OR 1=1": "* OR 1=1",
    "NUL": "da\0rbs",
    "emoji, Cyrillic": "😀 социальная работа",
    "a lone surrogate": "darbs\ud800",
    "unbalanced": '"sociālais (darbs -" kind: -',
}


def timed(call):
    clock, cpu = time.perf_counter(), time.process_time()
    call()
    return 1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - clock)


def told(what, spent, note=""):
    for name, values in zip(("CPU", "clock"), zip(*spent, strict=True), strict=True):
        middle, high = median(values), quantiles(values, n=20)[-1] if len(values) > 1 else values[0]
        print(f"{what:34} {name:5} {middle:9.2f} {high:9.2f} {min(values):9.2f} {max(values):9.2f}  {note}", flush=True)


def fill(count):
    writer, cpu, clock = Writer(), 0, 0
    pages = bare_pages([writer.title() for _ in range(count)], HomePage.objects.get(slug="home"))
    for some in batched(pages, 500):
        documents = [writer.document(page) for page in some]
        spent = timed(lambda documents=documents: actions.write(documents))
        cpu, clock = cpu + spent[0] / 1000, clock + spent[1] / 1000
    print(f"{count} documents, {Part.objects.count()} parts, {Shelf.objects.count()} shelves:", end=" ")
    print(f"{count / cpu:.0f} documents a second of CPU, {count / clock:.0f} of the clock", flush=True)
    told("tidied, as each night", [timed(lambda: schema.tidy(connection))])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def searches():
    questions = [row[0] for row in lines("relevance.txt")]
    told("the machine: 100,000 additions", [timed(lambda: sum(range(100_000))) for _round in range(20)])
    told("the same, asked for the first time", [timed(lambda text=text: find(asked(text, {}))) for text in questions])
    spent = [timed(lambda text=text: find(asked(text, {}))) for text in questions]
    with CaptureQueriesContext(connection) as queries:
        total = find(asked("sociālais darbs", {})).total
    told(f"{len(questions)} searches", spent, f"{len(queries)} SQL; „sociālais darbs”: {total}")
    for what, params in {
        "filtered": {"kind": "article", "year": ["2020", "2021"]},
        "newest": {"order": "newest"},
        "by title": {"order": "title"},
        "page 30": {"page": "30"},
    }.items():
        told(what, [timed(lambda text=text, params=params: find(asked(text, params))) for text in questions[:40]])
    for what, text in {"phrase": '"sociālais darbs"', "phrase left out": 'darbs -"sociālais darbs"'}.items():
        told(what, [timed(lambda text=text: find(asked(text, {}))) for _round in range(5)])


def bad_input():
    for what, text in BAD.items():
        told(what, [timed(lambda text=text: ask(text)) for _round in range(5)])
    told("page 10⁹", [timed(lambda: find(asked("darbs", {"page": "1000000000"}))) for _round in range(5)])
    told(
        "unknown facets", [timed(lambda: find(asked("darbs", {"topic": "nav", "kind": "nav"}))) for _round in range(5)]
    )


def ask(text):
    try:
        return find(asked(text, {}))
    except TooLong:
        return None


def marking():
    query, text = asked("sociālais darbs kopienā", {}), Part.objects.order_by("pk")[0].text
    text = (text * 20)[:2000]
    told("snippet of 2000 signs", [timed(lambda: snippets.snippet(text, query)) for _round in range(200)])


def keeping(count=500):
    writer, home = Writer(seed=2), HomePage.objects.get(slug="home")
    made = [
        home.add_child(instance=StandardPage(title=writer.title(), slug=f"x-{n}", body=[("text", writer.text())]))
        for n in range(count)
    ]
    told("one page indexed", [timed(lambda page=page: actions.index([page.pk])) for page in made[:40]])
    some = [page.pk for page in made]
    told(f"{count} pages indexed", [timed(lambda: [actions.index(few) for few in batched(some[40:], 100)])])
    told(f"{count} pages compared", [timed(lambda: list(map(actions.repair, batched(some, 100))))])


@contextmanager
def mirrored():
    """All that follows is answered by Elasticsearch."""
    with search_server.running() as address:
        settings.SEARCH_URL = f"{address}/benchmark-{os.getpid()}"
        index = outside.index(outside.PATIENT)
        for what, call in {
            "mirrored": lambda: mirror.rebuild(index),
            "the same over one that answers": lambda: mirror.rebuild(index),
            "compared": lambda: mirror.compare(index),
        }.items():
            cpu, clock = timed(call)
            print(f"{what}: {index.count()} entries, {cpu / 1000:.1f} s of CPU, {clock / 1000:.1f} s of the clock")
        yield
        frozen()
        index.client.indices.delete(index=next(iter(index.under(index.name))))


def frozen():
    """Who asks first waits until the server is given up, who asks next does not, one in ten seconds asks it again."""
    query = asked("sociālais darbs", {})
    search_server.send(signal.SIGSTOP)
    try:
        told("frozen: the first answer", [timed(lambda: find(query))])
        told("frozen: later answers", [timed(lambda: find(query)) for _round in range(50)])
        outside.breaker(settings.SEARCH_URL).again = 0
        told("frozen: asked again", [timed(lambda: find(query))])
    finally:
        search_server.send(signal.SIGCONT)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--documents", type=int, default=6000)
    options.add_argument("--elasticsearch", action="store_true")
    chosen = options.parse_args()
    with database.copied(database.migrated()), ExitStack() as server:
        fill(chosen.documents)
        if chosen.elasticsearch:
            server.enter_context(mirrored())
        print("ms                                          median       95 %       min       max")
        searches()
        bad_input()
        marking()
        keeping()


if __name__ == "__main__":
    main()
