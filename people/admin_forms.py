"""Forms of the administrators' screens for accounts, employers and their managers."""

from django import forms
from django.contrib.auth.models import Group
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput
from wagtail.users.forms import UserForm

from . import actions, groups
from .models import Appointment, Employer, Municipality, User


class RolesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, group):
        return groups.LABELS.get(group.name, group.name)


class AccountForm(UserForm):
    """Rights come from groups alone, so nobody is made a superuser here."""

    is_superuser = None
    groups = RolesField(
        Group.objects.order_by("id"),
        label=_("Roles in the portal"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    error_messages = UserForm.error_messages | {"duplicate_username": _("This address already belongs to an account.")}

    class Meta:
        model = User
        fields = ("email", "first_name", "last_name", "groups")


class NewAccountForm(AccountForm):
    """The person sets a password through „Aizmirsāt paroli?” and confirms the address by a code."""

    def clean_email(self):
        return self.cleaned_data["email"].lower()

    def save(self, commit=True):
        self.instance.set_unusable_password()
        return super().save(commit)


class EditedAccountForm(AccountForm):
    """The address stays: a changed one counts only after the person's own code."""

    def __init__(self, *args, editing_self=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].disabled = True
        self.fields["is_active"].disabled = editing_self

    class Meta(AccountForm.Meta):
        fields = (*AccountForm.Meta.fields, "is_active")


class EmployerForm(WagtailAdminModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        today = Municipality.objects.valid_on(timezone.localdate())
        own = Municipality.objects.filter(pk=self.instance.municipality_id)
        self.fields["municipality"].queryset = (today | own).distinct()
        self.fields["parent"].queryset = Employer.objects.offices().exclude(pk=self.instance.pk)

    def clean_parent(self):
        parent = self.cleaned_data["parent"]
        if parent and self.instance.pk and self.instance.units.exists():
            raise forms.ValidationError(_("An employer that has units cannot become a unit itself."))
        return parent

    class Meta:
        model = Employer
        fields = ("name", "kind", "parent", "municipality", "registration_number", "address")


class AppointmentForm(WagtailAdminModelForm):
    """Naming a manager goes through the action, so that the permission group follows."""

    email = forms.EmailField(label=_("Manager's e-mail address"), help_text=_("The person must have signed up."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(["email", "employer", "start", "end"])
        if self.instance.pk:
            self.fields["email"].initial = self.instance.manager.email
            self.fields["email"].disabled = self.fields["employer"].disabled = True

    def clean_email(self):
        manager = User.objects.filter(email=self.cleaned_data["email"].lower(), is_active=True).first()
        if not manager:
            raise forms.ValidationError(_("Nobody has signed up with this address."))
        self.manager = manager
        return manager.email

    def clean(self):
        start, end = self.cleaned_data.get("start"), self.cleaned_data.get("end")
        if start and end and end < start:
            self.add_error("end", _("The last day comes before the first."))
        return super().clean()

    def save(self, commit=True):
        dates = {"start": self.cleaned_data["start"], "end": self.cleaned_data["end"]}
        if self.instance.pk:
            return actions.change_appointment(self.instance, **dates)
        employer = self.cleaned_data["employer"]
        self.instance = actions.appoint(manager=self.manager, employer=employer, by=self.for_user, **dates)
        return self.instance

    class Meta:
        model = Appointment
        fields = ("employer", "start", "end")
        widgets = {"start": AdminDateInput, "end": AdminDateInput}
