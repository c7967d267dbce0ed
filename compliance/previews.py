"""Where the page pictures of a document are seen: on the content host only, for a short time, by a signed path.

A portal's page makes the addresses for whoever may see the document; the content host asks nobody who they are.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.core.files.storage import default_storage

from .models import Document

SALT = "compliance.previews"
SECONDS = 600


def addresses(document) -> list[str]:
    """One for each page picture; none without a content host, where a document can only be downloaded."""
    if not settings.CONTENT_HOST:
        return []
    scheme = urlsplit(settings.BASE_URL).scheme
    paths = (signing.dumps([document.pk, page], salt=SALT) for page in range(len(document.previews)))
    return [f"{scheme}://{settings.CONTENT_HOST}/{path}" for path in paths]


def picture(path: str) -> bytes | None:
    """The page picture that a path was signed for, while it holds."""
    try:
        pk, page = signing.loads(path, salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        return None
    names = Document.objects.filter(pk=pk).values_list("previews", flat=True).first() or []
    return _read(names[page]) if page < len(names) else None


def _read(name):
    try:
        with default_storage.open(name) as file:
            return file.read()
    except FileNotFoundError:
        return None
