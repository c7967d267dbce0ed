from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from courses.models import CoursePage


def entered(text, language="lv"):
    """What the field of a course makes of it: the form reads it, the model looks whether it can be."""
    field = CoursePage._meta.get_field("hours")
    with translation.override(language):
        return field.clean(field.formfield().clean(text), None)


@pytest.mark.parametrize(("text", "hours"), [("24,5", "24.5"), ("24.5", "24.5"), ("92,67", "92.67"), ("8", "8")])
def test_an_editor_writes_hours_with_a_comma(text, hours):
    assert entered(text) == Decimal(hours)


@pytest.mark.parametrize("text", ["-5", "0", "NaN", "1e400", "24,555", "daudz"])
def test_what_is_no_number_of_hours_is_refused(text):
    with pytest.raises(ValidationError):
        entered(text)


def test_english_takes_a_point():
    assert entered("24.5", "en") == Decimal("24.5")
