"""A guest finds a course, signs up on the way into it, and leaves with a certificate that anyone can verify."""

from io import BytesIO

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.journeys.steps import code_in, follow, press, sign_in, study

pytestmark = pytest.mark.journey
NAME = {"Vārds": "Baiba", "Uzvārds": "Ābelīte", "E-pasta adrese": "baiba@example.lv", "Parole": "gara-parole-77"}
GOING_ON = {"Pabeigt un turpināt", "Iesniegt atbildes"}


def text_of(pdf):
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(BytesIO(pdf)))


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
    expect(page.get_by_role("heading", level=1)).to_have_text("Ieskaitītas 4 akadēmiskās stundas.")
    expect(page.get_by_role("region", name="Gada josta").get_by_role("img")).to_be_visible()
    assert mailoutbox[-1].to == ["baiba@example.lv"]

    pdf = page.request.get(page.get_by_role("link", name="Lejupielādēt apliecību (PDF)").get_attribute("href"))
    code = page.locator(".facts a").inner_text()
    assert (pdf.headers["content-type"], pdf.body()[:5]) == ("application/pdf", b"%PDF-")
    assert {"Apliecība", "Baiba Ābelīte", course.title} <= set(text_of(pdf.body()).splitlines())
    assert code in text_of(pdf.body())

    anyone = open_window()
    anyone.goto(f"/parbaudit/{code}/")
    expect(anyone.get_by_role("heading", level=1)).to_have_text("Apliecība ir derīga.")
    expect(anyone.locator(".facts")).to_contain_text("Baiba Ābelīte")

    follow(page, "Mans gads")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ieskaitītas 4 akadēmiskās stundas.")
    expect(page.locator(".entries").first).to_contain_text(course.title)


def test_certificate_is_four_clicks_from_the_catalogue(open_window, course):
    """Besides reading, answering and going on from lesson to lesson."""
    page = open_window("moderators")
    page.goto("/kursi/")
    clicks = [course.title, "Pieteikties kursam"]
    follow(page, clicks[0])
    press(page, clicks[1])
    clicks += study(page, course)
    clicks.append(page.locator(".button-main").inner_text())

    assert [name for name in clicks if name not in GOING_ON] == [
        "Supervīzijas saņemšana pašvaldībā",
        "Pieteikties kursam",
        "Sākt testu",
        "Lejupielādēt apliecību (PDF)",
    ]


def test_course_goes_on_where_it_was_left(open_window):
    page = open_window()
    page.goto("/mans-gads/")
    sign_in(page, "specialists")
    page.get_by_role("link", name="Turpināt").click()
    expect(page.locator(".kicker")).to_have_text("3. nodarbība no 5")
