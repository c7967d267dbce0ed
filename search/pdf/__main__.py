"""Reads one PDF from standard input and answers with the texts of its pages in JSON; started by apart.py.

Whatever a file does to pdfium happens here: with a limit on time, memory and output.
"""

import json
import resource
import sys
from contextlib import closing

import pypdfium2

SECONDS = 120
MEMORY = 1_500_000_000
OUTPUT = 64_000_000
MOST_PAGES = 1000
MOST_SIGNS = 20_000  # of a page


def main():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (OUTPUT, OUTPUT))
    json.dump(texts(sys.stdin.buffer.read()), sys.stdout)


def texts(data):
    document = pypdfium2.PdfDocument(data)
    return [text_of(document, place) for place in range(min(len(document), MOST_PAGES))]


def text_of(document, place):
    with closing(document[place]) as page, closing(page.get_textpage()) as text:
        return text.get_text_range(count=min(text.count_chars(), MOST_SIGNS))


if __name__ == "__main__":
    main()
