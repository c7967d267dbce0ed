"""A manager reminds everyone behind, assigns a course, and a specialist reads it and stops such mails."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from demo.log_ins import address
from people.models import Topic, User
from people.stops import token
from tests.journeys.steps import follow, press
from tests.journeys.watching import faults

pytestmark = pytest.mark.journey
REMINDS = re.compile(r"Nosūtīt atgādinājumu \d+ darbinie")


@pytest.fixture
def staff(open_window):
    page = open_window("vaditajs")
    page.goto("/darbinieki/")
    return page


def test_everyone_behind_is_reminded_once(staff, mailoutbox):
    staff.get_by_role("link", name=REMINDS).click()
    expect(staff.get_by_role("heading", level=1)).to_contain_text("Atgādinājumu saņems")
    shown = staff.locator("input[name=person]").count()
    staff.get_by_role("button", name=REMINDS).click()

    expect(staff.locator(".message-success")).to_contain_text(f"Atgādinājums nosūtīts {shown} darbinie")
    assert len(mailoutbox) == shown
    assert {"List-Unsubscribe", "List-Unsubscribe-Post"} <= set(mailoutbox[0].message().keys())
    expect(staff.get_by_role("link", name=REMINDS)).to_have_count(0)
    follow(staff, "Atgādinājumi")
    expect(staff.get_by_role("heading", level=1)).to_have_text("Pašlaik nav neviena, kam atgādināt.")
    assert faults(staff) == []


def test_people_checked_in_the_table_are_assigned_to_a_course(staff, mailoutbox):
    staff.get_by_role("checkbox", name="Izvēlēties: Speciālists Demo").check()
    press(staff, "Norīkot uz kursu")
    staff.get_by_label("Kurss").select_option(index=1)
    staff.get_by_label("Termiņš").fill(staff.evaluate("new Date(Date.now() + 864e6).toISOString().slice(0, 10)"))
    press(staff, "Norīkot")

    expect(staff.locator(".message-success")).to_have_text("Izveidots 1 norīkojums.")
    assert [mail.to for mail in mailoutbox] == [["specialists@demo.test"]]
    assert faults(staff) == []


def test_one_is_assigned_without_javascript(open_window):
    page = open_window("vaditajs", java_script_enabled=False)
    page.goto("/darbinieki/?role=carer")
    page.locator("tbody a").first.click()
    follow(page, "Norīkot uz kursu")
    expect(page.get_by_role("checkbox")).to_be_checked()


def test_notices_are_read_in_the_portal_and_mails_are_chosen(open_window):
    page = open_window("specialists")
    page.goto("/mans-gads/pazinojumi/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("jaun")
    page.get_by_label("Lēmumi par jūsu iesniegumiem").uncheck()  # which no other story waits for
    press(page, "Saglabāt izvēli")

    expect(page.get_by_label("Lēmumi par jūsu iesniegumiem")).not_to_be_checked()
    expect(page.get_by_label("Vadītāja sūtīti atgādinājumi")).to_be_checked()


def test_link_of_a_mail_stops_its_kind_by_one_button_without_signing_in(open_window):
    page = open_window()
    page.goto(stop_address())
    assert faults(page) == []
    press(page, "Atteikties no šādām vēstulēm")

    expect(page.get_by_role("heading", level=1)).to_have_text("Šādas vēstules jums vairs nesūtīsim.")
    assert faults(page) == []


def stop_address():
    person = User.objects.get(email=address("specialists"))
    return reverse("stop_mails", args=[token(person.pk, Topic.YEAR_7)])
