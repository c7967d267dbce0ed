"""A reader meets a word and learns what it means; an editor publishes one, and it is marked from then on."""

import re

import pytest
from playwright.sync_api import expect

from glossary.models import GlossaryPage, TermPage
from tests.journeys.steps import follow, press
from tests.journeys.test_editor import fill, new_page_under, press_publish
from tests.journeys.test_keyboard import enter, tab_to
from tests.journeys.watching import faults

pytestmark = pytest.mark.journey
METHODOLOGY = "/metodikas/gariga-rakstura-traucejumi/"
WORDS = "garīga rakstura traucējumiem"


@pytest.fixture(autouse=True)
def _as_it_happens(settings):
    """Nothing is saved or kept by itself."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    settings.GUEST_CACHE_SECONDS = 0


def test_a_marked_word_is_explained_in_place_by_keyboard(open_window):
    page = open_window()
    page.goto(METHODOLOGY)
    word = page.get_by_role("button", name=WORDS, exact=True)
    enter(page, WORDS)
    note = page.get_by_role("dialog", name="garīga rakstura traucējumi")
    expect(note).to_be_focused()
    expect(note).to_contain_text("mental disorders")
    expect(word).to_have_attribute("aria-expanded", "true")
    assert faults(page) == []

    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(word).to_be_focused()
    page.keyboard.press(" ")
    tab_to(page, "Atvērt šķirkli")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("garīga rakstura traucējumi")


def test_without_script_a_marked_word_leads_to_its_entry(open_window):
    page = open_window(java_script_enabled=False)
    page.goto(METHODOLOGY)
    follow(page, WORDS)
    assert page.url.endswith("/vardnica/gariga-rakstura-traucejumi/")


def test_a_published_term_is_marked(open_window):
    editor = open_window("moderators")
    new_page_under(editor, GlossaryPage.objects.get(slug="vardnica"))
    fill(editor, "Nosaukums*", "resursu centrs")
    fill(editor, "Skaidrojums", "Vieta, kur cilvēks saņem padomu un palīdzību.")
    press_publish(editor)
    assert TermPage.objects.live().filter(title="resursu centrs").exists()

    reader = open_window()
    reader.goto(METHODOLOGY)
    reader.get_by_role("button", name=re.compile("^resursu centrs", re.IGNORECASE)).first.click()
    expect(reader.get_by_role("dialog")).to_contain_text("saņem padomu un palīdzību")
    press(reader, "Aizvērt")
    expect(reader.get_by_role("dialog")).to_be_hidden()


def test_an_editor_brings_in_a_sheet(open_window):
    page = open_window("redaktors")
    page.goto("/cms/vardnica/imports/")
    sheet = {
        "name": "termini.csv",
        "mimeType": "text/csv",
        "buffer": "Termins;Angļu\nmotivējošā intervija;x\n".encode(),
    }
    page.get_by_label("Fails").set_input_files(sheet)
    press(page, "Pārbaudīt failu")
    press(page, "Izveidot 1 melnrakstu")
    expect(page.locator(".messages")).to_contain_text("Izveidots 1 melnraksts")
    page.goto("/cms/reports/vardnica/")
    expect(page.get_by_role("link", name="motivējošā intervija")).to_be_visible()
