"""Wagtail's own doors lead to the portal's."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import RedirectView

from pages.routing import serve

to_reset = login_not_required(RedirectView.as_view(pattern_name="account_reset_password"))


@login_not_required
def to_sign_in(request):
    """Whoever is signed in and still sent here with a page in mind lacks the right to it: no going in circles."""
    if request.user.is_authenticated and "next" in request.GET:
        raise PermissionDenied
    return redirect(reverse("account_login", query=request.GET))


def public(patterns):
    """Wagtail's pages and documents, which anyone may read: it protects private ones itself."""
    for pattern in patterns:
        if pattern.name == "wagtail_serve":
            pattern.callback = serve
        pattern.callback = to_sign_in if pattern.name == "wagtailcore_login" else login_not_required(pattern.callback)
    return patterns
