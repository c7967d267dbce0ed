"""Answers to whoever is signed in are kept nowhere: on a shared computer „back” shows nothing after signing out."""

from django.conf import settings
from django.utils.cache import patch_cache_control


class PrivateMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES and not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_store=True)
        return response
