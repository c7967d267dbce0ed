"""A manager uploads a list with two errors, mends it, confirms it and finds the people on the staff."""

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import follow, press
from tests.offices.importing.files import csv
from tests.offices.importing.lists import STAFF, person

pytestmark = pytest.mark.journey
RIGHT = person("laima.saraksta@example.lv", "Laima", "Saraksta"), person("zigurds@example.lv", "Zigurds", "Saraksts")
WRONG = (
    person("laima.saraksta@example.lv", "Laima", "Saraksta", role="soc. darb."),
    person("zigurds", "Zigurds", "Saraksts"),
)


def upload(page, *rows):
    page.get_by_label("Fails").set_input_files(
        {"name": "darbinieki.csv", "mimeType": "text/csv", "buffer": csv(STAFF, *rows, encoding="cp1257")}
    )
    press(page, "Pārbaudīt failu")


def test_a_list_with_errors_is_mended_and_imported(open_window):
    page = open_window("vaditajs")
    page.goto("/darbinieki/")
    follow(page, "Importēt no faila")

    upload(page, *WRONG)
    expect(page.get_by_role("heading", level=1)).to_have_text("Kļūdas ir 2 rindās. Nekas nav ierakstīts.")
    expect(
        page.get_by_text("2. rinda: amats „soc. darb.” nav zināms. Vai domājāt „sociālais darbinieks”?")
    ).to_be_visible()
    expect(page.get_by_text("3. rinda: „zigurds” nav e-pasta adrese.")).to_be_visible()

    follow(page, "Augšupielādēt citu failu")
    upload(page, *RIGHT)
    expect(page.get_by_role("heading", level=1)).to_have_text("Fails ir kārtībā. Vēl nekas nav ierakstīts.")
    press(page, "Apstiprināt un importēt")
    follow(page, "Uz darbinieku sarakstu")

    for name in ("Saraksta Laima", "Saraksts Zigurds"):
        expect(page.get_by_role("link", name=name)).to_be_visible()
