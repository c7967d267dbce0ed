"""What a manager or an administrator decides; the rows are written by the actions, whose refusals become errors."""

import re
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from compliance.actions.employments import change_role, correct_employment, end_employment, reject_employment
from compliance.actions.invitations import decline_request, invite, settle_request
from lms.forms.employments import EmployerField, day_field, refuse_far_days, workload_field
from people import groups
from people.models import Employer, EmployerRequest, Municipality, Role, User

from ..actions.requests import settle_with_new_employer

MOST_ADDRESSES = 200
BETWEEN_ADDRESSES = re.compile(r"[\n,;]")
CHOOSE = gettext_lazy("Choose from the list")


class DecisionForm(forms.Form):
    """A form whose save may be refused by the action behind it."""

    def save(self, **context):
        """What was written, or nothing when the action refused, with the reason among the form's errors."""
        try:
            return self.decide(**context)
        except ValidationError as refusal:
            self.add_error(None, refusal)


class JobFields(forms.Form):
    """Where, as what and since when."""

    employer = EmployerField(Employer.objects.none(), label=gettext_lazy("Employer or unit"))
    role = forms.ModelChoiceField(Role.objects, label=gettext_lazy("Profession"), empty_label=CHOOSE)
    start = day_field(gettext_lazy("Working since"), validators=[refuse_far_days])

    def __init__(self, *args, employers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["employer"].queryset = employers.select_related("municipality", "parent")


class CorrectForm(JobFields, DecisionForm):
    end = day_field(gettext_lazy("Last day"), required=False, help_text=gettext_lazy("Leave empty while it lasts."))
    workload = workload_field()
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300)

    def clean(self):
        start, end = self.cleaned_data.get("start"), self.cleaned_data.get("end")
        if start and end and end < start:
            self.add_error("end", _("The last day cannot be before the first."))

    def decide(self, *, employment, by):
        """A manager sees the years that somebody worked here: only an administrator adds earlier ones."""
        if self.cleaned_data["start"].year < employment.start.year and not by.belongs_to(groups.ADMINISTRATOR):
            raise ValidationError({"start": _("Only the person can name an earlier year.")})
        return correct_employment(employment, by=by, **self.cleaned_data)


class RejectForm(DecisionForm):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=300, help_text=gettext_lazy("The person will read it.")
    )

    def decide(self, *, employment, by):
        return reject_employment(employment, by=by, reason=self.cleaned_data["reason"])


class EndForm(DecisionForm):
    """The last day here, or the last day in this profession when another is named."""

    end = day_field(gettext_lazy("Last day"), validators=[refuse_far_days])
    role = forms.ModelChoiceField(
        Role.objects,
        label=gettext_lazy("Goes on in another profession"),
        required=False,
        empty_label=gettext_lazy("No, the work there ends"),
        help_text=gettext_lazy("The new profession begins on the next day."),
    )

    def decide(self, *, employment, by):
        end, role = self.cleaned_data["end"], self.cleaned_data["role"]
        if role:
            return change_role(employment, role=role, on=end + timedelta(days=1), by=by)
        return end_employment(employment, by=by, end=end)


class InviteForm(JobFields, DecisionForm):
    emails = forms.CharField(
        label=gettext_lazy("E-mail addresses"),
        max_length=20_000,
        widget=forms.Textarea({"rows": 6, "autocomplete": "off"}),
        help_text=gettext_lazy("One a line, up to 200 at once."),
    )

    field_order = ("emails", "employer", "role", "start")

    def clean_emails(self):
        typed = [text.strip().lower() for text in BETWEEN_ADDRESSES.split(self.cleaned_data["emails"]) if text.strip()]
        if len(typed) > MOST_ADDRESSES:
            raise ValidationError(_("Up to 200 addresses can be invited at once."))
        if wrong := [text for text in dict.fromkeys(typed) if not _is_address(text)]:
            raise ValidationError([_("“%s” is not an e-mail address.") % text[:254] for text in wrong])
        return list(dict.fromkeys(typed))

    def decide(self, *, by):
        """The new invitations, and why the other addresses got none."""
        asked = self.cleaned_data
        employed = _employed(asked["emails"], asked["employer"])
        fresh = [address for address in asked["emails"] if address not in employed]
        invitations = invite(emails=fresh, employer=asked["employer"], role=asked["role"], start=asked["start"], by=by)
        invited = {invitation.email for invitation in invitations}
        waiting = [address for address in fresh if address not in invited]
        return invitations, employed, waiting


class SettleForm(DecisionForm):
    """The answer to „nav sarakstā”: the employer is there after all, or is added, or is not."""

    LISTED, ADDED, DECLINED = "listed", "added", "declined"

    answer = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        widget=forms.RadioSelect,
        choices=[
            (LISTED, gettext_lazy("The employer is in the list")),
            (ADDED, gettext_lazy("Add the employer to the list")),
            (DECLINED, gettext_lazy("Decline the request")),
        ],
    )
    employer = EmployerField(
        Employer.objects.select_related("municipality", "parent"),
        label=gettext_lazy("Employer in the list"),
        required=False,
    )
    name = forms.CharField(label=gettext_lazy("Name of the new employer"), max_length=200, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Employer.Kind, required=False)
    municipality = forms.ModelChoiceField(
        Municipality.objects.none(), label=gettext_lazy("Municipality"), required=False, empty_label=CHOOSE
    )
    needed = {LISTED: ("employer",), ADDED: ("name", "kind", "municipality"), DECLINED: ()}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["municipality"].queryset = Municipality.objects.valid_on(timezone.localdate())

    def clean(self):
        for name in self.needed.get(self.cleaned_data.get("answer"), ()):
            if name not in self.errors and not self.cleaned_data.get(name):
                self.add_error(name, self.fields[name].error_messages["required"])
        asked = self.cleaned_data
        same = Employer.objects.offices().filter(municipality=asked.get("municipality"), name=asked.get("name"))
        if asked.get("answer") == self.ADDED and not self.errors and same.exists():
            self.add_error("name", _("This employer is in the list already."))

    def decide(self, *, request: EmployerRequest, by):
        asked = self.cleaned_data
        if asked["answer"] == self.DECLINED:
            return decline_request(request, by=by)
        if asked["answer"] == self.LISTED:
            return settle_request(request, employer=asked["employer"], by=by)
        new = {name: asked[name] for name in self.needed[self.ADDED]}
        return settle_with_new_employer(request, **new, by=by)


def _is_address(text):
    try:
        return bool(forms.EmailField(max_length=254).clean(text))
    except ValidationError:
        return False


def _employed(addresses, employer):
    """Those who work there already."""
    staff = employer.employments.confirmed().running(timezone.localdate())
    people = User.objects.filter(email__in=addresses, employments__in=staff)
    return sorted(people.values_list("email", flat=True).distinct())
