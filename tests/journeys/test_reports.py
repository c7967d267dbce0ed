"""A manager hands the inspection its report and takes the yearly data; the ministry looks at regions and old borders."""

import csv
import re

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.journeys.steps import follow, press

pytestmark = pytest.mark.journey


@pytest.fixture
def manager(open_window):
    page = open_window("vaditajs")
    page.goto("/darbinieki/")
    return page


@pytest.fixture
def ministry(open_window):
    page = open_window("ministrija")
    page.goto("/parskats/")
    return page


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def first_figure(page):
    return int(re.search(r"(\d+) no", page.get_by_role("heading", level=1).inner_text()).group(1))


def test_manager_downloads_the_report_and_its_annex(manager):
    with manager.expect_download() as report:
        follow(manager, "Pārskats pārbaudei (PDF)")
    with manager.expect_download() as annex:
        manager.get_by_role("navigation", name="Faili").get_by_role("link", name="CSV", exact=True).click()

    with pypdfium2.PdfDocument(report.value.path()) as document:
        assert "Parauga novada sociālais dienests" in document[0].get_textpage().get_text_bounded()
    assert table(annex.value.path())[0][:3] == ["Darbinieks", "Amats", "Nosaukums"]


def test_manager_takes_the_data_for_the_yearly_report(manager):
    follow(manager, "Dati gada pārskatam")
    expect(manager.get_by_role("heading", level=1)).to_contain_text("Mācību norma izpildīta")
    with manager.expect_download() as data:
        follow(manager, "Lejupielādēt CSV")

    heading, whole, *units = table(data.value.path())
    assert (heading[0], whole[0], len(units)) == ("Darba devējs", "Parauga novada sociālais dienests", 3)


def test_a_figure_of_a_year_leads_to_the_people_behind_it(manager):
    follow(manager, "Pa gadiem")
    manager.locator(".years a").first.click()
    follow(manager, "Rādīt, kam trūkst stundu")

    assert manager.locator("tbody tr").count() == first_figure(manager)


def test_manager_opens_the_extract_of_who_left(manager):
    manager.locator(".years a").first.click()
    follow(manager, "Paraudziņa Velga")
    with manager.expect_download() as extract:
        follow(manager, "PDF")

    with pypdfium2.PdfDocument(extract.value.path()) as document:
        assert "Izraksts: Velga Paraudziņa" in document[0].get_textpage().get_text_bounded()


def test_ministry_switches_to_a_region_and_present_borders(ministry):
    everyone = ministry.get_by_role("heading", level=1).inner_text()
    expect(ministry.get_by_role("region", name="Pa reģioniem")).to_contain_text("Latgales plānošanas reģions")
    ministry.get_by_label("Pašvaldību robežas").select_option(label="kā tagad")
    ministry.get_by_label("Reģions").select_option(label="Latgales plānošanas reģions")
    press(ministry, "Atlasīt")

    expect(ministry.locator(".kicker")).to_contain_text("Latgales plānošanas reģions")
    assert ministry.get_by_role("heading", level=1).inner_text() != everyone
    assert ministry.get_by_label("Pašvaldību robežas").input_value() == "now"
    with ministry.expect_download() as file:
        follow(ministry, "Lejupielādēt CSV")
    assert {line[0] for line in table(file.value.path())[1:]} >= {"Latgales plānošanas reģions"}


def test_ministry_sees_employers_but_no_small_one(ministry):
    follow(ministry, "Dati gada pārskatam pa darba devējiem")
    row = ministry.get_by_role("row", name="Varavīksnes novada sociālais dienests")

    expect(row).to_contain_text("nav rādīti")
