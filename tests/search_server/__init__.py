"""A real Elasticsearch on loopback: `python -m tests.search_server` runs it until Ctrl-C.

Whoever uses the server holds a lock; a process of its own watches, and ends the server when nobody holds the lock any
more, however the holders came to their end. So all workers of a run share one server, and none is left behind.
"""

import fcntl
import json
import os
import signal
import sys
import time
from contextlib import contextmanager, suppress

from tests.source import ROOT

from .program import LOG, PLACE, Lacking, Unfetched, fetch, java

__all__ = ["MISSED", "PLACE", "WAY", "Lacking", "Unfetched", "locked", "running", "send", "start", "stop"]

ADDRESS = PLACE / "address"
PATIENCE = 180  # seconds until a server that does not answer is given up
POLLED = 0.1
MISSED = "no Elasticsearch here"
WAY = "apt install maven default-jre-headless"


@contextmanager
def locked(name, how=fcntl.LOCK_EX):
    PLACE.mkdir(mode=0o755, exist_ok=True)
    with (PLACE / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, how)
        yield


@contextmanager
def running():
    """The address of the server, which runs at least as long as this."""
    with locked("held", fcntl.LOCK_SH):
        start()
        yield told()["address"]


def start():
    with locked("starting"):
        if not is_watched():
            java()
            fetch()
            end_forgotten()
            watch()


def stop():
    """At once, as by a failing machine; started again it has the same address and data."""
    send(signal.SIGKILL)
    while is_watched():
        time.sleep(POLLED)


def send(what):
    """A signal to all processes of the server."""
    os.killpg(told()["process"], what)


def told():
    return json.loads(ADDRESS.read_text())


def is_watched():
    with suppress(BlockingIOError), locked("watched", fcntl.LOCK_EX | fcntl.LOCK_NB):
        return False
    return True


def end_forgotten():
    """A server whose watcher was killed."""
    if ADDRESS.exists():
        with suppress(ProcessLookupError):
            send(signal.SIGKILL)
        ADDRESS.unlink()


def watch():
    """By a process that outlives this one, as others may use the server longer."""
    command = sys.executable, "-m", "tests.search_server.watching"
    watcher = os.posix_spawn(sys.executable, command, os.environ | {"PYTHONPATH": str(ROOT)}, setsid=True)
    given_up = time.monotonic() + PATIENCE
    while not ADDRESS.exists():
        if os.waitpid(watcher, os.WNOHANG)[0] or time.monotonic() > given_up:
            raise Lacking(f"it does not start ({LOG.read_text()[-300:]})")
        time.sleep(POLLED)
