"""The page that an address names, with what stands above it and its translations: by two queries.

Wagtail would ask for the site, the language and the home page first. Which roots there are it keeps ready itself
(`Site.get_site_root_paths`, forgotten as soon as a site or a home page changes); none of our pages has sub-routes.
"""

from itertools import accumulate

from django.db.models import Q, TextField
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail import views
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

from people.prepared import prepared

from .models import BasePage, may_be_private
from .specifics import with_lists


def serve(request, path):
    """Wagtail's own view, which need not look for the page any more."""
    route(request, path)
    return views.serve(request, path)


def route(request: HttpRequest, path: str) -> None:
    """Tell Wagtail which page this is, as it remembers it itself; it goes on alone where we cannot tell."""
    home = home_path()
    if home:
        names = [name for name in path.split("/") if name]
        page = _found(list(accumulate(names, "{}{}/".format, initial=home)))
        request._wagtail_route_for_request = page and RouteResult(page)


def told(request: HttpRequest, name: str) -> object:
    """What was told with the page that the visitor asked for (specifics.TOLD); nothing where it is no page."""
    found = getattr(request, "_wagtail_route_for_request", None)
    return getattr(found.page, name, None) if found else None


def home_path(language: str = "") -> str | None:
    """Where the pages of a language begin, first the visitor's; None where there are several sites."""
    roots = Site.get_site_root_paths()
    if len({root.site_id for root in roots}) != 1:
        return None
    return next((root.root_path for root in roots if root.language_code == (language or get_language())), None)


@prepared(address=TextField(), above=[TextField()])
def _rows(*, address, above):
    """The live page of an address, its translations and those above."""
    keys = Page.objects.filter(url_path=address).values("translation_key")
    wanted = Q(url_path__in=above) | Q(translation_key__in=keys)
    return Page.objects.live().filter(wanted).select_related("locale").annotate(may_be_private=may_be_private())


def _found(addresses: list[str]) -> BasePage | None:
    """The live page of the last address, below those of the others."""
    rows = list(_rows(address=addresses[-1], above=addresses[:-1]))
    by_address = {row.url_path: row for row in rows}
    page = by_address.get(addresses[-1])
    if page is None:
        return None
    specific = with_lists(page)
    specific.locale, specific.may_be_private = page.locale, page.may_be_private
    specific.live_above = [by_address[address] for address in addresses[1:-1] if address in by_address]
    specific.live_translations = [
        row for row in rows if row.translation_key == page.translation_key and row is not page
    ]
    return specific
