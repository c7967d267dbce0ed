"""Listening: play, jump by the transcript, go on on another page; and an editor who publishes an episode."""

import re

import pytest
from playwright.sync_api import expect

from demo.podcast import sample
from podcasts.models import EpisodePage, ShowPage
from tests.journeys.steps import follow, press
from tests.journeys.watching import faults

pytestmark = pytest.mark.journey
EPISODE = "/raidieraksts/supervizija-ka-atbalsts/"
SRT = b"1\n00:00:00,000 --> 00:00:04,000\nIlze: Labdien!\n"


def sound(page, fact):
    return page.locator("audio").evaluate(f"audio => audio.{fact}")


def until(page, fact, holds):
    """The policy of the portal lets no test wait inside the page."""
    for _time in range(100):
        if holds(sound(page, fact)):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{fact} stays {sound(page, fact)}")


def plays(page):
    until(page, "paused", lambda paused: not paused)


def test_an_episode_is_heard_by_its_transcript_and_on_other_pages(open_window):
    page = open_window()
    page.goto("/raidieraksts/")
    follow(page, "Supervīzija kā atbalsts")
    page.get_by_label("Ātrums").select_option(label="1,5×")
    page.get_by_label("Meklēt atšifrējumā").fill("krītosi")
    expect(page.locator(".cue:visible")).to_have_count(1)
    expect(page.locator(".transcript [role=status]")).to_have_text("Atrasts: 1")
    page.locator(".cue:visible span").click()
    plays(page)
    expect(page.locator(".cue[aria-current]")).to_contain_text("krītoši")
    expect(page.locator(".chapters [aria-current]")).to_contain_text("Toņi")
    press(page, "15 s atpakaļ")
    expect(page.locator(".chapters [aria-current]")).to_contain_text("Kas ir šis paraugs")

    page.get_by_role("link", name="0:15 Toņi").click()
    follow(page, "Metodikas")
    bar = page.get_by_role("complementary", name="Tagad skan")
    expect(bar.get_by_role("button", name="Pauze")).to_be_visible()
    expect(bar.locator("[data-time]")).to_have_text(re.compile("0:(1[5-9]|2)"))
    bar.get_by_role("button", name="Pauze").click()
    assert faults(page) == []

    bar.get_by_role("link", name="Supervīzija kā atbalsts").click()
    expect(page.locator(".chapters [aria-current]")).to_contain_text("Toņi")
    assert sound(page, "currentTime") > 15
    assert sound(page, "playbackRate") == 1.5
    expect(bar).to_be_hidden()


def test_a_moment_is_shared_and_the_place_is_kept(open_window):
    page = open_window(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{EPISODE}?t=0:21")
    until(page, "currentTime", lambda time: time == 21)
    press(page, "Kopēt saiti uz šo brīdi")
    expect(page.get_by_text("Saite nokopēta: 0:21")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"{EPISODE}?t=21")
    page.get_by_role("link", name="0:15").first.press("Enter")
    plays(page)
    sound(page, "pause()")

    later = page.context.new_page()
    later.goto(EPISODE)
    until(later, "currentTime", lambda time: time >= 15)


def test_an_episode_is_heard_and_read_without_javascript(open_window):
    page = open_window(java_script_enabled=False)
    page.goto(EPISODE)
    expect(page.locator("audio")).to_have_attribute("controls", "")
    expect(page.locator(".player-controls")).to_be_hidden()
    page.get_by_role("link", name="0:15 Toņi").click()
    expect(page.locator("audio")).to_have_attribute("src", "/media/media/raidieraksta-paraugs-3.mp3#t=15")
    expect(page.locator(".cue")).to_have_count(8)


@pytest.fixture
def _saved_by_hand(settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0


@pytest.mark.usefixtures("_saved_by_hand")
def test_an_editor_publishes_an_episode(open_window):
    page = open_window("moderators")
    page.goto(f"/cms/pages/{ShowPage.objects.get().pk}/")
    page.get_by_role("link", name="Pievienot apakšlapu").first.click()
    for label, text in {"Nosaukums*": "Sestā epizode", "Kopsavilkums": "Par ko runājam.", "Numurs": "6"}.items():
        page.get_by_role("textbox", name=label).or_(page.get_by_role("spinbutton", name=label)).first.fill(text)
    file = page.locator("input[type=file]")
    file.and_(page.get_by_label("Ieraksts (audio fails)")).set_input_files(sample(1))
    file.and_(page.get_by_label("Atšifrējuma fails")).set_input_files(
        {"name": "a.srt", "mimeType": "text/plain", "buffer": SRT}
    )
    press(page, "Citas darbības")
    press(page, "Publicēt")
    expect(page.locator(".messages")).to_contain_text("publicēt")

    reader = open_window()
    reader.goto(EpisodePage.objects.live().get(number=6).url)
    expect(reader.locator(".cue")).to_contain_text("Labdien!")
    until(reader, "duration", lambda length: length and round(length) == 40)
