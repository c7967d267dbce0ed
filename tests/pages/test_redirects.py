import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from pages.models import HomePage, StandardPage

pytestmark = pytest.mark.django_db


def add_page(title, slug, parent=None):
    return (parent or HomePage.objects.get(slug="home")).add_child(instance=StandardPage(title=title, slug=slug))


def test_a_changed_slug_leaves_the_old_address_working(django_capture_on_commit_callbacks):
    page = add_page("Par projektu", "par-projektu")
    add_page("Vēsture", "vesture", parent=page)
    page.slug = "projekts"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    for old, new in (("/par-projektu/", "/projekts/"), ("/par-projektu/vesture/", "/projekts/vesture/")):
        answer = Client().get(old)
        assert (answer.status_code, answer["Location"]) == (301, new)


def test_an_old_page_of_elsewhere_leads_to_its_section():
    Redirect.objects.create(old_path="/lv/diskusijas", redirect_link="/pasakumi/?kind=discussion")
    answer = Client().get("/lv/diskusijas")
    assert (answer.status_code, answer["Location"]) == (301, "/pasakumi/?kind=discussion")


def test_a_page_takes_its_address_back():
    add_page("Agrākā", "agraka").delete()
    Redirect.add_redirect("/agraka", HomePage.objects.get(slug="home"))
    add_page("Jaunā", "agraka")
    assert Client().get("/agraka/").status_code == 200
