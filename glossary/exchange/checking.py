"""From a file to what an import would write: each concept with what becomes of it, and what is wrong, by row; pure."""

import re
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from pages import latvian

from ..terms import Name
from . import skos, table, tbx
from .concept import Concept, plain
from .refusals import no_concepts, not_readable, too_large, too_many
from .tidying import tidy, unknown_languages

MOST_BYTES = 5 * 1024 * 1024
MOST_CONCEPTS = 5000
LONGEST = {"definition": 3000, "notes": 3000, "source": 500}
LONGEST_NAME = 255
LONGEST_SHOWN = 60
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
READERS = {
    "xlsx": table.read,
    "csv": table.read,
    "ttl": lambda content: numbered(skos.read(content, "ttl")),
    "jsonld": lambda content: numbered(skos.read(content, "jsonld")),
    "tbx": lambda content: numbered(tbx.read(content)),
}


@dataclass
class Plan:
    new: list[tuple[int, Concept]] = field(default_factory=list)
    known: list[tuple[int, Concept]] = field(default_factory=list)
    errors: list[tuple[int, str]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)


def numbered(concepts):
    return list(enumerate(concepts, start=1))


def check_file(name, content, *, known):
    """`known`: the folded titles that the dictionary holds already; such rows are passed over."""
    form = name.rpartition(".")[2].lower()
    if form not in READERS:
        raise not_readable("XLSX, CSV, SKOS (.ttl, .jsonld), TBX (.tbx)")
    if len(content) > MOST_BYTES:
        raise too_large(MOST_BYTES)
    rows = READERS[form](content)
    if not rows:
        raise no_concepts()
    if len(rows) > MOST_CONCEPTS:
        raise too_many(MOST_CONCEPTS)
    return check(rows, known)


def check(rows, known):
    plan, seen = Plan(), {}
    titles = {read.key: read.title for _number, read in rows}
    there = set(known) | {plain(title) for title in titles.values()}
    for number, read in rows:
        concept = by_title(tidy(read), titles)
        title = plain(concept.title)
        found = list(errors(concept, seen.get(title)))
        seen.setdefault(title, number)
        plan.errors += [(number, error) for error in found]
        if not found:
            (plan.known if title in known else plan.new).append((number, concept))
            plan.notes += [(number, note) for note in notes(concept, read, there)]
    return plan


def by_title(concept, titles):
    """What a file links by its own keys is named by title, as the dictionary knows also what it passes over."""
    links = {kind: tuple(titles.get(key, key) for key in getattr(concept, kind)) for kind in ("broader", "related")}
    return replace(concept, **links)


def errors(concept, earlier):
    if not concept.title:
        yield _("the term is empty")
    elif earlier:
        yield _("“%(term)s” stands in row %(row)d already") % {"term": shown(concept.title), "row": earlier}
    for text in (concept.title, *(name.text for name in concept.names)):
        if len(text) > LONGEST_NAME:
            yield _("“%(text)s” is longer than %(most)d signs") % {"text": shown(text), "most": LONGEST_NAME}
        elif latvian.UNSEEN.search(text) or CONTROL.search(text):
            yield _("“%s” holds signs that cannot be seen") % CONTROL.sub("�", shown(text))
    for name, most in LONGEST.items():
        if len(text := getattr(concept, name)) > most:
            yield _("“%(text)s” is longer than %(most)d signs") % {"text": shown(text), "most": most}
        elif CONTROL.search(text):
            yield _("“%s” holds signs that cannot be seen") % CONTROL.sub("�", shown(text))


def notes(concept, read, there):
    """What an editor should know of names that are fine but work otherwise in texts, and of what is left out."""
    if Name(0, concept.title).is_stop_word:
        yield _("“%s” is a word of every sentence: it will not be marked in texts") % concept.title
    if languages := unknown_languages(read):
        yield _("names in languages that the dictionary does not have are left out: %s") % ", ".join(languages)
    if unknown := [shown(name) for name in (*concept.broader, *concept.related) if plain(name) not in there]:
        yield _("terms that the dictionary does not have are not linked: %s") % ", ".join(unknown)


def shown(text):
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
