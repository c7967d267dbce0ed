"""The home page's live children as links: the sections of the header, the texts of the footer."""

from django.conf import settings
from django.core.cache import caches
from django.utils.translation import get_language
from wagtail.models import Page, Site

from .models import StandardPage, for_everyone
from .routing import home_path

DEPTH = 3  # of the pages below a home page


def menu(request):
    """{"sections": [(title, url)], "texts": …, "latvian": …, "kinds": …} for the visitor's language, kept for a moment.

    The header and the footer of one page ask once.
    """
    if not hasattr(request, "_menu"):
        key = f"menu:{request.get_host()}:{get_language()}"
        request._menu = caches["pages"].get_or_set(key, lambda: read_menu(request), settings.GUEST_CACHE_SECONDS)
    return request._menu


def read_menu(request):
    children = list(_children(request).live().filter(for_everyone()).specific(defer=True))
    return {
        "sections": [(page.title, page.get_url(request)) for page in children if page.show_in_menus],
        "texts": [(page.title, page.get_url(request)) for page in children if isinstance(page, StandardPage)],
        "latvian": untranslated(children),
        "kinds": [(page._meta.model_name, page.title, page.get_url(request)) for page in children],
    }


def untranslated(children):
    """(title, url, what it is in the visitor's language): the sections that are in Latvian only."""
    home = home_path(settings.LANGUAGE_CODE)
    if home in (None, home_path()):
        return []
    found = Page.objects.live().filter(for_everyone(), url_path__startswith=home, depth=DEPTH, show_in_menus=True)
    found = found.exclude(translation_key__in=[page.translation_key for page in children]).order_by("path")
    return [(page.title, page.url, str(page.specific_class._meta.verbose_name)) for page in found]


def _children(request):
    if home := home_path():
        return Page.objects.filter(url_path__startswith=home, depth=DEPTH).order_by("path")
    site = Site.find_for_request(request)
    return site.root_page.localized.get_children() if site else Page.objects.none()
