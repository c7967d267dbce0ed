"""A hand on the keyboard only: each stop of Tab is seen, and Enter is enough to learn."""

import pytest
from playwright.sync_api import expect

from demo.log_ins import address
from demo.names import PASSWORD

pytestmark = pytest.mark.journey
STOPS = 60
FOCUSED = """() => {
    const at = document.activeElement, look = getComputedStyle(at), box = at.getBoundingClientRect();
    return {
        name: (at.labels?.[0] ?? at).innerText?.trim() ?? "",
        outline: look.outlineStyle === "none" ? 0 : parseFloat(look.outlineWidth),
        inside: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    };
}"""


def tab_to(page, name):
    """Press Tab until what is called so has the focus; every stop on the way shows where it is."""
    for _stop in range(STOPS):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        assert at["outline"] > 0, f"no outline around {at['name']!r} on {page.url}"
        assert at["inside"], f"{at['name']!r} has the focus out of sight on {page.url}"
        if at["name"] == name:
            return
    raise AssertionError(f"{name!r} is out of reach of Tab on {page.url}")


def enter(page, name):
    tab_to(page, name)
    page.keyboard.press("Enter")


def test_lesson_is_completed_by_keyboard_alone(open_window, course):
    page = open_window()
    page.goto("/kursi/")
    enter(page, course.title)
    page.wait_for_url(f"**{course.url}")
    enter(page, "Pieteikties kursam")
    page.wait_for_url("**/accounts/login/**")
    tab_to(page, "E-pasta adrese")
    page.keyboard.type(address("ministrija"))
    tab_to(page, "Parole")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator(".kicker")).to_have_text("1. nodarbība no 5")

    enter(page, "Pabeigt un turpināt")
    expect(page.locator(".kicker")).to_have_text("2. nodarbība no 5")
    expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_skip_link_leads_past_the_menu(open_window):
    page = open_window()
    page.goto("/")
    enter(page, "Pāriet uz saturu")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_phone_menu_opens_and_closes_by_keyboard(open_window):
    page = open_window("vaditajs", width=360)
    page.goto("/")
    enter(page, "Izvēlne")
    tab_to(page, "Darbinieki")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Izvēlne")).to_be_focused()
