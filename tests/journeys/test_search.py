"""A reader finds, narrows down and goes to a moment of a transcript; an editor recommends and reads what was not found."""

import re

import pytest
from playwright.sync_api import expect

from pages.models import StandardPage
from search.models import Unfound
from tests.journeys.steps import follow, press
from tests.journeys.watching import faults

pytestmark = pytest.mark.journey


@pytest.fixture(autouse=True)
def _as_it_happens(settings):
    settings.GUEST_CACHE_SECONDS = 0


def heading(page):
    return page.get_by_role("heading", level=1)


def test_a_reader_finds_and_narrows_down_as_the_keys_are_pressed(open_window):
    page = open_window()
    page.goto("/meklet/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("supervizijas", delay=20)
    expect(heading(page)).to_contain_text("Atrasti")
    expect(page.locator("#told")).to_contain_text("Atrasti")
    expect(page).to_have_url(re.compile(r"/meklet/\?q=supervizijas$"))
    expect(page.get_by_role("region", name="Vārdnīcā")).to_contain_text("supervision")
    assert faults(page) == []

    page.get_by_role("navigation", name="Atlasīt").get_by_role("link", name=re.compile("^Epizode")).click()
    expect(heading(page)).to_contain_text("Atrasts 1 rezultāts")
    expect(heading(page)).to_be_focused()
    expect(page).to_have_url(re.compile(r"kind=episode"))
    page.get_by_role("searchbox").fill("paraugs")
    expect(page).to_have_url(re.compile(r"q=paraugs&kind=episode$"))
    follow(page, "Noņemt: Veids: epizode")
    expect(page).to_have_url(re.compile(r"q=paraugs$"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"kind=episode$"))
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator(".header")).to_have_count(1)

    page.get_by_role("searchbox").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".hit-title a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_the_field_of_the_header_offers_names(open_window):
    page = open_window()
    page.goto("/kursi/")
    page.keyboard.press("/")
    field = page.get_by_role("combobox", name="Meklēt portālā")
    expect(field).to_be_focused()
    page.keyboard.type("vizij", delay=20)
    expect(page.get_by_role("option").first).to_be_visible()
    assert faults(page, widths=[1280]) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.locator(".search-list [aria-selected=true]")
    expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    field.fill("superv")
    page.get_by_role("option", name="supervīzija termins", exact=True).click()
    expect(heading(page)).to_have_text("supervīzija")


def test_without_script_everything_is_a_form_or_a_link(open_window):
    page = open_window(java_script_enabled=False, width=360)
    page.goto("/kursi/")
    press(page, "Izvēlne")
    page.get_by_role("searchbox", name="Meklēt portālā").fill("supervizija")
    press(page, "Meklēt")
    expect(heading(page)).to_contain_text("Atrast")
    press(page, "Atlasīt")
    page.get_by_role("link", name=re.compile("^Epizode")).click()
    expect(page.locator(".chip")).to_have_count(1)
    page.locator(".hit-facts a").first.click()
    expect(page).to_have_url(re.compile(r"/raidieraksts/.*[?]t=\d+"))


def test_a_mistyped_question_is_answered_by_one_more_press(open_window):
    page = open_window()
    page.goto("/meklet/?q=supervizjas")
    expect(heading(page)).to_contain_text("Nekas nav atrasts")
    assert faults(page) == []
    follow(page, "„supervīzijas”")
    expect(heading(page)).to_contain_text("Atrasti")


def test_an_editor_reads_what_was_not_found_and_recommends(open_window):
    reader, editor = open_window(), open_window("redaktors")
    reader.goto("/meklet/?q=piedzīvojumu+parks")
    expect(heading(reader)).to_contain_text("Nekas nav atrasts")
    assert Unfound.objects.get().text == "piedzivojumu parks"

    editor.goto("/cms/reports/nav-atrasts/")
    expect(editor.get_by_role("link", name="piedzivojumu parks")).to_be_visible()
    page = StandardPage.objects.live().first()
    editor.goto("/cms/searchpicks/add/")
    editor.get_by_label("Meklētie vārdi").fill("piedzīvojumu parki")
    press(editor, "Pievienot ieteikumu")
    press(editor, "Izvēlēties lapu")
    editor.get_by_role("dialog").locator("[name=q]").fill(page.title)
    editor.get_by_role("dialog").get_by_role("link", name=page.title, exact=True).first.click()
    editor.get_by_label("Apraksts").fill("Redakcijas ieteikums.")
    editor.locator("form footer [type=submit]").first.click()
    expect(editor.locator(".messages")).to_contain_text("izveidoti")

    reader.reload()
    recommended = reader.locator(".picks")
    expect(recommended).to_contain_text("Redakcijas ieteikums.")
    recommended.get_by_role("link", name=page.title).click()
    expect(heading(reader)).to_have_text(page.title)
