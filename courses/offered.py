"""The courses anyone can take today, kept for a moment as the menu is: every „Mans gads” needs them."""

from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.core.cache import caches

from .models import CoursePage


class Offered(NamedTuple):
    key: UUID
    title: str
    url: str
    hours: Decimal
    language: str


def offered() -> list[Offered]:
    """In every language; who may enrol is asked again when somebody does."""
    return caches["pages"].get_or_set("courses-offered", _read, settings.GUEST_CACHE_SECONDS)


def _read():
    pages = CoursePage.objects.live().public().open().select_related("locale")
    return [
        Offered(page.translation_key, page.title, page.url, page.hours, page.locale.language_code) for page in pages
    ]
