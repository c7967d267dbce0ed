import pytest
from django.core.files.storage import default_storage
from django.test import Client

from pages import share_picture
from pages.models import HomePage, StandardPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return HomePage.objects.get(slug="home").add_child(instance=StandardPage(title="Par projektu", slug="par"))


def test_the_short_address_leads_to_the_page_whatever_its_slug_becomes(page):
    page.slug = "par-mums"
    page.save_revision().publish()
    assert Client().get(f"/l/{page.pk}/").url == "/par-mums/"


@pytest.mark.parametrize("address", ["/l/{0}/", "/attels/{0}-{1}.png"])
def test_a_draft_has_neither_a_short_address_nor_a_picture(page, address):
    page.unpublish()
    assert Client().get(address.format(page.pk, share_picture.version(page))).status_code == 404


def test_a_page_tells_its_short_address_and_its_picture(page):
    shown = Client().get("/par/").content.decode()
    assert f'<link rel="shortlink" href="http://testserver/l/{page.pk}/">' in shown
    assert f"http://testserver/attels/{page.pk}-{share_picture.version(page)}.png" in shown


def test_the_picture_is_drawn_once_and_kept(page):
    address = f"/attels/{page.pk}-{share_picture.version(page)}.png"
    first, second = Client().get(address), Client().get(address)
    assert first.content.startswith(b"\x89PNG")
    assert first.content == second.content
    assert default_storage.exists(share_picture.name(page))


def test_a_picture_of_another_title_is_another_one(page):
    before = share_picture.version(page)
    page.title = "Par portālu"
    assert share_picture.version(page) != before
    page.save_revision().publish()
    assert Client().get(f"/attels/{page.pk}-{before}.png").status_code == 404


@pytest.mark.parametrize(("length", "points"), [(40, 84), (41, 68), (90, 68), (160, 54), (255, 44)])
def test_long_titles_are_set_smaller(length, points):
    assert share_picture.size("a" * length) == points
