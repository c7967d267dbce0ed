"""What who decides says about a certificate from elsewhere, and whom a manager lets decide."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from compliance.actions.external import approve_external, correct_external, reject_external, return_external
from compliance.models import Kind
from lms.forms.outside import HoursField, funding_field
from people.actions import name_approver
from people.models import Employer, User

from .decisions import DecisionForm

APPROVE, RETURN, REJECT = "approve", "return", "reject"
AMOUNTS = {
    Kind.TRAINING: gettext_lazy("Academic hours to credit"),
    Kind.SUPERVISION: gettext_lazy("Sessions to credit"),
}
CREDIT = ("amount", "year", "funding", "reason")


class CreditForm(DecisionForm):
    """How much a certificate brings, to which year, and why if that is not what is printed."""

    amount = HoursField()
    year = forms.TypedChoiceField(label=gettext_lazy("Year"), coerce=int)
    funding = funding_field()
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("The person will read it."),
    )

    def __init__(self, *args, certificate, **kwargs):
        super().__init__(*args, **kwargs)
        self.certificate = certificate
        self.fields["amount"].label = AMOUNTS[certificate.kind]
        self.fields["year"].choices = [(year, year) for year in certificate.years]


class CertificateForm(CreditForm):
    decision = forms.ChoiceField(
        choices=[(APPROVE, APPROVE), (RETURN, RETURN), (REJECT, REJECT)],
        error_messages={"required": gettext_lazy("Choose: approve, return or reject.")},
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, certificate, **kwargs):
        printed = certificate.amount if certificate.is_counted_as_printed else None
        known = {"amount": printed, "year": certificate.last_day.year, "revision": certificate.revision}
        known["funding"] = certificate.funding
        super().__init__(*args, certificate=certificate, initial=known, **kwargs)
        self.fields["amount"].required = self.fields["reason"].required = False
        self.fields["reason"].help_text = _("Needed to return, to reject and to change the hours or the year.")
        if printed is None:
            self._ask_for_hours()

    def _ask_for_hours(self):
        """The document states none that count as they are: who approves says how many, and why."""
        amount, reason = self.fields["amount"], self.fields["reason"]
        amount.required = not self.is_bound or self.data.get("decision") == APPROVE
        amount.error_messages["required"] = _("Enter the academic hours to credit.")
        amount.help_text = _("Needed to approve: the document does not state academic hours.")
        reason.required = True
        reason.help_text = _("Needed with every decision; when approving, say how the academic hours were counted.")

    def decide(self, *, by):
        asked = self.cleaned_data
        self.certificate.revision = asked["revision"]
        if asked["decision"] == RETURN:
            return return_external(self.certificate, by=by, reason=asked["reason"])
        if asked["decision"] == REJECT:
            return reject_external(self.certificate, by=by, reason=asked["reason"])
        credit = {name: asked[name] for name in CREDIT}
        return approve_external(self.certificate, by=by, **credit)

    @property
    def said(self):
        words = {APPROVE: _("Approved: %s."), RETURN: _("Returned: %s."), REJECT: _("Rejected: %s.")}
        return words[self.cleaned_data["decision"]] % self.certificate.title


class CorrectCertificateForm(CreditForm):
    amount = HoursField(zero=True)

    def __init__(self, *args, certificate, **kwargs):
        known = {"amount": certificate.decided_amount, "year": certificate.decided_year}
        known["funding"] = certificate.funding
        super().__init__(*args, certificate=certificate, initial=known, **kwargs)
        self.fields["amount"].help_text = _("0: nothing is credited any more.")

    def decide(self, *, by):
        return correct_external(self.certificate, by=by, **self.cleaned_data)


class ApproverForm(DecisionForm):
    email = forms.EmailField(label=gettext_lazy("E-mail address of a member of staff"), max_length=254)
    employer = forms.ModelChoiceField(
        Employer.objects.none(),
        label=gettext_lazy("Employer or unit"),
        empty_label=gettext_lazy("Choose from the list"),
    )

    def __init__(self, *args, manager, **kwargs):
        super().__init__(*args, **kwargs)
        self.manager = manager
        managed = Employer.objects.managed_by(manager, timezone.localdate()).select_related("parent")
        self.fields["employer"].queryset = managed
        if len(managed) == 1:
            self.fields["employer"].initial = managed[0]

    def clean(self):
        email, employer = self.cleaned_data.get("email"), self.cleaned_data.get("employer")
        if not (email and employer):
            return
        self.person = _staff_of(employer).filter(email=email.lower()).exclude(pk=self.manager.pk).first()
        if not self.person:
            raise ValidationError({"email": _("Nobody with this address is on the staff there.")})

    def decide(self, *, by):
        return name_approver(person=self.person, employer=self.cleaned_data["employer"], by=by)


def _staff_of(employer):
    """People confirmed there today, at its units too."""
    places = Employer.objects.filter(pk=employer.pk) | Employer.objects.filter(parent=employer)
    today = timezone.localdate()
    return User.objects.filter(
        is_active=True,
        employments__in=employer.employments.model.objects.confirmed().running(today).filter(employer__in=places),
    ).distinct()
