"""Test databases are copies of a template into which the real migrations ran once.

The template lies outside the repository, named by a hash of everything that shapes it, and is made under a file
lock, so that parallel workers and several sessions share it. Nothing is ever flushed: a copy is thrown away.
"""

import fcntl
import hashlib
import os
import shutil
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.utils import timezone

from demo.loading import load
from tests.source import ROOT

CACHE = Path(tempfile.gettempdir()) / f"socdarbs-tests-{os.getuid()}"
KEPT = 24 * 60 * 60  # seconds a template stays after its last use

SCHEMA_FILES = (
    "*/migrations/*.py",
    "*/data/*",
    "*/apps.py",
    "compliance/triggers.py",
    "search/engines/database/*.py",
    "people/groups.py",
    "people/territory.py",
    "requirements.lock",
)
DEMO_FILES = tuple(
    f"{app}/**/*.{kind}"
    for app in (
        "compliance",
        "courses",
        "demo",
        "events",
        "glossary",
        "lms",
        "methodologies",
        "offices",
        "pages",
        "people",
        "podcasts",
        "publications",
        "search",
        "stories",
    )
    for kind in ("py", "toml", "csv")
)
numbers = count(1)


def fingerprint(patterns, *more):
    digest = hashlib.sha256(" ".join([settings.BASE_URL, *more]).encode())
    for file in sorted({file for pattern in patterns for file in ROOT.glob(pattern) if file.is_file()}):
        digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def locked(name):
    """One process at a time makes or copies templates of a kind: who needs no demo does not wait for it."""
    CACHE.mkdir(exist_ok=True)
    with (CACHE / f"{name.partition('-')[0]}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def using(name):
    """The default connection speaks to another database; the one before comes back as it was."""
    before, named = connections["default"], connection.settings_dict["NAME"]
    del connections["default"]
    settings.DATABASES["default"]["NAME"] = str(name)
    try:
        yield
    finally:
        connections["default"].close()
        settings.DATABASES["default"]["NAME"] = named
        connections["default"] = before


class Files:
    """SQLite: a database is a file."""

    def place(self, name):
        return CACHE / f"{name}.sqlite3"

    def exists(self, name):
        return self.place(name).exists()

    def create(self, name):
        """The first connection makes the file."""

    def copy(self, source, name):
        shutil.copyfile(self.place(source), self.place(name))
        os.utime(self.place(source))

    def rename(self, name, to):
        self.place(name).replace(self.place(to))

    def drop(self, name):
        for file in CACHE.glob(f"{name}.sqlite3*"):
            file.unlink()

    def tidy(self):
        for file in CACHE.glob("*.sqlite3*"):
            if file.stat().st_mtime < time.time() - KEPT:
                file.unlink()


class Server:
    """PostgreSQL: the server makes a database from another."""

    def place(self, name):
        return f"socdarbs-{name}"

    def execute(self, sql, *names):
        with using("postgres"), connection.cursor() as cursor:
            cursor.execute(sql.format(*(connection.ops.quote_name(self.place(name)) for name in names)))

    def exists(self, name):
        with using("postgres"), connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.place(name)])
            return cursor.fetchone() is not None

    def create(self, name):
        self.execute("CREATE DATABASE {0}", name)

    def copy(self, source, name):
        self.execute("CREATE DATABASE {0} TEMPLATE {1}", name, source)

    def rename(self, name, to):
        self.execute("ALTER DATABASE {0} RENAME TO {1}", name, to)

    def drop(self, name):
        self.execute("DROP DATABASE IF EXISTS {0} WITH (FORCE)", name)

    def tidy(self):
        """Templates stay until their server goes."""


def keeper():
    return Files() if connection.vendor == "sqlite" else Server()


def ready(name, fill, source=None):
    """The name of a template that stands; whoever needs it first makes it."""
    databases, making = keeper(), f"making-{name}"
    with locked(name):
        if not databases.exists(name):
            databases.tidy()
            databases.drop(making)
            begin(databases, making, source)
            with using(databases.place(making)):
                fill()
            databases.rename(making, name)
    return name


def begin(databases, name, source):
    if source is None:
        databases.create(name)
        return
    with locked(source):
        databases.copy(source, name)


@cache
def migrated():
    return ready(f"migrated-{fingerprint(SCHEMA_FILES)}", lambda: call_command("migrate", verbosity=0))


@cache
def with_demo():
    name = f"demo-{fingerprint(SCHEMA_FILES + DEMO_FILES, str(timezone.localdate()))}"
    return ready(name, lambda: load(timezone.localdate(), tell=str), source=migrated())


@contextmanager
def copied(source):
    """Work on a copy of a template, thrown away afterwards."""
    databases, name = keeper(), f"copy-{os.getpid()}-{next(numbers)}"
    begin(databases, name, source)
    try:
        with using(databases.place(name)):
            yield
    finally:
        databases.drop(name)


def database_url():
    """What another process needs to speak to the database of this moment."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def together(*calls):
    """Make the calls at one moment, each in a thread with its own connection: what each returned or raised."""
    gate = threading.Barrier(len(calls))

    def make(call):
        gate.wait()
        try:
            return call()
        except Exception as error:  # noqa: BLE001 - what was raised is the answer
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(make, calls))
