"""What the podcast costs: its feed with 10,000 episodes, a transcript of an hour.

    python -m benchmarks.podcast [--episodes 10000] [--times 5]

On a database of its own; CPU of this process, median with min and max.
"""

import argparse
import os
import tempfile
import time
from pathlib import Path
from statistics import median

PLACE = tempfile.TemporaryDirectory()
os.environ |= {"DEBUG": "false", "SECRET_KEY": "of-the-benchmark-only", "ALLOWED_HOSTS": "localhost"}
os.environ["DATABASE_URL"] = os.environ.get("BENCHMARK_DATABASE_URL", f"sqlite:///{Path(PLACE.name) / 'db.sqlite3'}")
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"

import django

django.setup()

from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from podcasts.models import EpisodePage, ShowPage
from podcasts.transcripts import Cue, read, webvtt
from tests.podcasts.many import add_many

HOUR = [
    Cue(second, second + 3.5, "Šodien runājam par supervīziju un tās nozīmi.", "Ilze") for second in range(0, 3600, 4)
]


def measured(what, call, times):
    spent = []
    for _time in range(times):
        began = time.process_time()
        call()
        spent.append((time.process_time() - began) * 1000)
    print(f"{what:60} {median(spent):8.2f} ms  ({min(spent):.2f}–{max(spent):.2f})")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--episodes", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=5)
    asked = parser.parse_args()
    call_command("migrate", verbosity=0)
    show = ShowPage.objects.get()
    with transaction.atomic():
        add_many(show, asked.episodes, transcript=webvtt.write(HOUR[:50]))
    client = Client(headers={"host": "localhost", "x-forwarded-proto": "https"})

    def ask(page=1):
        return client.get("/raidieraksts/barotne.xml", {"page": page}, secure=True)

    ask()
    with CaptureQueriesContext(connection) as queries:
        answer = ask()
    print(
        f"{EpisodePage.objects.count()} episodes: {answer.status_code}, {len(answer.content)} bytes, {len(queries)} SQL"
    )
    measured("the feed", ask, asked.times)
    measured("its last page", lambda: ask(asked.episodes // 100), asked.times)
    text = webvtt.write(HOUR)
    measured(f"reading a transcript of {len(HOUR)} lines", lambda: read(text), asked.times)


if __name__ == "__main__":
    main()
