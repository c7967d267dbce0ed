"""A certificate's way: photographed on a phone, submitted, decided on by keyboard, seen in the balance."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.utils import timezone
from PIL import Image
from playwright.sync_api import expect

from compliance.models import ExternalCertificate, YearBalance
from demo.log_ins import address
from people.models import User
from tests.compliance.documents.uploads import pdf
from tests.journeys.steps import follow, press
from tests.journeys.watching import overflow

pytestmark = pytest.mark.journey
HOURS = Decimal("2.5")


def balance():
    person = User.objects.get(email=address("specialists"))
    row = YearBalance.objects.get(person=person, year=timezone.localdate().year, kind="training")
    return row.earned, row.pending


def photograph():
    out = BytesIO()
    Image.new("RGB", (1200, 1600), "beige").save(out, "JPEG")
    return {"name": "IMG_2041.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def upload(page, file):
    page.goto("/mans-gads/")
    follow(page, "Iesniegt apliecību")
    page.get_by_label("Fails").set_input_files(file)
    press(page, "Pievienot un turpināt")
    page.wait_for_url("**/iesniegt/*/**")


def describe(page, title, hours, day):
    page.get_by_label("Nosaukums").fill(title)
    page.get_by_label("Īstenotājs").fill("Jauna biedrība")
    for label in ("Pirmā diena", "Pēdējā diena"):
        page.get_by_label(label).fill(day.isoformat())
    page.get_by_label("Stundas", exact=True).fill(hours)
    press(page, "Iesniegt apstiprināšanai")


def test_certificate_from_a_phone_to_the_balance(open_window):
    phone, desk = open_window("specialists", width=360), open_window("vaditajs")
    earned, pending = balance()
    upload(phone, photograph())
    assert overflow(phone) == 0
    describe(phone, "Atkarību profilakse", "2,5", timezone.localdate())
    expect(phone.locator(".message")).to_contain_text("gaida apstiprinājumu")
    assert balance() == (earned, pending + HOURS)

    desk.goto("/apstiprinasana/")
    desk.get_by_role("link", name="Demo Speciālists: Atkarību profilakse").click()
    press(desk, "Apstiprināt")
    expect(desk.locator(".message")).to_have_text("Apstiprināta: Atkarību profilakse.")
    assert balance() == (earned + HOURS, pending)

    phone.goto("/mans-gads/")
    follow(phone, "Atkarību profilakse")
    expect(phone.get_by_text("Apstiprināta", exact=True)).to_be_visible()


def test_text_of_a_pdf_fills_the_form(open_window):
    page = open_window("specialists")
    text = "Apliecina dalību kursā „Ģimenes mediācija”, 12.03.2026., 16 akadēmiskās stundas"
    upload(page, {"name": "apliecība.pdf", "mimeType": "application/pdf", "buffer": pdf(text)})

    expect(page.get_by_label("Nosaukums")).to_have_value("Ģimenes mediācija")
    expect(page.get_by_label("Stundas", exact=True)).to_have_value("16")


def test_queue_is_gone_through_by_keyboard(open_window):
    page = open_window("vaditajs")
    page.goto("/apstiprinasana/")
    page.keyboard.press("/")
    expect(page.get_by_role("heading", name="Taustiņi")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(first.partition(": ")[2])

    page.keyboard.press("r")
    expect(page.get_by_label("Pamatojums")).to_be_focused()
    page.keyboard.type("Nav redzams datums")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".message-success")).to_contain_text("Atgriezta precizēšanai")
    assert ExternalCertificate.objects.filter(state="returned", reason="Nav redzams datums").count() == 1

    page.keyboard.press("a")
    expect(page.locator(".message-success")).to_contain_text("Apstiprināta: ")


def test_letters_do_nothing_once_they_are_switched_off(open_window):
    page = open_window("vaditajs")
    page.goto("/apstiprinasana/")
    press(page, "Taustiņi /")
    page.get_by_label("Lietot šos taustiņus").uncheck()
    page.reload()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")
