"""What an editor should still do in the dictionary."""

from collections import defaultdict

from django.utils.translation import gettext as _

from .circles import in_circles
from .models import TermLink, TermPage
from .terms import Name


def gaps():
    """{number: what is missing or wrong} of the entries that lack something, drafts too."""
    terms = TermPage.objects.with_names().order_by("title")
    circular, stems = in_circles(broader_terms()), same_stems(terms)
    found = {term.pk: list(lines(term, circular, stems)) for term in terms}
    return {number: told for number, told in found.items() if told}


def broader_terms():
    broader = defaultdict(list)
    for term, other in TermLink.objects.filter(kind=TermLink.Kind.BROADER).values_list("term", "other"):
        broader[term].append(other)
    return broader


def same_stems(terms):
    """The titles by their stems."""
    titles = defaultdict(list)
    for term in terms:
        titles[Name(term.pk, term.title).stems].append(term.title)
    return titles


def lines(term, circular, stems):
    name = Name(term.pk, term.title)
    if not term.english:
        yield _("no English equivalent")
    if not term.definition:
        yield _("no definition")
    elif not term.definition_source:
        yield _("no source of the definition")
    if term.pk in circular:
        yield _("circular: by its broader terms it is broader than itself")
    if name.is_stop_word:
        yield _("a word of every sentence: it is not marked in texts")
    if others := [title for title in stems[name.stems] if title != term.title]:
        yield _("the same stem as “%s”: only the exact spelling tells them apart") % ", ".join(others)
    yield from filter(None, map(str.strip, term.to_find_out.splitlines()))
