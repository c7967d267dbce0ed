"""The content host: a second name of the portal that shows page pictures of what people brought, and nothing else.

Whatever a hostile file might still do there, it does without the portal's cookies, pages and scripts.
"""

from django.conf import settings
from django.http import HttpResponse, HttpResponseNotFound
from django.http.request import split_domain_port

from compliance import previews

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Content-Disposition": "inline",
    "Cross-Origin-Resource-Policy": "cross-origin",  # the portal's pages show the pictures
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class ContentHostMiddleware:
    """Stands before everything that knows people: sessions, languages, pages."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not settings.CONTENT_HOST or name_of(request.get_host()) != name_of(settings.CONTENT_HOST):
            return self.get_response(request)
        request.answered_by = "content_host"
        return answer(request)


def name_of(host):
    """As ALLOWED_HOSTS compares it: whatever the port, the case and a dot at the end."""
    return split_domain_port(host)[0]


def answer(request):
    shown = previews.picture(request.path_info[1:]) if request.method in ("GET", "HEAD") else None
    if shown is None:
        return HttpResponseNotFound(headers=HEADERS, content_type="text/plain")
    return HttpResponse(shown, headers=HEADERS, content_type="image/webp")
