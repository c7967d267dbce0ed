"""Whole addresses of the portal's pages, as mails need them; in the portal's own language unless told otherwise."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation


def absolute(name, *args, language=settings.LANGUAGE_CODE):
    with translation.override(language):
        return settings.BASE_URL + reverse(name, args=args)
