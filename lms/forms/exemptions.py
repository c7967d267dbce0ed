"""Asking for an exemption from a year's norm: a person for themselves, a manager for their staff."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from compliance.actions.exemptions import ask_exemption
from compliance.models import Kind


class ExemptionForm(forms.Form):
    kind = forms.ChoiceField(label=_("Norm of"), choices=Kind, widget=forms.RadioSelect, initial=Kind.TRAINING)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("The reviewer reads it. Do not write anything about health."),
    )

    def save(self, *, person, year, by):
        try:
            return ask_exemption(person=person, year=year, by=by, **self.cleaned_data)
        except ValidationError as refusal:
            self.add_error(None, refusal)
