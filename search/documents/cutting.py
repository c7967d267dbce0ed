"""A long text in parts that a reader looks through at once, cut between paragraphs or sentences. Pure."""

import re

PART = 2000
SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n+")


def parts(text, length=PART):
    """Each at most `length` signs, as long as no sentence is longer."""
    found, size = [[]], 0
    for sentence in filter(None, map(str.strip, SENTENCES.split(text))):
        for piece in pieces(sentence, length):
            if size + len(piece) > length and found[-1]:
                found.append([])
                size = 0
            found[-1].append(piece)
            size += len(piece) + 1
    return [" ".join(one) for one in found if one]


def pieces(sentence, length):
    return [sentence[start : start + length] for start in range(0, len(sentence), length)]
