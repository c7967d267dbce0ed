"""Django's own Latvian plurals, which its catalogue counts in the wrong order, are said anew in ours."""

from pathlib import Path

import django
import pytest
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.template.defaultfilters import filesizeformat

from tests.source import ROOT, read_catalogue

THEIRS = Path(django.__file__).parent / "conf/locale/lv/LC_MESSAGES/django.po"
OURS = ROOT / "locale/wagtail/lv/LC_MESSAGES/django.po"


@pytest.mark.parametrize(("size", "said"), [(0, "0 baitu"), (1, "1 baits"), (21, "21 baits"), (538, "538 baiti")])
def test_small_files_are_measured_in_the_right_case(size, said):
    assert filesizeformat(size).replace("\xa0", " ") == said


def test_too_long_a_text_is_told_in_the_right_case():
    with pytest.raises(ValidationError) as refused:
        MaxLengthValidator(300)("ā" * 301)
    assert refused.value.messages == ["Var būt ne vairāk kā 300 rakstzīmes (tagad: 301)."]


def test_each_plural_of_django_is_said_anew():
    theirs = {msgid for (_, msgid, form) in read_catalogue(THEIRS) if form}
    assert theirs - {msgid for (_, msgid, form) in read_catalogue(OURS) if form} == set()
