"""For trying things out: the server until Ctrl-C, with nothing in it."""

import signal
from contextlib import suppress

from . import running

with suppress(KeyboardInterrupt), running() as address:
    print(f"SEARCH_URL={address}", flush=True)  # noqa: T201 - it is what the command is for
    signal.pause()
