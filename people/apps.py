from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users import apps as wagtail_users


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = _("People")


class AccountsConfig(wagtail_users.WagtailUsersAppConfig):
    """Wagtail's screens for accounts with forms for people who sign in by e-mail."""

    default = False
    user_viewset = "people.viewsets.UserViewSet"
