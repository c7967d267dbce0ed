"""Every kind of page, narrow and wide, in light and dark: nothing for axe to find, nothing sticking out."""

import pytest

from tests.journeys.scenes import PAGES, staged
from tests.journeys.steps import press
from tests.journeys.watching import faults, overflow, overflow_of_large_letters

pytestmark = pytest.mark.journey
A4 = 674  # pixels between the margins
PRINTED = (
    "my year",
    "person",
    "development plan",
    "year statement",
    "staff",
    "years of an office",
    "data for the yearly report",
    "totals of a past year as it is now",
)


@pytest.fixture(scope="module")
def places(site):
    return staged()


@pytest.mark.parametrize("name", PAGES)
def test_page_is_for_everyone(tab_of, places, name):
    who, address = PAGES[name]
    page = tab_of(who)
    page.goto(address.format_map(places))

    assert faults(page) == []
    assert overflow_of_large_letters(page) == {360: 0, 1280: 0}


@pytest.mark.parametrize("name", PRINTED)
def test_paper_shows_all_of_a_page_and_nothing_to_press(open_window, places, name):
    who, address = PAGES[name]
    page = open_window(who, width=A4)
    page.goto(address.format_map(places))
    page.emulate_media(media="print")

    assert overflow(page) == 0
    assert page.locator("main").locator("button, input, select").locator("visible=true").count() == 0


def test_errors_of_a_form_are_for_everyone(open_window):
    page = open_window()
    page.goto("/accounts/signup/")
    press(page, "Reģistrēties")

    assert page.locator(".field-error").count() == 4
    assert faults(page) == []


def test_code_of_a_mail_is_for_everyone(open_window):
    page = open_window()
    page.goto("/accounts/signup/")
    for label, text in {"Vārds": "Ā", "Uzvārds": "Ē", "E-pasta adrese": "a@example.lv", "Parole": "gara-77-x"}.items():
        page.get_by_label(label, exact=True).fill(text)
    press(page, "Reģistrēties")

    assert page.get_by_label("Kods").is_visible()
    assert faults(page) == []


def test_unanswered_quiz_is_for_everyone(open_window, places):
    page = open_window("jautata")
    page.goto(PAGES["quiz, questions"][1].format_map(places))
    press(page, "Iesniegt atbildes")

    assert page.get_by_role("alert").is_visible()
    assert faults(page) == []


def test_expired_form_is_for_everyone(open_window):
    page = open_window()
    page.goto("/accounts/login/")
    page.context.clear_cookies()
    press(page, "Pieslēgties")

    assert faults(page) == []


def test_menu_of_a_phone_is_for_everyone(open_window):
    page = open_window("vaditajs", width=360)
    page.goto("/")
    press(page, "Izvēlne")

    assert faults(page, widths=[360]) == []


def test_paper_tells_where_a_link_leads_once_and_nothing_of_a_marked_term(open_window):
    page = open_window(width=A4)
    page.goto("/metodikas/vardarbiba/")
    page.emulate_media(media="print")

    told = "links => links.map(link => getComputedStyle(link, '::after').content)"
    assert set(page.locator(".reading a[rel=nofollow], .reading a.term").evaluate_all(told)) == {"none"}
    assert page.locator(".reading a[href^='/kursi/']").evaluate_all(told) == ['" (/kursi/e-kurss-vardarbiba/)"']
