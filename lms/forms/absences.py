"""Days of an excused absence: as a person asks for them; a manager records them by the same two fields."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from compliance.actions.absence_requests import ask_absence

from .employments import day_field, refuse_far_days


class AbsenceDays(forms.Form):
    start = day_field(gettext_lazy("First day"), validators=[refuse_far_days])
    end = day_field(
        pgettext_lazy("absence", "Last day"),
        required=False,
        validators=[refuse_far_days],
        help_text=gettext_lazy("Leave empty while it lasts. Only dates are kept: never write a reason anywhere."),
    )

    def clean(self):
        start, end = self.cleaned_data.get("start"), self.cleaned_data.get("end")
        if start and end and end < start:
            self.add_error("end", _("The last day cannot be before the first."))


class AskAbsenceForm(AbsenceDays):
    def save(self, employment):
        """The request, or nothing when these days cannot be asked for."""
        try:
            return ask_absence(employment, **self.cleaned_data)
        except ValidationError as refusal:
            self.add_error(None, refusal)
