"""An invented library of any size: words of the field in all their forms, as often as words are, and pages of them."""

import random
from datetime import date
from itertools import accumulate
from pathlib import Path
from types import SimpleNamespace

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page

from pages.models import StandardPage
from search import shelves
from search.documents.cutting import parts
from search.documents.document import Document, Piece
from search.documents.gathering import Gathered

TESTS = Path(__file__).parents[1] / "tests"
KINDS = ["article"] * 5 + ["event"] * 3 + ["story", "episode", "page", "study", "course", "lesson", "term"]
TOPICS = [f"tema-{number}" for number in range(14)]
SYLLABLES = [first + second for first in "bdgklmnprstvz" for second in "aāeēiīoū"]
ENDINGS = ["s", "a", "u", "am", "ā", "i", "us", "iem", "os", "e", "es", "ei", "ē", "ēm", "is", "im"]
WORDS_OF_THE_FIELD = 40  # of a hundred


def forms():
    lines = [*(TESTS / "search/inflections.txt").open(), *(TESTS / "pages/latvian_forms.txt").open()]
    return [form for line in lines for form in line.split()]


class Writer:
    """Writes texts: a few words of the field often, many others seldom."""

    def __init__(self, seed=1):
        self.chance = random.Random(seed)  # noqa: S311 - the same library each time
        self.field = forms()
        self.chance.shuffle(self.field)
        self.others = [
            "".join(self.chance.choices(SYLLABLES, k=3)) + self.chance.choice(ENDINGS) for _ in range(40_000)
        ]
        self.weights = {
            id(words): list(accumulate(1 / (place + 10) for place in range(len(words))))
            for words in (self.field, self.others)
        }

    def words(self, count):
        chance, field = self.chance, self.chance.randint(0, count * WORDS_OF_THE_FIELD // 50)
        found = self._some(self.field, min(field, count)) + self._some(self.others, max(0, count - field))
        chance.shuffle(found)
        return found

    def _some(self, words, count):
        return self.chance.choices(words, cum_weights=self.weights[id(words)], k=count)

    def title(self):
        return " ".join(self.words(self.chance.randint(1, 7))).capitalize()

    def text(self):
        words = self.words(self.chance.randint(20, 280))
        return ". ".join(" ".join(words[start : start + 12]).capitalize() for start in range(0, len(words), 12))

    def document(self, page):
        """Of a page that nobody wrote, as the index takes it."""
        kind, year = self.chance.choice(KINDS), self.chance.randint(2015, 2026)
        day = date(year, self.chance.randint(1, 12), self.chance.randint(1, 28)) if self.chance.random() < 0.5 else None
        facets = {"kind": [kind], "topic": [self.chance.choice(TOPICS)], "year": [str(year)], "language": ["lv"]}
        pieces = [Piece(text) for text in parts(self.text())]
        written = Document([], year=year, day=day)
        return Gathered(page, kind, written, ["Izdevumi"], str(year), shelves.key(facets), [], pieces)


def bare_pages(titles, home):
    """As many pages as titles, without what their kinds add; returns what the index asks of a page."""
    kind, locale = ContentType.objects.get_for_model(StandardPage), Locale.objects.get(language_code="lv")
    first = Page.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
    rows = [
        Page(
            pk=pk, title=title, draft_title=title, slug=f"lapa-{pk}", url_path=f"{home.url_path}lapa-{pk}/",
            path=Page._get_path(home.path, home.depth + 1, pk), depth=home.depth + 1, content_type=kind, locale=locale,
        )
        for pk, title in enumerate(titles, first)
    ]  # fmt: skip
    Page.objects.bulk_create(rows, batch_size=1000)
    return [SimpleNamespace(pk=row.pk, title=row.title, url=f"/lapa-{row.pk}/") for row in rows]
