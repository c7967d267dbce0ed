from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from .exchange.concept import Concept, Named

AN_HOUR = 60 * 60
SALT = "glossary.import"


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("File"), help_text=_("XLSX or CSV with a row for each term, SKOS (.ttl, .jsonld) or TBX-Basic (.tbx).")
    )


class ConfirmForm(forms.Form):
    """What was checked comes back with the button, signed: nothing is kept until then."""

    checked = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.salt = f"{SALT}.{user.pk}"

    def seal(self, concepts):
        rows = [vars(concept) for concept in concepts]
        self.initial["checked"] = signing.dumps(rows, salt=self.salt, compress=True)

    def clean_checked(self):
        try:
            rows = signing.loads(self.cleaned_data["checked"], salt=self.salt, max_age=AN_HOUR)
        except signing.BadSignature as error:
            raise forms.ValidationError(_("The check is too old. Choose the file once more.")) from error
        return [unsealed(row) for row in rows]


def unsealed(row):
    """JSON knows lists only."""
    names = tuple(Named(*name) for name in row["names"])
    return Concept(**row | {"names": names, "broader": tuple(row["broader"]), "related": tuple(row["related"])})
