"""Names offered while somebody types: with a word that begins so, then with a word that holds it inside."""

from dataclasses import dataclass

from django.db.models import Count, Q

from pages import latvian

from .kinds import WEIGHTS
from .models import Beginning, Clue, Known
from .models.beginning import LONGEST
from .shelves import FENCE, facets, held_as
from .spelling import grams

SHORTEST, SHORTEST_INSIDE = 2, 3
MOST, MOST_READ, MOST_WORDS = 8, 60, 12
LAST_SIGN = "\U0010ffff"
STOP_WORDS = frozenset(map(latvian.folded, latvian.STOP_WORDS))


@dataclass(frozen=True)
class Offer:
    text: str
    kind: str
    address: str


def beginnings(name):
    """A name, folded, from its first word on, then from each of the others that says something."""
    words = latvian.words(name)[:MOST_WORDS]
    places = [at for at, word in enumerate(words) if not at or word not in STOP_WORDS]
    return [" ".join(words[at:])[:LONGEST] for at in places]


def offer(entries):
    """The names of entries that have just come."""
    rows = [
        Beginning(entry=entry, text=text, name=name[:255], is_whole=not place)
        for entry in entries
        for name in dict.fromkeys([entry.title, *entry.names.splitlines()])
        for place, text in enumerate(beginnings(name))
    ]
    Beginning.objects.bulk_create(rows, batch_size=2000)


def complete(typed, kind=""):
    """At most MOST offers."""
    typed = " ".join(latvian.words(typed[:LONGEST]))
    if len(typed) < SHORTEST or (kind and kind not in WEIGHTS):
        return []
    found = _named(_begins(typed), kind)
    if len(found) < MOST and len(typed) >= SHORTEST_INSIDE and (longer := _words_around(typed)):
        found |= _named(Q.create([_begins(word) for word in longer], connector=Q.OR), kind)
    return list(found.values())[:MOST]


def _begins(text):
    return Q(text__gte=text, text__lt=text + LAST_SIGN)


def _named(wanted, kind):
    """{name: offer}, each name once."""
    rows = Beginning.objects.filter(wanted)
    if kind:
        rows = rows.filter(entry__shelf__key__contains=f"{FENCE}{held_as('kind', kind)}{FENCE}")
    columns = ("name", "is_whole", "entry__title", "entry__shelf__key", "entry__address")
    offers = {}
    for row in sorted(rows.order_by("-entry").values(*columns)[:MOST_READ], key=_order):
        name = row["name"]
        offers.setdefault(name, Offer(name, _kind(row), row["entry__address"]))
    return offers


def _order(row):
    """What begins so before what holds it, a title before another name, then the weightier kind, the shorter name."""
    name = row["name"]
    return not row["is_whole"], name != row["entry__title"], -WEIGHTS[_kind(row)], len(name), name


def _kind(row):
    return facets(row["entry__shelf__key"])["kind"][0]


def _words_around(typed):
    """Known words that hold what is typed inside."""
    wanted = grams(typed)
    clues = Clue.objects.filter(text__in=wanted).values("stem").annotate(held=Count("pk")).filter(held=len(wanted))
    words = Known.objects.filter(stem__in=clues.values("stem"), folded__contains=typed).order_by("-times", "folded")
    return list(words.values_list("folded", flat=True)[:MOST])
