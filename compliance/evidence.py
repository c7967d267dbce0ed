"""The document behind an entry of the ledger, as it can be asked for."""

from django.utils.translation import gettext as _

from . import codes
from .models import CreditEntry

SUBMITTED = "external:"


def document(entry: CreditEntry) -> str:
    """The code of the portal's own document, or the number of the submitted one; fetch with the certificate."""
    if certificate := getattr(entry, "certificate", None):
        return codes.written(certificate.code)
    if entry.evidence.startswith(SUBMITTED):
        return _("submission No. %s") % entry.evidence.removeprefix(SUBMITTED)
    return entry.evidence
