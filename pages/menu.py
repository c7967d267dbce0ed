"""The home page's live children as links: the sections of the header, the texts of the footer."""

from django.conf import settings
from django.core.cache import caches
from django.utils.translation import get_language
from wagtail.models import Site

from .models import StandardPage


def menu(request):
    """{"sections": [(title, url)], "texts": [(title, url)]} in the visitor's language, kept for a moment.

    The header and the footer of one page ask once.
    """
    if not hasattr(request, "_menu"):
        key = f"menu:{request.get_host()}:{get_language()}"
        request._menu = caches["pages"].get_or_set(key, lambda: read_menu(request), settings.GUEST_CACHE_SECONDS)
    return request._menu


def read_menu(request):
    site = Site.find_for_request(request)
    children = list(site.root_page.localized.get_children().live().public().specific(defer=True)) if site else []
    return {
        "sections": [(page.title, page.get_url(request)) for page in children if page.show_in_menus],
        "texts": [(page.title, page.get_url(request)) for page in children if isinstance(page, StandardPage)],
    }
