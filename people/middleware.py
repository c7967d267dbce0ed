from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from . import groups

SEEN = "second_factor_seen"


class RequireSecondFactorMiddleware:
    """Whoever sees other people's data or publishes sets a second sign-in step first, when DEBUG is off.

    The session remembers that the step was seen, so that staff cost one query a session and guests none.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not settings.MFA_REQUIRED_FOR_STAFF or not request.user.is_authenticated:
            return None
        page = request.resolver_match.view_name or ""
        if page.startswith("mfa_"):
            request.session.pop(SEEN, None)
        if page.startswith(("mfa_", "account_")) or not self.lacks_second_factor(request):
            return None
        messages.info(request, _("Your role in the portal needs a second sign-in step. Choose one to go on."))
        return redirect("mfa_index")

    def lacks_second_factor(self, request):
        if request.session.get(SEEN) or not request.user.belongs_to(*groups.STAFF):
            return False
        if is_mfa_enabled(request.user):
            request.session[SEEN] = True
            return False
        return True
