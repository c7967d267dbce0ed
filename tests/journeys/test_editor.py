"""An editor writes a course with a quiz, a moderator publishes it, a learner takes it."""

import re

import pytest
from playwright.sync_api import expect

from courses.models import CataloguePage, CoursePage
from tests.journeys.steps import press, sign_in, study

pytestmark = pytest.mark.journey


@pytest.fixture(autouse=True)
def _saved_by_hand(settings):
    """Wagtail saves half a second after each change; in a story everything happens when it is told."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0


def new_page_under(page, parent):
    page.goto(f"/cms/pages/{parent.pk}/")
    page.get_by_role("link", name="Pievienot apakšlapu").first.click()


def fill(page, label, text):
    page.get_by_role("textbox", name=label).or_(page.get_by_role("spinbutton", name=label)).fill(text)


def insert(panel, block):
    """Add a block at the end of a panel; the place where it is filled in. It does not slide in: a click would miss."""
    panel.page.evaluate("jQuery.fx.off = true")
    panel.get_by_role("button", name="Ievietot bloku").last.click()
    panel.page.get_by_role("option", name=block, exact=True).click()
    return panel.get_by_role("region", name=block)


def save(page):
    press(page, "Saglabāt melnrakstu")
    page.wait_for_url("**/edit/")


def write_course(page):
    new_page_under(page, CataloguePage.objects.get(slug="kursi"))
    fill(page, "Nosaukums*", "Pirmā saruna")
    fill(page, "Kopsavilkums*", "Kā sākt sarunu ar klientu.")
    fill(page, "Akadēmiskās stundas", "1.5")
    quiz = page.get_by_role("region", name="Tests")
    choice = insert(quiz, "Viena pareizā atbilde")
    choice.get_by_label("jautājums").fill("Kas vispirms jādara?")
    choice.get_by_role("button", name="Pievienot", exact=True).last.click()
    for place, answer in enumerate(("Jāklausās", "Jārunā")):
        choice.get_by_label("atbilde*").nth(place).fill(answer)
    choice.get_by_label("pareizi").first.check()
    truth = insert(quiz, "Patiess vai aplams")
    truth.get_by_label("jautājums").fill("Klusēt drīkst.")
    truth.get_by_label("apgalvojums ir patiess").check()


def write_lesson(page, course, title):
    new_page_under(page, course)
    fill(page, "Nosaukums*", title)
    text = insert(page.get_by_role("region", name="Teksts*"), "Teksts").get_by_role("textbox")
    expect(text).to_be_focused()
    page.keyboard.type("Klausieties.")
    expect(page.locator("[name='body-0-value']")).to_have_value(re.compile("Klausieties"))  # a quarter second later
    save(page)


def publish(page, written):
    page.goto(f"/cms/pages/{written.pk}/edit/")
    press_publish(page)


def press_publish(page):
    press(page, "Citas darbības")
    press(page, "Publicēt")
    expect(page.locator(".messages")).to_contain_text("publicēt")


def open_course(page, course):
    page.goto(f"/cms/pages/{course.pk}/edit/")
    page.get_by_role("combobox", name="Stāvoklis").select_option(label="pieteikšanās atvērta")
    press_publish(page)


def test_course_is_written_published_and_taken(open_window):
    editor = open_window()
    editor.goto("/accounts/login/")
    sign_in(editor, "redaktors")
    editor.wait_for_url("**/cms/")
    write_course(editor)
    press(editor, "Rādīt vai slēpt priekšskatījumu")
    expect(editor.frame_locator("#w-preview-iframe").get_by_role("heading", level=1)).to_have_text("Pirmā saruna")
    save(editor)
    course = CoursePage.objects.get(title="Pirmā saruna")
    for title in ("Sākums", "Noslēgums"):
        write_lesson(editor, course, title)
    course.refresh_from_db()

    moderator = open_window("moderators")
    for written in (course, *course.get_children()):
        publish(moderator, written)
    open_course(moderator, course)
    course.refresh_from_db()

    learner = open_window("specialists")
    learner.goto(course.url)
    press(learner, "Pieteikties kursam")
    study(learner, course)
    expect(learner.get_by_role("heading", level=1)).to_have_text("Ieskaitītas 1,5 akadēmiskās stundas.")
