"""Issuing and revoking the portal's own documents („apliecības”)."""

import secrets

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import canonical
from ..codes import ALPHABET, LENGTH
from ..models import Certificate
from ..riga import legal_date


def issue(*, kind, person, source_key, facts, source_version="", entry=None, at=None) -> Certificate:
    """Freeze the facts under a new public code.

    `facts`: title, hours (Decimal), completed_on (date), provider, language, citations. The person's name, the code
    and the day of issue are added; nothing renamed later changes any of them.
    """
    at = at or timezone.now()
    code = "".join(secrets.choice(ALPHABET) for _place in range(LENGTH))
    frozen = {
        "format": canonical.FORMAT,
        "kind": kind,
        "code": code,
        "name": str(person),
        "issued_on": legal_date(at),
        **facts,
    }
    text = canonical.written(frozen)
    return Certificate.objects.create(
        kind=kind,
        person=person,
        entry=entry,
        source_key=source_key,
        source_version=source_version,
        code=code,
        facts=text,
        digest=canonical.digest(text),
        issued_at=at,
    )


@transaction.atomic
def revoke(certificate, *, reason, by, at=None) -> Certificate:
    """The document stays checkable; its public page says that it is no longer valid."""
    certificate = Certificate.objects.select_for_update().get(pk=certificate.pk)
    if certificate.revoked_at:
        raise ValidationError(_("This certificate has been revoked already."))
    if not reason.strip():
        raise ValidationError(_("Write the reason."))
    certificate.revoked_at, certificate.revoked_by = at or timezone.now(), by
    certificate.revoked_reason = reason
    certificate.save()
    return certificate
