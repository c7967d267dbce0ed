"""The document behind an entry of the ledger, as it can be asked for."""

import re

from django.utils.translation import gettext as _

from . import codes
from .models import CreditEntry

RUN = re.compile(r"import:\d+ ?")


def document(entry: CreditEntry) -> str:
    """The code of the portal's own, the number of a submitted one, or what an import named; fetch with certificate."""
    if certificate := getattr(entry, "certificate", None):
        return codes.written(certificate.code)
    if entry.source == CreditEntry.Source.CERTIFICATE:
        return _("submission No. %s") % entry.source_key
    return RUN.sub("", entry.evidence, count=1)
