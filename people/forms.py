import unicodedata

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from . import groups
from .models import NoticePreference, Topic, User


def refuse_unseen(name):
    """Line breaks, invisible signs and those that turn the direction of writing: names stand in lists and papers."""
    if not name.isprintable() and any(unicodedata.category(sign).startswith("C") for sign in name):
        raise ValidationError(_("Use only letters and signs that can be seen, on one line."))


def name_field(label, autocomplete):
    widget = forms.TextInput({"autocomplete": autocomplete})
    return forms.CharField(label=label, max_length=150, widget=widget, validators=[refuse_unseen])


class SignUpNames(forms.Form):
    """What signing up asks for besides the address and the password; allauth adds those."""

    first_name = name_field(_("First name"), "given-name")
    last_name = name_field(_("Last name"), "family-name")
    field_order = ("first_name", "last_name", "email", "password1")

    def signup(self, request, user):
        user.groups.add(Group.objects.get(name=groups.SPECIALIST))


class NameForm(forms.ModelForm):
    first_name = name_field(_("First name"), "given-name")
    last_name = name_field(_("Last name"), "family-name")

    class Meta:
        model = User
        fields = ("first_name", "last_name")


class NoticePreferenceForm(forms.ModelForm):
    class Meta:
        model = NoticePreference
        fields = Topic.values
