"""Wagtail's own screens carry scripts and styles inside the page, the portal's never do: they have a policy each."""

from django.conf import settings

CMS = "/cms/"


class CmsPolicyMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path_info.startswith(CMS):
            response._csp_config = settings.CMS_CSP
        return response
