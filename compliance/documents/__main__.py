"""Reads one file from standard input and answers with a Reading in JSON; started by apart.py with an empty environment.

Whatever a hostile file does to pdfium or libheif happens here: with a limit on time, memory and output.
"""

import json
import resource
import sys

from .reader import read
from .reading import packed
from .refusals import Reason, Refused

SECONDS = 15
MEMORY = 1_500_000_000
OUTPUT = 64_000_000


def main():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (OUTPUT, OUTPUT))
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))


def answer(data):
    try:
        return packed(read(data))
    except Refused as refused:
        return json.dumps({"refused": refused.reason}).encode()
    except MemoryError:
        return json.dumps({"refused": Reason.TOO_SLOW}).encode()


if __name__ == "__main__":
    main()
