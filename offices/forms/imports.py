"""A file of staff or of past training as a manager uploads it; what it holds is judged by offices/importing."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.forms.employments import EmployerField
from people import groups
from people.models import Employer
from people.tables.saying import UNREADABLE, said
from people.tables.sheets import MOST_BYTES
from people.tables.unreadable import Reason, Unreadable

from ..actions.imports import check_import
from ..models import ImportRun

Kind = ImportRun.Kind


class UploadForm(forms.Form):
    kind = forms.ChoiceField(label=_("What the file holds"), widget=forms.RadioSelect)
    employer = EmployerField(Employer.objects.none(), label=_("Employer or unit"), required=False)
    system = forms.CharField(
        label=_("Name of the system"),
        max_length=100,
        required=False,
        help_text=_("It stands as the provider where the file names none."),
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_("XLSX or CSV, up to 10 MB and 20,000 rows. Columns are found by their headings, in any order."),
        widget=forms.FileInput({"accept": ".xlsx,.csv,.txt"}),
        error_messages={"empty": UNREADABLE[Reason.EMPTY]},
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.employers = _whole_employers(user)
        self.fields["employer"].queryset = self.employers
        kinds = [Kind.STAFF, Kind.TRAINING] * bool(self.employers)
        kinds += [Kind.SYSTEM] * user.belongs_to(groups.ADMINISTRATOR)
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        self.initial.setdefault("kind", next(iter(kinds), None))
        self.fields["system"].required = kinds == [Kind.SYSTEM]
        self.fields["employer"].required = Kind.SYSTEM not in kinds
        if Kind.SYSTEM not in kinds:
            del self.fields["system"]
        if len(self.employers) < 2:
            del self.fields["employer"]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(UNREADABLE[Reason.TOO_LARGE])
        return file

    def clean(self):
        """Who may import both ways names the one that the chosen way needs."""
        needed = "system" if self.cleaned_data.get("kind") == Kind.SYSTEM else "employer"
        if needed in self.cleaned_data and not self.cleaned_data[needed]:
            self.add_error(needed, self.fields[needed].error_messages["required"])

    def save(self):
        """The run that was checked, or nothing when the file cannot be read."""
        file = self.cleaned_data["file"]
        try:
            return check_import(file.read(), file_name=file.name, by=self.user, **self._whose())
        except Unreadable as unreadable:
            self.add_error("file", said(unreadable))

    def _whose(self):
        kind = self.cleaned_data["kind"]
        if kind == Kind.SYSTEM:
            return {"kind": kind, "system": self.cleaned_data["system"]}
        return {"kind": kind, "employer": self.cleaned_data.get("employer") or self.employers[0]}


def _whole_employers(user):
    """What the person manages, without the units of what is named already."""
    managed = Employer.objects.managed_by(user, timezone.localdate())
    whole = managed.exclude(parent__in=managed) if user.belongs_to(groups.MANAGER) else managed.none()
    return whole.select_related("municipality", "parent")
