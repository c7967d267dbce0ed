"""Absences as a manager records them, and exemptions as a reviewer decides them."""

from django import forms
from django.utils.translation import gettext_lazy

from compliance.actions.absences import record_absence
from compliance.actions.exemptions import decide_exemption
from lms.forms.absences import AbsenceDays

from .decisions import DecisionForm


class AbsenceForm(AbsenceDays, DecisionForm):
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
