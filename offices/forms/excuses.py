"""Absences as a manager records them, and exemptions as a reviewer decides them."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from compliance.actions.absences import record_absence
from compliance.actions.exemptions import decide_exemption
from lms.forms.employments import day_field, refuse_far_days

from .decisions import DecisionForm


class AbsenceForm(DecisionForm):
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

    def decide(self, *, employment, by):
        return record_absence(employment, by=by, **self.cleaned_data)


class DecideExemptionForm(DecisionForm):
    GRANT, REFUSE = "grant", "refuse"

    answer = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        widget=forms.RadioSelect,
        choices=[(GRANT, gettext_lazy("Grant the exemption")), (REFUSE, gettext_lazy("Refuse"))],
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=300, help_text=gettext_lazy("The person will read it.")
    )

    def decide(self, *, exemption, by):
        granted, reason = self.cleaned_data["answer"] == self.GRANT, self.cleaned_data["reason"]
        return decide_exemption(exemption, granted=granted, decision=reason, by=by)
