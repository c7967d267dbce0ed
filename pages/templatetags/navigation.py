from django import template
from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language
from wagtail.models import Page, Site

from pages.models import StandardPage

register = template.Library()


def home_of(request):
    """The home page in the visitor's language, asked for once a request; None before the site has one."""
    if not hasattr(request, "_home"):
        site = Site.find_for_request(request)
        request._home = site.root_page.localized if site else None
    return request._home


def links(pages, request):
    return [
        {"title": page.title, "url": (url := page.get_url(request)), "current": request.path.startswith(url)}
        for page in pages
    ]


@register.simple_tag(takes_context=True)
def sections(context):
    """The live pages of the menu, in the visitor's language: title, url, whether the visitor is inside."""
    home = home_of(context["request"])
    return links(home.get_children().live().in_menu(), context["request"]) if home else []


@register.simple_tag(takes_context=True)
def footer_pages(context):
    """The live pages of text below the home page: about, contacts, privacy, accessibility."""
    home = home_of(context["request"])
    return links(home.get_children().live().type(StandardPage), context["request"]) if home else []


@register.simple_tag(takes_context=True)
def home_url(context):
    home = home_of(context["request"])
    return home.get_url(context["request"]) if home else "/"


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
    translation = page.get_translations().live().filter(locale__language_code=code).first()
    return translation.get_url(request) if translation else ""


@register.simple_tag(takes_context=True)
def trail(context, page):
    """The pages between the home page and this one."""
    return links(page.get_ancestors().filter(depth__gt=2).live(), context["request"])
