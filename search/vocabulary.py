"""The words of texts as the portal writes them; pure."""

from collections import Counter, defaultdict

from pages import latvian

from .spelling import can_be_guessed, written_form


def known_words(texts):
    """{folded: (stem, written, how often)} of what can be offered as a word."""
    spellings = Counter(word for text in texts for word in latvian.written_words(latvian.clean(text)))
    by_form = defaultdict(dict)
    for word, times in spellings.items():
        if len(word) <= latvian.LONGEST and can_be_guessed(word):
            by_form[latvian.folded(word)][word] = times
    return {form: (latvian.stem(form), written_form(found), sum(found.values())) for form, found in by_form.items()}
