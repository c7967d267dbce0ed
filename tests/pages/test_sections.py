"""A section tells search engines and who shares it what is in it."""

import pytest
from django.apps import apps
from django.test import Client
from django.utils.html import escape

from pages.models import SectionPage

SECTIONS = [kind for kind in apps.get_models() if issubclass(kind, SectionPage)]


@pytest.mark.django_db
@pytest.mark.parametrize("kind", SECTIONS, ids=lambda kind: kind.__name__)
def test_a_section_is_described_by_its_introduction(kind):
    section = kind.objects.get()
    section.intro = "Viss par „visu”."
    section.save_revision().publish()
    page = Client().get(section.url).content.decode()
    assert f'<meta name="description" content="{escape(section.intro)}">' in page
    assert f'<p class="lede">{escape(section.intro)}</p>' in page


def test_there_are_sections():
    assert len(SECTIONS) == 8
