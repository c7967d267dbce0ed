"""Editors learn what nothing answers; nobody learns who asked."""

import logging

from django.db import DatabaseError, transaction

from .models import Unfound
from .plausible import plausible

logger = logging.getLogger(__name__)


def note(answer, *, day):
    """What was asked everywhere and found nowhere, unless it was mistyped or half typed. No answer depends on it."""
    query = answer.query
    answered = answer.results.total or answer.suggestion or answer.offers or answer.picks
    if not query.words or query.facets or answered:
        return
    if text := plausible(query.text):
        try:
            with transaction.atomic():
                Unfound.ask(text, day=day)
        except DatabaseError as problem:
            logger.warning("not noted what was not found: %s", problem)
