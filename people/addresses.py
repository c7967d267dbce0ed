"""Whole addresses of the portal's pages, as mails need them; always those in the portal's own language."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation


def absolute(name, *args):
    with translation.override(settings.LANGUAGE_CODE):
        return settings.BASE_URL + reverse(name, args=args)
