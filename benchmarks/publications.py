"""python -m benchmarks.publications: pages when nothing is kept, references, an EPUB, a harvest (demo data)."""

import time
from statistics import median

import django

django.setup()

from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from publications.citations import APA, ISO_690, cited
from publications.epub import epub
from publications.models import ArticlePage, IssuePage, StudyPage

ROUNDS = 20
MARK = {"HTTP_COOKIE": "messages=x"}  # a visitor whom the guests' cache passes by


def measured(name, call):
    call()
    with CaptureQueriesContext(connection) as queries:
        call()
        asked = len(queries)
    spent = []
    for _round in range(ROUNDS):
        before = time.process_time()
        call()
        spent.append((time.process_time() - before) * 1000)
    print(f"{name:34} {median(spent):8.2f} {min(spent):7.2f} {max(spent):7.2f}   {asked:3} SQL")


def with_text():
    """An article that can be read, never saved."""
    article = ArticlePage.objects.first()
    article.body = [("text", "<h2>Virsraksts</h2>" + "<p>Sociālais darbs kopienā.</p>" * 200)]
    return article


def main():
    browser = Client(HTTP_HOST="127.0.0.1", **MARK)
    article, issue, study = ArticlePage.objects.first(), IssuePage.objects.get(year=2020), StudyPage.objects.first()
    item, readable = article.csl(), with_text()
    bound = IssuePage.objects.get(pk=issue.pk)
    bound.articles = [readable] * 10
    print("CPU, ms                              median     min     max")
    for name, page in {"issue, not kept": issue, "article, not kept": article, "study, not kept": study}.items():
        measured(name, lambda page=page: browser.get(page.url))
    measured("article, reference to be set", lambda: (caches["pages"].clear(), browser.get(article.url)))
    measured("reference, APA", lambda: cited(item, APA))
    measured("reference, ISO 690", lambda: cited(item, ISO_690))
    measured("EPUB of ten articles", lambda: epub(bound))
    measured("OAI-PMH, all records", lambda: browser.get("/oai?verb=ListRecords&metadataPrefix=oai_dc"))


if __name__ == "__main__":
    main()
