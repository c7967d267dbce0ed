from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from compliance.models import AuditLink

MOST_LINKS = 10


class LinkForm(forms.Form):
    """How long an auditor may see the statement."""

    days = forms.TypedChoiceField(
        label=_("The link works for"),
        choices=[(7, _("7 days")), (30, _("30 days")), (90, _("90 days"))],
        coerce=int,
        initial=30,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, certificate, **kwargs):
        super().__init__(*args, **kwargs)
        self.certificate = certificate

    def clean(self):
        if self.certificate.audit_links.open(timezone.now()).count() >= MOST_LINKS:
            raise ValidationError(_("Too many links work already. Withdraw one that is no longer needed."))
        return super().clean()

    def save(self):
        """The token of the new link."""
        lasting = timedelta(days=self.cleaned_data["days"])
        _link, token = AuditLink.make(self.certificate, lasting=lasting, at=timezone.now())
        return token
