from concurrent.futures import ThreadPoolExecutor

from django.db import transaction
from django.db.models import F
from wagtail.models import Page

from . import links
from .models import Link

LONGEST = 2000
ABREAST = 10


@transaction.atomic
def gather_links():
    """The links of all live pages as they stand now; an address that no page holds any more is forgotten."""
    holders = {}
    for page in Page.objects.live().specific().iterator():
        for address in links.addresses(page):
            if len(address) <= LONGEST:
                holders.setdefault(address, []).append(page.pk)
    Link.objects.exclude(address__in=holders).delete()
    Link.objects.bulk_create([Link(address=address) for address in holders], ignore_conflicts=True)
    for link in Link.objects.all():
        link.pages.set(holders[link.address])


def ask_links(*, at, limit):
    """Ask the web about the addresses that were not asked for longest. Slow: never in a transaction.

    Where nobody answers at all the portal itself is cut off, and nothing is learnt of the links.
    """
    asked = list(Link.objects.order_by(F("asked_at").asc(nulls_first=True))[:limit])
    with ThreadPoolExecutor(ABREAST) as pool:
        problems = list(pool.map(links.problem, [link.address for link in asked]))
    if any(map(links.is_answer, problems)):
        for link, problem in zip(asked, problems, strict=True):
            Link.objects.filter(pk=link.pk).update(problem=problem, asked_at=at)
