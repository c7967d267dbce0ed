import re

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect
from django.urls import resolve, reverse
from django.utils.translation import gettext as _

from . import groups


class OneClickMiddleware:
    """Answers ahead of CsrfViewMiddleware what machines POST without cookies and without a page before it.

    That is a mail program's one-click stop (RFC 8058), whose address is signed, and a harvester's question (OAI-PMH),
    which only reads what everyone may. No session is looked at, so there is none to forge.
    """

    ADDRESSES = re.compile(r"(?:/en)?/pazinojumi/atteikties/|/oai$")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method != "POST" or not self.ADDRESSES.match(request.path_info):
            return self.get_response(request)
        found = resolve(request.path_info)
        return found.func(request, **found.kwargs)


class RequireSecondFactorMiddleware:
    """Whoever sees other people's data or publishes uses a second sign-in step, when DEBUG is off.

    Asked is what this session did, so no other way to sign in goes past the step. Guests cost no query.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not settings.MFA_REQUIRED_FOR_STAFF or not request.user.is_authenticated:
            return None
        page = request.resolver_match.view_name or ""
        if page.startswith(("mfa_", "account_")) or not lacks_second_factor(request):
            return None
        if is_mfa_enabled(request.user):
            return redirect_to_login(request.get_full_path(), reverse("mfa_reauthenticate"))
        messages.info(request, _("Your role in the portal needs a second sign-in step. Choose one to go on."))
        return redirect("mfa_index")


def lacks_second_factor(request):
    return request.user.belongs_to(*groups.STAFF) and not used_second_factor(request)


def used_second_factor(request):
    """Whether this session was confirmed by a step that the account still has."""
    records = get_authentication_records(request, request.user)
    steps = [record["id"] for record in records if record["method"] == "mfa"]
    return bool(steps) and Authenticator.objects.filter(user=request.user, pk__in=steps).exists()
