"""The document behind an entry of the ledger, as it can be asked for."""

from django.utils.translation import gettext as _

from . import codes
from .models import CreditEntry

SUBMITTED, IMPORTED = "external:", "import:"


def document(entry: CreditEntry) -> str:
    """The code of the portal's own document, the number of the submitted one, or what a list named."""
    if certificate := getattr(entry, "certificate", None):
        return codes.written(certificate.code)
    if entry.evidence.startswith(SUBMITTED):
        return _("submission No. %s") % entry.evidence.removeprefix(SUBMITTED)
    if entry.evidence.startswith(IMPORTED):
        return entry.evidence.partition(" ")[2]
    return entry.evidence
