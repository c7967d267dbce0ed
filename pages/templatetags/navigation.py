from django import template
from django.conf import settings
from django.urls import reverse, translate_url
from django.utils.translation import get_language
from wagtail.models import Page

from pages.menu import menu
from pages.models import StandardPage

register = template.Library()


def links(pages, request):
    """(title, url) pairs as what a menu shows: title, url, whether the visitor is inside."""
    return [{"title": title, "url": url, "current": request.path.startswith(url)} for title, url in pages]


@register.simple_tag(takes_context=True)
def sections(context):
    """The live pages of the menu, in the visitor's language."""
    return links(menu(context["request"])["sections"], context["request"])


@register.simple_tag(takes_context=True)
def latvian_sections(context):
    """Those that are not in the visitor's language: title, url, what it is."""
    return [{"title": title, "url": url, "kind": kind} for title, url, kind in menu(context["request"])["latvian"]]


@register.simple_tag(takes_context=True)
def footer_pages(context):
    """The live pages of text below the home page: about, contacts, privacy, accessibility."""
    return links(menu(context["request"])["texts"], context["request"])


@register.simple_tag(takes_context=True)
def other_languages(context):
    """The same page in the other languages: code, name, url, and whether it is translated (else it leads home)."""
    request = context["request"]
    if not hasattr(request, "_languages"):
        others = [language for language in settings.LANGUAGES if language[0] != get_language()]
        request._languages = [in_language(context.get("page"), request, *language) for language in others]
    return request._languages


def in_language(page, request, code, name):
    url = address(page, request, code)
    return {"code": code, "name": name, "url": url or translate_url("/", code), "translated": bool(url)}


def address(page, request, code):
    if not isinstance(page, Page):
        return translate_url(request.path, code)
    translation = next((one for one in page.live_translations if one.locale.language_code == code), None)
    return translation.url if translation else ""


@register.simple_tag(takes_context=True)
def trail(context, page):
    """The pages between the home page and this one."""
    return links([(one.title, one.url) for one in page.live_above], context["request"])


@register.simple_tag
def feed_of(page):
    """The address of the feed of a Latvian section that holds pages; nothing for other pages."""
    is_section = page.depth == 3 and page.numchild and not isinstance(page, StandardPage)
    return reverse("section_feed", args=[page.slug]) if is_section and get_language() == settings.LANGUAGE_CODE else ""
