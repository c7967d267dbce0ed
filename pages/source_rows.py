"""The rows of the source documents, each with the address that shows it and words to find there.

The table is pages/source_rows.csv. Its words are parted by „|”.
"""

import csv
import html
import re
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

from django.http import QueryDict
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from .models import HomePage

TABLE = Path(__file__).with_name("source_rows.csv")
NOT_READ = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)


@dataclass(frozen=True)
class SourceRow:
    row: str
    item: str
    address: str
    words: tuple[str, ...]

    def lacking_in(self, text):
        return [words for words in self.words if words not in text]


@dataclass(frozen=True)
class Unshown:
    source: SourceRow
    page: Page | None
    lacking: list[str]


def source_rows():
    with TABLE.open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table)
        return [SourceRow(**row | {"words": tuple(row["words"].split("|"))}) for row in rows]


def by_address(rows):
    ordered = sorted(rows, key=lambda row: row.address)
    return [(address, list(found)) for address, found in groupby(ordered, key=lambda row: row.address)]


def read_text(page):
    """What a reader of the page reads: no tags, every gap one plain space."""
    return " ".join(html.unescape(NOT_READ.sub(" ", page)).split())


def page_at(address):
    """The live page of an address below the Latvian home page, by a redirect too."""
    home = HomePage.objects.get(slug="home")
    page = Page.objects.live().filter(url_path=home.url_path + address.strip("/") + "/").first()
    if page is None:
        found = Redirect.objects.filter(old_path=Redirect.normalise_path(address)).first()
        page = found and (found.redirect_page or page_at(urlsplit(found.redirect_link).path))
    return page


def shown_by(page, request):
    """The page as anyone gets it without filters; the request lends who asks and from where."""
    kept, request.GET = request.GET, QueryDict()
    try:
        return read_text(page.specific.serve(request).render().content.decode())
    finally:
        request.GET = kept


def unshown(request):
    """The rows that no page shows: their page is not live, or does not say their words."""
    found = []
    for address, rows in by_address(source_rows()):
        page = page_at(address)
        text = shown_by(page, request) if page else ""
        found += [Unshown(row, page, lacking) for row in rows if (lacking := row.lacking_in(text))]
    return sorted(found, key=lambda one: one.source.row)
