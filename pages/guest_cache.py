"""Pages of the CMS, kept ready for guests for a moment: most readers never cost a query.

Only answers that are the same for everyone are kept: a GET without a session, of a live page, that sets no cookie.
Whoever is signed in sees every change at once; guests at the latest GUEST_CACHE_SECONDS later.
"""

import hashlib

from django.conf import settings
from django.core.cache import caches
from django.http import HttpResponse

PERSONAL_COOKIES = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"}


class GuestCacheMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method != "GET" or not PERSONAL_COOKIES.isdisjoint(request.COOKIES):
            return self.get_response(request)
        address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
        key = f"guest:{hashlib.sha256(address.encode()).hexdigest()}"
        if kept := caches["pages"].get(key):
            request.answered_by = "guest_cache"
            return HttpResponse(kept[0], headers=kept[1])
        response = self.get_response(request)
        if is_for_everyone(request, response):
            caches["pages"].set(key, (response.content, dict(response.headers)), settings.GUEST_CACHE_SECONDS)
        return response


def is_for_everyone(request, response):
    match = request.resolver_match
    return (
        match is not None
        and match.view_name == "wagtail_serve"
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "no-store" not in response.get("Cache-Control", "")
    )
