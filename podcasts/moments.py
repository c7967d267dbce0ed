"""A moment of a recording as a field: kept in seconds, typed and shown as on a clock."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from . import clock


class MomentFormField(forms.CharField):
    def prepare_value(self, value):
        return clock.shown(value) if isinstance(value, int) else value

    def to_python(self, value):
        typed = super().to_python(value)
        if typed in self.empty_values:
            return None
        seconds = clock.read(typed)
        if seconds is None:
            raise ValidationError(_("Write minutes and seconds, for example 12:34."))
        return seconds

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)


class MomentField(models.PositiveIntegerField):
    def formfield(self, **kwargs):
        return models.Field.formfield(self, **{"form_class": MomentFormField} | kwargs)
