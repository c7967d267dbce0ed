"""Issuing and revoking the portal's own documents („apliecības”)."""

import secrets

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import canonical, pdf, portal_keys
from ..codes import ALPHABET, LENGTH
from ..models import Certificate
from ..riga import legal_date

PORTAL = "Socdarbs"
FORMAT = 1


def issue(*, kind, person, source_key, facts, source_version="", entry=None, at=None) -> Certificate:
    """Freeze the facts under a new public code.

    `facts`: title, hours (Decimal), completed_on (date), and if need be provider, language and citations. The
    person's name, the code and the day of issue are added; nothing renamed later changes any of them.
    """
    certificate = freeze(
        kind=kind,
        person_id=person.pk,
        source_key=source_key,
        source_version=source_version,
        entry=entry,
        facts={"name": str(person), **facts},
        at=at or timezone.now(),
    )
    certificate.save()
    return certificate


def freeze(*, kind, person_id, source_key, facts, at, source_version="", entry=None) -> Certificate:
    """The certificate before it is saved, its facts frozen and, of a year statement, sealed."""
    code = "".join(secrets.choice(ALPHABET) for _place in range(LENGTH))
    frozen = {
        "format": FORMAT,
        "kind": kind,
        "code": code,
        "issued_on": legal_date(at),
        "provider": PORTAL,
        "language": settings.LANGUAGE_CODE,
        "citations": [],
        **facts,
    }
    text = canonical.written(frozen)
    sealed = kind == Certificate.Kind.YEAR_STATEMENT
    signature, key_id = portal_keys.seal(text) if sealed else ("", "")
    return Certificate(
        kind=kind,
        person_id=person_id,
        entry=entry,
        source_key=source_key,
        source_version=source_version,
        code=code,
        facts=text,
        digest=canonical.digest(text),
        signature=signature,
        key_id=key_id,
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


def keep_pdf(certificate, *, site) -> bytes:
    """The certificate's PDF: the first request draws it, and every later one gets the same bytes."""
    if not certificate.pdf:
        drawn = ContentFile(pdf.render(certificate, site=site))
        place = f"certificates/{certificate.issued_at:%Y}/{secrets.token_hex(16)}.pdf"  # not to be guessed
        name = certificate.pdf.storage.save(place, drawn)
        first = Certificate.objects.filter(pk=certificate.pk, pdf="").update(pdf=name)
        if not first:
            certificate.pdf.storage.delete(name)
        certificate.refresh_from_db(fields=["pdf"])
    with certificate.pdf.open() as kept:
        return kept.read()
