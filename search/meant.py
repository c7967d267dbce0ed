"""„Did you mean”: what was asked with the words nobody wrote replaced by those that were meant."""

from django.db.models import Count

from pages import latvian

from . import spelling
from .models import Clue, Known

MOST_WORDS = 3
MOST_CANDIDATES = 50


def suggestion(text, written):
    """The text of a question of these words, mended; None where all words are known or one cannot be guessed."""
    stems = {word: latvian.key(word) for word in written if spelling.can_be_guessed(word)}
    known = set(Known.objects.filter(stem__in=stems.values()).values_list("stem", flat=True))
    unknown = [word for word, stem in stems.items() if stem not in known]
    if not unknown or len(unknown) > MOST_WORDS:
        return None
    replacements = {word: meant(word) for word in unknown}
    return spelling.mended(latvian.clean(text), replacements) if all(replacements.values()) else None


def meant(word):
    return spelling.nearest(word, forms(an_edit_away(word))) or spelling.nearest(word, forms(alike(word)))


def an_edit_away(word):
    return Clue.objects.filter(text__in=spelling.asked(word)).values_list("stem", flat=True)


def alike(word):
    """Those that share most trigrams."""
    clues = Clue.objects.filter(text__in=spelling.trigrams(latvian.key(word)))
    shared = clues.values("stem").annotate(shared=Count("pk")).order_by("-shared", "stem")
    return shared.values_list("stem", flat=True)[:MOST_CANDIDATES]


def forms(stems):
    found = Known.objects.filter(stem__in=set(stems)).values_list("folded", "written", "times")
    return {folded: (written, times) for folded, written, times in found}
