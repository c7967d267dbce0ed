"""A certificate obtained elsewhere: first its file, then what it says; the rows are written by the actions."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from compliance.actions.documents import keep
from compliance.actions.external import resubmit_external, submit_external
from compliance.documents.prefill import guessed
from compliance.models import CreditEntry, ExternalCertificate, Kind
from people.forms import refuse_unseen
from people.wording import number, parse_hours

from .employments import day_field

ACCEPT = "application/pdf,image/*,.edoc,.asice"
KINDS = [(Kind.TRAINING, gettext_lazy("Training")), (Kind.SUPERVISION, gettext_lazy("Supervision"))]
ABOUT = ("title", "provider", "first_day", "last_day", "funding")
FIELDS = {
    Kind.TRAINING: (*ABOUT, "hours", "hours_kind", "academic_hour_minutes"),
    Kind.SUPERVISION: (*ABOUT, "sessions"),
}
ZERO = re.compile(r"0+([.,]0+)?")


def funding_field():
    return forms.ChoiceField(
        label=gettext_lazy("Who paid or sent"),
        choices=[("", gettext_lazy("not stated")), *CreditEntry.Funding.choices],
        required=False,
        help_text=gettext_lazy("Kept for the record; the norm does not depend on it."),
    )


class HoursField(forms.CharField):
    """Hours as people write them, „24,5” or „24.5”; with `zero` also none at all."""

    widget = forms.TextInput({"inputmode": "decimal", "autocomplete": "off", "class": "input-short"})

    def __init__(self, *, zero=False, **options):
        super().__init__(**options)
        self.zero = zero

    def to_python(self, typed):
        typed = super().to_python(typed)
        if typed in self.empty_values:
            return None
        if self.zero and ZERO.fullmatch(typed):
            return Decimal(0)
        try:
            return parse_hours(typed)
        except ValueError as error:
            raise ValidationError(_("Enter the hours as a number, for example 7.5.")) from error

    def prepare_value(self, value):
        if isinstance(value, (Decimal, int)):
            return number(value, "en" if get_language() == "en" else "lv")
        return value


def file_field(label, **options):
    widget = forms.FileInput({"accept": ACCEPT})
    return forms.FileField(
        label=label, widget=widget, error_messages={"empty": gettext_lazy("The file is empty.")}, **options
    )


class UploadForm(forms.Form):
    kind = forms.ChoiceField(
        label=gettext_lazy("What does it certify?"), choices=KINDS, widget=forms.RadioSelect, initial=Kind.TRAINING
    )
    file = file_field(
        gettext_lazy("File"),
        help_text=gettext_lazy(
            "PDF, picture or e-signed document (.edoc, .asice), up to 10 MB. A phone offers its camera."
        ),
    )

    def save(self, *, person, by):
        """The kept document, or nothing when the file was refused."""
        try:
            return keep(self.cleaned_data["file"], person=person, by=by)
        except ValidationError as refusal:
            self.add_error("file", refusal)


class OutsideForm(forms.Form):
    """What the document says, by its kind: training has hours, supervision has sessions."""

    title = forms.CharField(label=gettext_lazy("Title of the training"), max_length=300, validators=[refuse_unseen])
    provider = forms.CharField(
        label=gettext_lazy("Provider"),
        max_length=200,
        validators=[refuse_unseen],
        widget=forms.TextInput({"list": "providers", "autocomplete": "off"}),
    )
    first_day = day_field(gettext_lazy("First day"))
    last_day = day_field(gettext_lazy("Last day of the training"))
    hours = HoursField(label=gettext_lazy("Hours"), help_text=gettext_lazy("As they are printed in the document."))
    hours_kind = forms.ChoiceField(label=gettext_lazy("Kind of hours"), choices=ExternalCertificate.HoursKind)
    academic_hour_minutes = forms.IntegerField(
        label=gettext_lazy("Minutes in an academic hour"),
        required=False,
        min_value=30,
        max_value=90,
        help_text=gettext_lazy("Only if the document says so; the hours stay as printed."),
    )
    sessions = forms.IntegerField(label=gettext_lazy("Number of sessions"), min_value=1, max_value=999)
    funding = funding_field()

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind
        for name in set(self.fields) - {*FIELDS[kind], "file"}:
            del self.fields[name]

    def clean_academic_hour_minutes(self):
        return self.cleaned_data["academic_hour_minutes"] or 45

    def save(self, *, document, by):
        """The submitted certificate, or nothing when the portal refused it."""
        facts = self.cleaned_data | {"kind": self.kind, "document": document}
        try:
            return submit_external(person=document.person, by=by, **facts)
        except ValidationError as refusal:
            self.add_error(None, refusal)


def description(document, query, data=None):
    """The form for a document of the kind that the address says, filled in with what its text tells."""
    kind = Kind.SUPERVISION if query.get("kind") == Kind.SUPERVISION else Kind.TRAINING
    return OutsideForm(data, kind=kind, initial=guessed(document.text))


class PreciseForm(OutsideForm):
    """A returned certificate made precise, with another file if the first was the wrong one."""

    file = file_field(gettext_lazy("Another file"), required=False)

    def __init__(self, *args, certificate, **kwargs):
        known = {name: getattr(certificate, name) for name in FIELDS[certificate.kind]}
        super().__init__(*args, kind=certificate.kind, initial=known, **kwargs)
        self.certificate = certificate

    def save(self, *, by):
        facts = dict(self.cleaned_data)
        file = facts.pop("file")
        try:
            if file:
                facts["document"] = keep(file, person=self.certificate.person, by=by)
            return resubmit_external(self.certificate, by=by, **facts)
        except ValidationError as refusal:
            self.add_error(None, refusal)
