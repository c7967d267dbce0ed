"""The administrators' screens of the people app in the CMS."""

from django.utils.timezone import template_localtime
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import InspectView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.users.views import users

from .admin_forms import AppointmentForm, EditedAccountForm, EmployerForm, NewAccountForm
from .models import Appointment, Employer, Municipality, Notice, Role
from .wording import full_date


class DayColumn(Column):
    """A date in the portal's words."""

    def get_value(self, row):
        day = template_localtime(super().get_value(row))
        return full_date(day, get_language()) if day else ""


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Rows that arrive by migrations and by what people do are looked at, never edited, also by superusers."""

    def user_has_permission(self, user, action):
        return action == "view" and super().user_has_permission(user, action)


class Inspected(InspectView):
    """A row to read: `words` are of fields that its model leaves unnamed, and what is empty is a dash."""

    words = {}

    def get_field_label(self, field_name, field):
        return self.words.get(field_name) or super().get_field_label(field_name, field)

    def get_field_display_value(self, field_name, field):
        value = super().get_field_display_value(field_name, field)
        return "–" if value in (None, "") else value


class InspectedNotice(Inspected):
    words = {
        "created_at": _("Written"),
        "email": _("E-mail address"),
        "kind": _("Kind"),
        "person": _("To whom"),
        "sent_at": _("Sent at"),
        "state": _("State"),
    }


class AccountList(users.IndexView):
    @property
    def columns(self):
        """Wagtail's columns without the „username”, which would say the address twice, and the level."""
        kept = [column for column in super().columns if column.name not in ("email", "is_superuser")]
        return [*kept[:2], Column("email", label=_("E-mail address"), sort_key="email"), *kept[2:]]


class UserViewSet(users.UserViewSet):
    index_view_class = AccountList
    create_template_name = "wagtailadmin/generic/form.html"
    edit_template_name = "wagtailadmin/generic/edit.html"

    def get_form_class(self, for_update=False):
        return EditedAccountForm if for_update else NewAccountForm


class EmployerViewSet(ModelViewSet):
    model = Employer
    icon = "home"
    menu_label = _("Employers")
    add_to_reference_index = copy_view_enabled = False
    list_display = ["name", "parent", "municipality", "kind"]
    list_filter = ["kind", "municipality"]
    search_fields = ["name", "registration_number"]

    def get_form_class(self, for_update=False):
        return EmployerForm


class AppointmentViewSet(ModelViewSet):
    model = Appointment
    icon = "group"
    menu_label = _("Managers")
    add_to_reference_index = copy_view_enabled = False
    list_display = [
        "manager",
        "employer",
        DayColumn("start", label=_("From"), sort_key="start"),
        DayColumn("end", label=_("To"), sort_key="end"),
    ]
    search_fields = ["manager__last_name", "manager__email", "employer__name"]

    def get_form_class(self, for_update=False):
        return AppointmentForm


class MunicipalityViewSet(ModelViewSet):
    model = Municipality
    icon = "site"
    menu_label = _("Municipalities")
    add_to_reference_index = copy_view_enabled = False
    inspect_view_enabled = True
    form_fields = ["name"]
    list_display = [
        "name",
        "kind",
        DayColumn("valid_from", label=_("Valid from"), sort_key="valid_from"),
        DayColumn("valid_to", label=_("Valid to"), sort_key="valid_to"),
        Column(
            "verified",
            accessor=lambda row: "" if row.verified else pgettext("municipality", "not verified"),
            label=_("Check"),
        ),
    ]
    list_filter = ["kind", "region", "verified"]
    search_fields = ["name", "atvk"]


class RoleViewSet(ModelViewSet):
    model = Role
    icon = "tag"
    menu_label = _("Professions")
    add_to_reference_index = copy_view_enabled = False
    list_display = ["name_lv", "name_en", "code"]

    def get_form_class(self, for_update=False):
        fields = ["name_lv", "name_en", "position"]
        self.form_fields = fields if for_update else ["code", *fields]
        return super().get_form_class(for_update)


class NoticeViewSet(ModelViewSet):
    model = Notice
    icon = "mail"
    menu_label = _("Mails")
    add_to_reference_index = copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = InspectedNotice
    inspect_view_fields = ["created_at", "kind", "person", "email", "state", "sent_at"]
    form_fields = ["kind"]
    list_display = [
        DayColumn("created_at", label=_("Written"), sort_key="created_at"),
        Column("kind", label=_("Kind")),
        Column("to", accessor=lambda row: row.person or row.email, label=_("To whom")),
        "state",
    ]
    list_filter = ["state", "kind"]
    ordering = ["-created_at"]


for read_only in (Municipality, Notice):
    register_permission_policy(read_only, ReadOnlyPolicy(read_only))


class PeopleViewSetGroup(ViewSetGroup):
    menu_label = _("People")
    menu_icon = "group"
    menu_order = 250
    items = (
        EmployerViewSet(),
        AppointmentViewSet(),
        MunicipalityViewSet(),
        RoleViewSet(),
        NoticeViewSet(),
    )
