from django.db import transaction
from django.db.models import F
from wagtail.models import Page

from . import links
from .models import Link

LONGEST = 2000


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
    """Ask the web about the addresses that were not asked for longest. Slow: never in a transaction."""
    for link in Link.objects.order_by(F("asked_at").asc(nulls_first=True))[:limit]:
        Link.objects.filter(pk=link.pk).update(problem=links.problem(link.address), asked_at=at)
