"""A section tells search engines and who shares it what is in it."""

import pytest
from django.apps import apps
from django.test import Client
from django.utils.html import escape
from wagtail.models import Page

from glossary.models import GlossaryPage, TermPage
from methodologies.models import MethodologyIndexPage
from pages.models import SectionPage
from pages.sections import put_in_order

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


@pytest.mark.django_db
def test_the_header_has_the_sections_in_their_order():
    page = Client().get("/").content.decode()
    sections = ["Metodikas", "Kursi", "Pasākumi", "Raidieraksts", "Izdevumi", "Vārdnīca", "Pētījumi"]
    places = [page.index(f">{name}</a>") for name in sections]
    assert places == sorted(places)


@pytest.mark.django_db
def test_sections_change_places_with_what_is_below_them():
    term = TermPage(title="Supervīzija")
    GlossaryPage.objects.get().add_child(instance=term)
    put_in_order(apps, ["vardnica", "metodikas"])
    dictionary, methodologies = GlossaryPage.objects.get(), MethodologyIndexPage.objects.get()
    term.refresh_from_db()
    assert (dictionary.path < methodologies.path, term.is_child_of(dictionary)) == (True, True)
    assert list(Page.find_problems()) == [[], [], [], [], []]
