"""The vocabulary follows the texts: new words at once, how often they stand and which are gone each night."""

from itertools import batched

from people import bulk

from .models import Clue, Entry, Known, Part
from .spelling import clues
from .vocabulary import known_words

AT_ONCE = 2000


def learn(pages):
    """The words of pages that have just become public."""
    words = known_words(_texts(Entry.objects.filter(page__in=pages)))
    _write_known(words, ignore_conflicts=True)
    _write_clues({stem for stem, _written, _times in words.values()})


def recount():
    """All anew, in small bites: nobody waits for it."""
    words = known_words(_texts(Entry.objects.all()))
    _forget(words)
    _write_known(words, update_conflicts=True, unique_fields=["folded"], update_fields=["written", "times"])
    had = set(Clue.objects.values_list("stem", flat=True).distinct())
    _write_clues({stem for stem, _written, _times in words.values()} - had)


def _texts(entries):
    for title, names in entries.values_list("title", "names").iterator():
        yield f"{title}\n{names}"
    yield from Part.objects.filter(entry__in=entries).values_list("text", flat=True).iterator()


def _forget(words):
    stems = {stem for stem, _written, _times in words.values()}
    gone = [row for row in Known.objects.values_list("folded", "stem").iterator() if row[0] not in words]
    for bite in batched(gone, AT_ONCE):
        Known.objects.filter(folded__in=[folded for folded, _stem in bite]).delete()
        Clue.objects.filter(stem__in={stem for _folded, stem in bite} - stems).delete()


def _write_known(words, **conflicts):
    rows = [Known(folded=one, stem=stem, written=written, times=times) for one, (stem, written, times) in words.items()]
    Known.objects.bulk_create(rows, batch_size=AT_ONCE, **conflicts)


def _write_clues(stems):
    rows = ({"text": text, "stem": stem} for stem in sorted(stems) for text in sorted(clues(stem)))
    for bite in batched(rows, AT_ONCE):
        bulk.write(Clue, bite, ignore_conflicts=True)
