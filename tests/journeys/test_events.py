"""A reader finds a conference and plays its recording; an editor publishes an event."""

import pytest
from playwright.sync_api import expect

from events.models import EventIndexPage, EventPage
from tests.journeys.steps import follow, press
from tests.journeys.test_editor import fill, new_page_under, press_publish
from tests.journeys.watching import Watch, faults

pytestmark = pytest.mark.journey
PLAYER = "https://www.youtube-nocookie.com/embed/QxnBZBTy9vM"


@pytest.fixture
def watched(browser, site):
    """A reader's page whose one foreign address is answered here, and what its watch has heard."""
    watch, context = Watch(site), browser.new_context(base_url=site, locale="lv-LV")
    watch.over(context)
    context.route(f"{PLAYER}*", lambda route: route.fulfill(content_type="text/html", body="<!doctype html>Ieraksts"))
    yield context.new_page(), watch.heard
    context.close()


def test_reader_plays_a_recording_and_nobody_else_hears_before(watched):
    page, heard = watched
    page.goto("/pasakumi/")
    page.get_by_label("Gads").select_option("2021")
    press(page, "Atlasīt")
    follow(page, "Cilvēks. Ģimene. Kopiena")
    expect(page.get_by_text("Kamēr nenospiežat")).to_be_visible()
    assert faults(page) == []
    assert heard == []

    page.get_by_role("button", name="Atskaņot šeit").click()
    expect(page.frame_locator(".recording-frame").get_by_text("Ieraksts")).to_be_visible()
    assert heard == [f"foreign: {PLAYER}"]


def test_reader_without_scripts_has_a_link(browser, site):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/pasakumi/cilveks-gimene-kopiena/")
    expect(page.get_by_role("link", name="Skatīties: YouTube")).to_be_visible()
    expect(page.get_by_role("button", name="Atskaņot šeit")).to_have_count(0)
    context.close()


def test_editor_publishes_an_event(open_window, settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    editor = open_window("moderators")
    new_page_under(editor, EventIndexPage.objects.get(slug="pasakumi"))
    fill(editor, "Nosaukums*", "Saruna par kopienu")
    editor.get_by_role("combobox", name="Veids*").select_option(label="tematiskā diskusija")
    fill(editor, "Gads", "2025")
    fill(editor, "Vieta", "Alūksne")
    press_publish(editor)

    reader = open_window()
    reader.goto("/pasakumi/?kind=discussion&year=2025")
    follow(reader, "Saruna par kopienu")
    expect(reader.get_by_text("Alūksne")).to_be_visible()
    assert EventPage.objects.get(title="Saruna par kopienu").live
