"""Fields that refuse what cannot be right."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .. import identifiers, known_dates


def validate_issn(text):
    if not identifiers.is_issn(text):
        raise ValidationError(
            _("“%(text)s” is not an ISSN: write it like 0317-8471; its last digit must add up."), params={"text": text}
        )


def validate_isbn(text):
    if not identifiers.is_isbn(text):
        raise ValidationError(_("“%(text)s” is not an ISBN: its last digit must add up."), params={"text": text})


def validate_doi(text):
    if not identifiers.is_doi(identifiers.bare_doi(text)):
        raise ValidationError(_("“%(text)s” is not a DOI: it begins like 10.22364/."), params={"text": text})


def validate_known_date(text):
    try:
        known_dates.parts(text)
    except ValueError:
        wrong = _("“%(text)s” is not a date: write 2016, 2016-09 or 2016-09-30, as much as is known.")
        raise ValidationError(wrong, params={"text": text}) from None


class IssnField(models.CharField):
    default_validators = [validate_issn]

    def __init__(self, verbose_name="ISSN", *, max_length=9, blank=True, **more):
        super().__init__(verbose_name, max_length=max_length, blank=blank, **more)


class IsbnField(models.CharField):
    default_validators = [validate_isbn]

    def __init__(self, verbose_name="ISBN", *, max_length=20, blank=True, **more):
        super().__init__(verbose_name, max_length=max_length, blank=blank, **more)


class DoiField(models.CharField):
    """Kept without the address of its resolver, however it was typed."""

    default_validators = [validate_doi]

    def __init__(self, verbose_name="DOI", *, max_length=200, blank=True, **more):
        super().__init__(verbose_name, max_length=max_length, blank=blank, **more)

    def to_python(self, value):
        return identifiers.bare_doi(super().to_python(value) or "")


class KnownDateField(models.CharField):
    """A date as far as it is known; sorts as text."""

    default_validators = [validate_known_date]

    def __init__(self, verbose_name=None, *, max_length=10, blank=True, **more):
        more.setdefault("help_text", _("As much as is known: 2016, 2016-09 or 2016-09-30."))
        super().__init__(verbose_name, max_length=max_length, blank=blank, **more)
