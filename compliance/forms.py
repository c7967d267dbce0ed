from django import forms
from django.utils.translation import gettext_lazy as _

from . import codes


class CodeForm(forms.Form):
    """The code as someone types it from a certificate: any case, with or without dashes."""

    code = forms.CharField(
        label=_("Code of the certificate"),
        help_text=_("20 letters and digits under the QR code, for example ABCDE-FGHJK-LMNPQ-R2345."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self):
        code = codes.read(self.cleaned_data["code"])
        if len(code) != codes.LENGTH:
            raise forms.ValidationError(_("The code has 20 letters and digits."))
        return code
