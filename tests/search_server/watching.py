"""Runs the server until it ends or nobody holds it; whoever comes in between waits and then starts another."""

import fcntl
import json
import shutil
import signal
import sys
import time
from contextlib import ExitStack, suppress

from . import ADDRESS, POLLED, locked
from .program import LIFE, answers, configured, served


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    with ExitStack() as last, locked("watched"), ExitStack() as first:
        first.callback(ADDRESS.unlink, missing_ok=True)
        address = configured()
        server = first.enter_context(served())
        while server.poll() is None and not answers(address):
            time.sleep(POLLED)
        if server.poll() is None:
            ADDRESS.write_text(json.dumps({"address": address, "process": server.pid}))
        while server.poll() is None and not is_abandoned(last):
            time.sleep(POLLED)
        if server.poll() is None:
            last.callback(shutil.rmtree, LIFE)


def is_abandoned(holding):
    with suppress(BlockingIOError):
        holding.enter_context(locked("held", fcntl.LOCK_EX | fcntl.LOCK_NB))
        return True
    return False


if __name__ == "__main__":
    main()
