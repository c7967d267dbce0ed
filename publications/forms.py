"""A table of articles as an editor brings it: looked over first, then carried signed until it is confirmed."""

from dataclasses import asdict

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pages.models import ContributorPage
from people.tables import sheets
from people.tables.likeness import plain
from people.tables.saying import UNREADABLE, said
from people.tables.unreadable import Reason, Unreadable

from . import importing
from .importing import ArticleLine

DAY = 24 * 60 * 60
NOT_VALID = _("The check is no longer valid. Bring the file once more.")


class ArticlesForm(forms.Form):
    """The file; `lines` and `errors` are what it holds once it is valid."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("XLSX or CSV, up to 10 MB. Columns are found by their headings, in any order."),
        widget=forms.FileInput({"accept": ".xlsx,.csv"}),
        error_messages={"empty": UNREADABLE[Reason.EMPTY]},
    )

    def __init__(self, *args, issue, **kwargs):
        super().__init__(*args, **kwargs)
        self.issue, self.lines, self.errors_of_rows = issue, [], []

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > sheets.MOST_BYTES:
            raise ValidationError(UNREADABLE[Reason.TOO_LARGE])
        try:
            self.lines, self.errors_of_rows = importing.read(sheets.read(file.read()), taken=titles_of(self.issue))
        except Unreadable as unreadable:
            raise ValidationError(said(unreadable)) from None
        if not self.lines and not self.errors_of_rows:
            raise ValidationError(UNREADABLE[Reason.EMPTY])
        return file


class ConfirmForm(forms.Form):
    """The rows that were shown, signed for this issue and this editor, and still free of doubles."""

    rows = forms.CharField(widget=forms.HiddenInput, error_messages={"required": NOT_VALID})

    def __init__(self, *args, issue, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.issue, self.salt = issue, f"articles {issue.pk} {user.pk}"

    def holding(self, lines):
        """The form that carries the lines on."""
        self.initial["rows"] = signing.dumps([asdict(line) for line in lines], salt=self.salt, compress=True)
        return self

    def clean_rows(self):
        try:
            rows = signing.loads(self.cleaned_data["rows"], salt=self.salt, max_age=DAY)
        except signing.BadSignature:
            raise ValidationError(NOT_VALID) from None
        taken = {plain(title) for title in titles_of(self.issue)}
        if any(plain(row["title"]) in taken for row in rows):
            raise ValidationError(_("The issue has changed since the check. Bring the file once more."))
        return [ArticleLine(**row) for row in rows]


def titles_of(issue):
    """Of drafts too."""
    return issue.get_children().values_list("title", flat=True)


def unknown_names(lines):
    """The authors of whom there is no page yet."""
    known = {plain(title) for title in ContributorPage.objects.values_list("title", flat=True)}
    return sorted({name for line in lines for name in line.authors if plain(name) not in known})
