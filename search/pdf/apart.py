"""Reading a PDF in a process of its own: what hangs, crashes or eats memory there is only unreadable here."""

import json
import re
import subprocess
import sys
from pathlib import Path
from subprocess import DEVNULL
from tempfile import TemporaryFile

ROOT = Path(__file__).parents[2]
READER = (sys.executable, "-m", "search.pdf")
SECONDS = 150
DIVIDED = re.compile(r"(?<=\w)(?:\ufffe\s*|[-\u00ad]\s*\n\s*)(?=[^\W\d_])")  # a word that goes on in the next line


class Unreadable(ValueError):
    """It is no PDF, a locked or a broken one, or one that asks for too much."""


def read(file) -> list[str]:
    """The texts of the pages of an open file."""
    with TemporaryFile() as out:  # a file, so that the reader's limit on what it writes holds
        try:
            ended = subprocess.run(
                READER, input=file.read(), stdout=out, stderr=DEVNULL, cwd=ROOT, env={}, timeout=SECONDS, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise Unreadable from error
        if ended.returncode:
            raise Unreadable
        out.seek(0)
        return [DIVIDED.sub("", text.replace("\r\n", "\n")) for text in json.load(out)]
