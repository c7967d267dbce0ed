"""The ministry replaces a norm: it sees what would change, saves it, and a specialist reads the new one."""

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import follow, press

pytestmark = pytest.mark.journey


def test_replaced_norm_reaches_the_specialist(open_window):
    page = open_window("ministrija")
    page.goto("/parskats/normas/")
    row = page.get_by_role("row").filter(has_text="Sociālais darbinieks").filter(has_text="Nr. 338").first
    row.get_by_role("link", name="Aizstāt").click()
    page.get_by_label("Apjoms periodā").fill("17,5")
    page.get_by_label("Norma ir pārbaudīta pēc spēkā esošā akta").check()
    page.get_by_label("Pamatojums").fill("Precizēts pēc akta.")
    press(page, "Parādīt, kas mainītos")

    expect(page.get_by_text("Sociālais darbinieks: 17,5 akadēmiskās stundas gadā.")).to_be_visible()
    expect(page.get_by_role("heading", name="Gada skaitļi mainītos")).to_be_visible()
    expect(page.get_by_role("table")).to_contain_text("24 → 17,5")
    press(page, "Saglabāt normu")
    expect(page.get_by_text("Norma ir saglabāta, un gada skaitļi ir pārrēķināti.")).to_be_visible()
    expect(page.get_by_text("Precizēts pēc akta.")).to_be_visible()

    person = open_window("specialists")
    person.goto("/mans-gads/")
    expect(person.get_by_role("heading", level=1)).to_contain_text("no 17,5 stund")
    expect(person.get_by_text("Sociālais darbinieks: 17,5 akadēmiskās stundas gadā.")).to_be_visible()
    expect(person.get_by_text("norma vēl nav pārbaudīta")).to_have_count(0)


def test_norm_of_several_years_with_other_policies_is_refused_in_the_form(open_window):
    page = open_window("ministrija", width=360)
    page.goto("/parskats/normas/")
    follow(page, "Jauna norma")
    page.get_by_label("Amats").select_option(label="aprūpētājs")
    page.get_by_label("Apjoms periodā").fill("40")
    page.get_by_label("Gadi periodā").fill("5")
    page.get_by_label("Spēkā no").fill("2027-01-01")
    page.get_by_label("Tiesību akts un tā punkts").fill("Grozījumi")
    page.get_by_label("proporcionāli nostrādātajām dienām").check()
    press(page, "Parādīt, kas mainītos")
    expect(page.get_by_role("alert")).to_contain_text("Vairāku gadu norma jāizpilda pilnā apmērā")
