"""Which word of the vocabulary was meant by one that it lacks; pure.

Words are compared by their stems. A stem and one that is an edit away share a spelling once each has lost a sign at
most: these spellings, and for two edits the trigrams, are the clues by which a stem is found without reading all.
"""

from pages import latvian

SHORTEST = 3
SHORTEST_FOR_TWO = 8
TRIGRAM = "%"  # what begins with it is no spelling
BEGIN, END = "^", "$"


def clues(stem):
    """What a stem of the vocabulary is found by."""
    return deletions(stem) | trigrams(stem)


def deletions(stem):
    """A stem as it is, and with each of its signs left out."""
    return {stem} | {stem[:at] + stem[at + 1 :] for at in range(len(stem))} if len(stem) >= SHORTEST else set()


def trigrams(stem):
    return grams(f"{BEGIN}{stem}{END}")


def grams(text):
    """The trigrams inside a text, its ends no more marked than they are."""
    return {TRIGRAM + text[at : at + 3] for at in range(len(text) - 2)}


def asked(typed):
    """The clues to look for when a typed word may be an edit from a known one."""
    return deletions(latvian.key(typed)) | set(map(latvian.stem, deletions(latvian.folded(typed))))


def can_be_guessed(typed):
    """Words only; a number means itself."""
    folded = latvian.folded(typed)
    return folded.isascii() and folded.isalpha() and len(folded) >= SHORTEST


def edits_allowed(stem):
    return 0 if len(stem) < SHORTEST else 1 if len(stem) < SHORTEST_FOR_TWO else 2


def distance(one, other):
    """How many signs must be put in, left out, changed or swapped with their neighbour."""
    before, row = [], list(range(len(other) + 1))
    for down, sign in enumerate(one, 1):
        older, before, row = before, row, [down]
        for along, another in enumerate(other, 1):
            best = min(before[along] + 1, row[-1] + 1, before[along - 1] + (sign != another))
            if down > 1 and along > 1 and sign == other[along - 2] and one[down - 2] == another:
                best = min(best, older[along - 2] + 1)
            row.append(best)
    return row[-1]


def nearest(typed, forms):
    """The form meant by what was typed, of {folded: (as written, how often)}; None if all are far.

    A slip may be in the ending or in a form that is nowhere written: the word or its stem must be near. People seldom
    mistake the first sign: with two edits it is another word („patversme”, „atvērsies”).
    """
    folded, most = latvian.folded(typed), edits_allowed(latvian.key(typed))
    found = []
    for form, (written, times) in forms.items():
        if (edits := _edits(folded, form, most)) <= most and (edits < 2 or form[0] == folded[0]):
            found.append((edits, form[0] != folded[0], distance(folded, form), -times, written))
    return min(found)[-1] if found else None


def _edits(folded, form, most):
    pairs = [(folded, form), (latvian.stem(folded), latvian.stem(form))]
    return min((distance(*pair) for pair in pairs if abs(len(pair[0]) - len(pair[1])) <= most), default=most + 1)


def written_form(spellings):
    """How the portal writes a word, of {spelling: how often}: in small letters unless it never does."""
    often = {}
    for spelling, times in spellings.items():
        often[spelling.lower()] = often.get(spelling.lower(), 0) + times
    commonest = max(often, key=lambda lower: (often[lower], lower))
    fitting = {one: times for one, times in spellings.items() if one.lower() == commonest}
    return commonest if commonest in fitting else max(fitting, key=lambda one: (fitting[one], one))


def mended(text, replacements):
    """A clean text with some of its words, {as typed: as meant}, replaced where they stand."""
    parts, end = [], 0
    for start, stop in latvian.places(text):
        parts += [text[end:start], replacements.get(text[start:stop], text[start:stop])]
        end = stop
    return "".join([*parts, text[end:]])
