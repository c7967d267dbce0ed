"""Without JavaScript everything is a link or a form: from enrolling to the certificate."""

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import follow, press, sign_in, study

pytestmark = pytest.mark.journey


def test_course_is_taken_without_javascript(open_window, course):
    page = open_window(java_script_enabled=False)
    page.goto(course.url)
    follow(page, "Pieteikties kursam")
    sign_in(page, "apstiprinatajs")
    press(page, "Pieteikties kursam")
    expect(page.locator(".kicker")).to_have_text("1. nodarbība no 5")

    study(page, course)
    expect(page.get_by_role("heading", level=1)).to_have_text("Ieskaitītas 4 akadēmiskās stundas.")


def test_menus_open_without_javascript(open_window):
    page = open_window("vaditajs", width=360, java_script_enabled=False)
    page.goto("/")
    press(page, "Izvēlne")
    page.get_by_role("link", name="Darbinieki").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("darbiniekiem")
