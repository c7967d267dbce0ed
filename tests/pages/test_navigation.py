import pytest
from django.test import Client
from wagtail.models import Page

from pages.models import HomePage, StandardPage
from people import groups
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def add_page(language, slug, title, **fields):
    home = HomePage.objects.get(locale__language_code=language)
    return home.add_child(instance=StandardPage(slug=slug, title=title, locale=home.locale, **fields))


def test_a_guest_sees_the_sections_that_are_live():
    Page.objects.get(slug="petijumi").specific.unpublish()
    page = Client().get("/").content.decode()
    assert 'href="/metodikas/"' in page
    assert 'href="/kursi/"' in page
    assert "/petijumi/" not in page


def test_the_home_page_sets_no_cookie_and_carries_no_token():
    answer = Client().get("/")
    assert answer.cookies == {}
    assert "csrfmiddlewaretoken" not in answer.content.decode()


def test_standard_pages_stand_in_the_footer():
    add_page("lv", "kontakti", "Kontakti")
    assert '<a href="/kontakti/">Kontakti</a>' in Client().get("/").content.decode()


def test_a_draft_is_in_no_menu_and_not_found():
    add_page("lv", "melnraksts", "Melnraksts", live=False)
    assert "Melnraksts" not in Client().get("/").content.decode()
    assert Client().get("/melnraksts/").status_code == 404


def test_english_lives_under_en():
    add_page("en", "contact", "Contact")
    page = Client().get("/en/").content.decode()
    assert '<html lang="en">' in page
    assert 'href="/en/contact/"' in page


def test_english_leads_to_the_sections_that_are_in_latvian_only():
    page = Client().get("/en/").content.decode()
    assert '<a href="/petijumi/" lang="lv" hreflang="lv">Pētījumi</a>' in page
    assert '<p class="note">Studies section</p>' in page
    assert "In Latvian" not in Client().get("/").content.decode()


def test_a_translated_section_takes_the_place_of_the_latvian():
    latvian = Page.objects.get(slug="petijumi")
    add_page("en", "studies", "Studies", translation_key=latvian.translation_key, show_in_menus=True)
    page = Client().get("/en/").content.decode()
    assert '<a href="/en/studies/">Studies</a>' in page
    assert "/petijumi/" not in page


def test_the_language_link_leads_to_the_translation():
    latvian = add_page("lv", "kontakti", "Kontakti")
    add_page("en", "contact", "Contact", translation_key=latvian.translation_key)
    assert 'href="/en/contact/"' in Client().get("/kontakti/").content.decode()


def test_without_a_translation_the_language_link_leads_home():
    add_page("lv", "kontakti", "Kontakti")
    assert 'href="/en/"' in Client().get("/kontakti/").content.decode()


def test_the_sitemap_lists_live_pages_only():
    add_page("lv", "kontakti", "Kontakti")
    add_page("lv", "melnraksts", "Melnraksts", live=False)
    sitemap = Client().get("/sitemap.xml").content.decode()
    assert "/kontakti/" in sitemap
    assert "/melnraksts/" not in sitemap


def test_robots_name_the_sitemap():
    assert "Sitemap: http://testserver/sitemap.xml" in Client().get("/robots.txt").content.decode()


def test_pages_are_found_at_any_depth():
    parent = add_page("lv", "par-projektu", "Par projektu")
    parent.add_child(instance=StandardPage(slug="vesture", title="Vēsture", locale=parent.locale))
    assert "Vēsture" in Client().get("/par-projektu/vesture/").content.decode()
    assert Client().get("/vesture/").status_code == 404


def test_a_page_of_the_other_language_is_not_found_here():
    add_page("en", "contact", "Contact")
    assert Client().get("/contact/").status_code == 404


def test_only_who_publishes_gets_the_userbar(client, alice):
    client.force_login(alice)
    assert "wagtail-userbar" not in client.get("/").content.decode()
    client.force_login(UserFactory(groups=[groups.EDITOR]))
    assert "wagtail-userbar" in client.get("/").content.decode()
