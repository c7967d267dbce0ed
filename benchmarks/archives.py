"""python -m benchmarks.archives: what a guest's page of each kind costs when nothing is kept (demo, up to 12 each)."""

import time
from statistics import median

import django

django.setup()

from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pages.models import BasePage

ROUNDS, MOST = 10, 12
MARK = {"HTTP_COOKIE": "messages=x"}  # a visitor whom the guests' cache passes by
browser = Client(HTTP_HOST="127.0.0.1", **MARK)


def asked(page):
    with CaptureQueriesContext(connection) as queries:
        browser.get(page.url)
    return len(queries)


def spent(page):
    before = time.process_time()
    browser.get(page.url)
    return (time.process_time() - before) * 1000


def kinds():
    for kind in apps.get_models():
        if issubclass(kind, BasePage):
            found = list(kind.objects.live().filter(depth__gt=1, locale__language_code="lv")[:MOST])
            if found and browser.get(found[0].url).status_code == 200:
                yield kind.__name__, found


def main():
    print("CPU, ms, of the dearest page         median     min     max")
    for name, pages in kinds():
        counts = {page: asked(page) for page in pages}
        dearest = max(pages, key=counts.get)
        times = [spent(dearest) for _round in range(ROUNDS)]
        figures = f"{median(times):8.2f} {min(times):7.2f} {max(times):7.2f}"
        print(f"{name:34} {figures}   {min(counts.values())}–{max(counts.values())} SQL")


if __name__ == "__main__":
    main()
