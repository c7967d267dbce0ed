"""Reading a file in a process of its own: what hangs, crashes or eats memory there is only a refusal here."""

import signal
import subprocess
import sys
from pathlib import Path
from subprocess import DEVNULL
from tempfile import TemporaryFile
from threading import BoundedSemaphore

from .reading import Reading, unpacked
from .refusals import Reason, Refused

ROOT = Path(__file__).parents[2]
READER = (sys.executable, "-m", "compliance.documents")
SECONDS = 30
READERS = BoundedSemaphore(2)  # at once in this process, as each may take much memory
MOST_BYTES = 10 * 1024 * 1024


def read(data: bytes) -> Reading:
    if not data:
        raise Refused(Reason.EMPTY)
    if len(data) > MOST_BYTES:
        raise Refused(Reason.TOO_LARGE)
    if not READERS.acquire(timeout=SECONDS):
        raise Refused(Reason.TOO_SLOW)
    try:
        return unpacked(_answer(data))
    finally:
        READERS.release()


def _answer(data):
    with TemporaryFile() as out:  # a file, so that the reader's limit on what it writes holds
        try:
            ended = subprocess.run(
                READER, input=data, stdout=out, stderr=DEVNULL, cwd=ROOT, env={}, timeout=SECONDS, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise Refused(Reason.TOO_SLOW) from error
        if ended.returncode:
            raise Refused(Reason.TOO_SLOW if ended.returncode == -signal.SIGXCPU else Reason.BROKEN)
        out.seek(0)
        return out.read()
