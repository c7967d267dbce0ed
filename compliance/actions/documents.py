"""Keeping files that people bring from outside. Reading one takes seconds: never inside a transaction or a lock."""

import hashlib
import secrets
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..documents import apart, names
from ..documents.refusals import Reason, Refused
from ..models import Document

HOUR = timedelta(hours=1)
MOST_AN_HOUR = 100
UNUSED_FOR = timedelta(days=7)
REFUSALS = {
    Reason.EMPTY: _("The file is empty."),
    Reason.TOO_LARGE: _("The file is too large (up to 10 MB)."),
    Reason.UNKNOWN_KIND: _(
        "A file like this cannot be added. Add a PDF, a JPEG, PNG or HEIC picture, or an .edoc or .asice document."
    ),
    Reason.BROKEN: _("The file cannot be read: it is damaged. Save it again or add a photograph of the document."),
    Reason.LOCKED: _("The file is locked with a password. Save it without one and add it again."),
    Reason.TOO_MANY_PAGES: _("The file has too many pages (up to 50). Add only those that prove the training."),
    Reason.TOO_MANY_PIXELS: _("The picture is too large. Make it smaller and add it again."),
    Reason.UNSAFE_CONTAINER: _(
        "This container cannot be added: it holds too many files or files that are not safe. Add the document itself."
    ),
    Reason.TOO_SLOW: _("The file could not be read in time. Add a photograph of the document instead."),
}


def keep(upload, *, person, by, at=None) -> Document:
    """Read an uploaded file and keep it with its previews; a refused one leaves nothing behind."""
    at = at or timezone.now()
    _refuse_flood(by, at)
    data = _bytes_of(upload)
    reading = _read(data)
    folder = f"documents/{at:%Y}/{secrets.token_hex(16)}"  # not to be guessed
    stored = []
    try:
        stored += _stored(folder, reading, data)
        return _recorded(upload, data, reading, stored, person=person, uploaded_by=by, uploaded_at=at)
    except BaseException:
        _delete(stored)
        raise


def discard_unused(*, at=None):
    """Forget the files that were added and never submitted."""
    before = (at or timezone.now()) - UNUSED_FOR
    for document in Document.objects.unused().filter(uploaded_at__lt=before):
        _discard(document)


def _refuse_flood(by, at):
    if Document.objects.filter(uploaded_by=by, uploaded_at__gt=at - HOUR, uploaded_at__lte=at).count() >= MOST_AN_HOUR:
        raise ValidationError(_("You have added very many files within an hour. Add the next one later."))


@transaction.atomic
def _discard(document):
    names_of_files = [document.file.name, *document.previews]
    document.delete()
    transaction.on_commit(lambda: _delete(names_of_files))


def _bytes_of(upload):
    """A byte more than the limit tells that there is more."""
    upload.seek(0)
    return upload.read(apart.MOST_BYTES + 1)


def _read(data):
    try:
        return apart.read(data)
    except Refused as refused:
        raise ValidationError(REFUSALS[refused.reason], code=refused.reason) from refused


def _stored(folder, reading, data):
    """The names of the file and of its previews."""
    yield default_storage.save(f"{folder}/document{reading.suffix}", ContentFile(reading.redrawn or data))
    for number, preview in enumerate(reading.previews, start=1):
        yield default_storage.save(f"{folder}/{number}.webp", ContentFile(preview))


def _delete(stored):
    for name in stored:
        default_storage.delete(name)


@transaction.atomic
def _recorded(upload, data, reading, stored, **context):
    file, *previews = stored
    return Document.objects.create(
        name=names.cleaned(upload.name or "", reading.suffix),
        kind=reading.kind,
        size=len(data),
        digest=hashlib.sha256(data).hexdigest(),
        pages=reading.pages,
        signers=list(reading.signers),
        text=reading.text,
        file=file,
        previews=previews,
        **context,
    )
