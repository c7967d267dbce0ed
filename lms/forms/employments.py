"""What a person says about where they work; the rows are written by the actions of compliance."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from compliance.actions.employments import EARLIEST, MOST_WAITING, claim_employment, end_employment
from people.models import Employer, EmployerRequest, Municipality, Role
from people.models.employment import MOST_WORKLOAD
from people.wording import sort_key


class EmployerChoices(forms.models.ModelChoiceIterator):
    """Employers and their units under the name of their municipality, in Latvian order."""

    def __iter__(self):
        yield "", _("Choose from the list")
        employers = sorted(self.queryset, key=lambda one: (sort_key(one.municipality.name), sort_key(str(one))))
        for municipality, group in groupby(employers, key=lambda one: one.municipality.name):
            yield municipality, [self.choice(employer) for employer in group]


class EmployerField(forms.ModelChoiceField):
    iterator = EmployerChoices


def day_field(label, **options):
    widget = forms.DateInput({"type": "date", "class": "input-short"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **options)


def refuse_far_days(day: date):
    if not EARLIEST <= day <= timezone.localdate() + timedelta(days=366):
        raise ValidationError(_("Choose a day between 1950 and a year from now."))


def workload_field():
    return forms.DecimalField(
        label=_("Workload"),
        required=False,
        min_value=Decimal("0.01"),
        max_value=MOST_WORKLOAD,
        max_digits=3,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput({"inputmode": "decimal", "class": "input-short"}),
        help_text=_("Part of full time, for example 0.5. Kept for the record; the norm does not depend on it."),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value", "max_digits", "max_decimal_places", "max_whole_digits"),
            _("Enter a part of full time up to 1.5, for example 0.5."),
        ),
    )


class ClaimForm(forms.Form):
    employer = EmployerField(Employer.objects.select_related("municipality", "parent"), label=_("Employer or unit"))
    role = forms.ModelChoiceField(Role.objects, label=_("Profession"), empty_label=_("Choose from the list"))
    start = day_field(_("Working since"), validators=[refuse_far_days])
    workload = workload_field()

    def save(self, person):
        """The new claim, or nothing when it contradicts another employment."""
        try:
            return claim_employment(person=person, **self.cleaned_data)
        except ValidationError as refusal:
            self.add_error(None, refusal)


class EndForm(forms.Form):
    """The last day; who goes on in another profession names it, and the next row waits for the manager."""

    end = day_field(_("Last day"), validators=[refuse_far_days])
    role = forms.ModelChoiceField(
        Role.objects,
        label=_("Continuing in another profession"),
        required=False,
        empty_label=_("No, the work there ends"),
        help_text=_("The new profession begins on the next day and waits for your manager's confirmation."),
    )

    def save(self, employment):
        person, end, role = employment.person, self.cleaned_data["end"], self.cleaned_data["role"]
        try:
            with transaction.atomic():
                ended = end_employment(employment, by=person, end=end)
                if role:
                    claim_employment(person=person, employer=ended.employer, role=role, start=end + timedelta(days=1))
                return ended
        except ValidationError as refusal:
            self.add_error(None, refusal)


class RequestForm(forms.ModelForm):
    start = day_field(_("Working since"), validators=[refuse_far_days])

    class Meta:
        model = EmployerRequest
        fields = ("name", "municipality", "role", "start")

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.instance.person, self.instance.created_at = person, timezone.now()
        self.fields["municipality"].queryset = Municipality.objects.valid_on(today)
        for name in ("municipality", "role"):
            self.fields[name].empty_label = _("Choose from the list")

    def clean_name(self):
        name = self.cleaned_data["name"].strip()
        asked = self.instance.person.employer_requests.open().values_list("name", flat=True)
        if name.casefold() in map(str.casefold, asked):
            raise ValidationError(_("You have asked for this employer already."))
        return name

    def clean(self):
        if self.instance.person.employer_requests.open().count() >= MOST_WAITING:
            raise ValidationError(_("Too many of your requests wait for an answer. Ask again later."))
        return super().clean()
