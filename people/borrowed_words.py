"""Words of Django's and allauth's pages whose own Latvian is poor. Nobody imports this: makemessages finds them here,
so that our catalogue, which comes first, says them in the portal's language."""

from django.utils.translation import gettext_noop as _

DJANGO = (_("This field is required."),)
ALLAUTH = (
    _("Authenticator code"),
    _("Code"),
    _("Current Password"),
    _("Email"),
    _("Forgot your password?"),
    _("New Password"),
    _("New Password (again)"),
    _("Password"),
    _("Use a security key"),
    _("Use authenticator app or code"),
    _("Use your password"),
    _("You cannot deactivate two-factor authentication."),
    _("You must type the same password each time."),
)
