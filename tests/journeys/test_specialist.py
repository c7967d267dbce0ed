"""A guest finds a course, signs up on the way into it, and leaves with a certificate that anyone can verify."""

import re

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.journeys.steps import code_in, follow, press, study

pytestmark = pytest.mark.journey
NAME = {"Vārds": "Baiba", "Uzvārds": "Ābelīte", "E-pasta adrese": "baiba@example.lv", "Parole": "gara-parole-77"}


def test_guest_learns_and_gets_a_certificate(open_window, course, mailoutbox):
    page = open_window()
    page.goto("/")
    page.get_by_role("navigation", name="Sadaļas").get_by_role("link", name="Kursi").click()
    follow(page, course.title)
    follow(page, "Pieteikties kursam")
    follow(page, "Reģistrējieties")
    for label, text in NAME.items():
        page.get_by_label(label, exact=True).fill(text)
    press(page, "Reģistrēties")
    page.get_by_label("Kods").fill(code_in(mailoutbox[0]))
    press(page, "Apstiprināt")
    expect(page.locator(".kicker")).to_have_text("1. nodarbība no 5")
    study(page, course)
    print(page.url, page.locator("main").inner_text())
    page.screenshot(path="/tmp/j.png", full_page=True)
