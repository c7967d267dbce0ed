"""A manager sees who lacks hours at once, confirms a colleague, takes the table home and invites two people."""

import csv

import pytest
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from tests.journeys.steps import follow, press, sign_in

pytestmark = pytest.mark.journey
NAME, NORM, EARNED, PENDING, MISSING, STATUS = 0, 3, 4, 5, 6, -1


@pytest.fixture
def staff(open_window):
    page = open_window("vaditajs")
    page.goto("/darbinieki/")
    return page


def shown(page):
    """Name, figures and status of each person in the table."""
    rows = page.locator("tbody tr").evaluate_all("rows => rows.map(row => [...row.cells].map(cell => cell.innerText))")
    return [
        (*(row[at] for at in (NAME, NORM, EARNED, PENDING, MISSING)), row[STATUS].lstrip("●◐○ ").splitlines()[0])
        for row in rows
    ]


def kept(row):
    """The same of a row of a file."""
    return (row[NAME], *(figure(row[at]) for at in (NORM, EARNED, PENDING, MISSING)), row[STATUS])


def figure(value):
    return "–" if value == "" else f"{value:g}".replace(".", ",") if isinstance(value, float) else value


def test_manager_lands_on_the_answer(open_window):
    page = open_window()
    page.goto("/accounts/login/")
    sign_in(page, "vaditajs")
    page.wait_for_url("**/darbinieki/")

    lacking = [row for row in shown(page) if row[4] not in ("0", "–")]
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{len(lacking)} no ")
    assert shown(page)[: len(lacking)] == lacking


def test_confirmed_colleague_joins_the_table(staff):
    press(staff, "Apstiprināt : Undīne Paraudziņa")
    expect(staff.get_by_role("heading", name="Gaida jūsu apstiprinājumu")).to_have_count(0)

    follow(staff, "Paraudziņa Undīne")
    expect(staff.get_by_role("heading", level=1)).to_contain_text("Paraudziņa Undīne: 0 no 16")


def test_files_hold_what_the_table_shows(staff):
    with staff.expect_download() as excel:
        follow(staff, "Lejupielādēt Excel")
    with staff.expect_download() as comma:
        follow(staff, "Lejupielādēt CSV")
    _heading, *of_excel = CalamineWorkbook.from_path(excel.value.path()).get_sheet_by_index(0).to_python()
    with comma.value.path().open(encoding="utf-8-sig", newline="") as file:
        _heading, *of_comma = csv.reader(file, delimiter=";")

    assert shown(staff) == [kept(row) for row in of_excel]
    assert shown(staff) == [kept(row) for row in of_comma]


def test_two_people_are_invited(staff, mailoutbox):
    follow(staff, "Uzaicināt darbiniekus")
    staff.get_by_label("E-pasta adreses").fill("anna@example.lv\nzane@example.lv")
    staff.get_by_label("Darba devējs vai struktūrvienība").select_option(label="Parauga novada sociālais dienests")
    staff.get_by_label("Amats").select_option(label="sociālais darbinieks")
    press(staff, "Nosūtīt uzaicinājumus")

    expect(staff.locator(".message")).to_contain_text("2 ")
    assert sorted(mail.to for mail in mailoutbox) == [["anna@example.lv"], ["zane@example.lv"]]
