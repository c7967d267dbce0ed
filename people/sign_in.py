"""How allauth signs people up and in here, and where it leads them afterwards."""

from functools import cache

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import groups
from .models import User

DEMO_ADDRESSES = "@demo.test"


def landing(user, *, on):
    """The page a person begins with, unless another address was asked for."""
    if user.belongs_to(groups.MANAGER) and user.manages(on):
        return reverse("offices:staff")
    if groups.ANALYST in user.group_names:
        return reverse("offices:totals")
    if user.belongs_to(groups.ADMINISTRATOR, groups.EDITOR, groups.MODERATOR):
        return reverse("wagtailadmin_home")
    return reverse("lms:home")


@cache
def visitors():
    """Put together once, as that takes longer than asking, which every request does."""
    return User.objects.for_the_menu().order_by()


class Backend(AuthenticationBackend):
    """Accounts of the demo, whose password everyone knows, are nobody's outside of development."""

    def authenticate(self, request, **credentials):
        return self.let_in(super().authenticate(request, **credentials))

    def get_user(self, user_id):
        user = visitors().filter(pk=user_id).first()
        return self.let_in(user if user and self.user_can_authenticate(user) else None)

    def let_in(self, user):
        return user if user and (settings.DEMO_LOG_INS or not user.email.endswith(DEMO_ADDRESSES)) else None


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed."),
        "email_password_mismatch": _("The e-mail address or the password is not right."),
        "email_taken": _("This address already belongs to an account."),
        "duplicate_email": _("This is the address you already have."),
        "enter_current_password": _("This is not your current password."),
        "incorrect_code": _("The code is not right. Enter the code from the newest mail or from your app."),
        "incorrect_password": _("The password is not right."),
        "invalid_password_reset": _("The link has expired. Ask for a new one."),
        "rate_limited": _("Too many attempts. Try again in 5 minutes."),
        "same_as_current": _("This is the address you already have."),
        "too_many_login_attempts": _("Too many attempts. Try again in 5 minutes."),
    }

    def get_login_redirect_url(self, request):
        return landing(request.user, on=timezone.localdate())

    def get_signup_redirect_url(self, request):
        return self.get_login_redirect_url(request)

    def get_password_change_redirect_url(self, request):
        return reverse("account_profile")

    def send_account_already_exists_mail(self, email):
        """A new account costs the hash of its password, so a taken address does not answer sooner."""
        make_password(email)
        super().send_account_already_exists_mail(email)
