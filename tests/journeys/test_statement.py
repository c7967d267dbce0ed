"""A specialist reaches the norm; the statement is there, an auditor opens it by a link, and the link is withdrawn."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from compliance.actions.ledger import Original, award
from compliance.models import YearBalance
from demo.log_ins import address
from people.models import User
from tests.journeys.steps import follow, press

pytestmark = pytest.mark.journey


def meet_the_norm(person):
    today = timezone.localdate()
    missing = YearBalance.objects.get(person=person, year=today.year, kind="training").missing
    hours = missing or Decimal(1)
    award(
        [Original(person.pk, "training", hours, today - timedelta(days=1), "event", "žēlastība", "Seminārs par krīzi")]
    )


def test_statement_goes_from_the_norm_to_the_auditor_and_back(open_window, mailoutbox):
    person = User.objects.get(email=address("specialists"))
    page = open_window("specialists")
    meet_the_norm(person)

    assert "gada izziņa ir gatava" in mailoutbox[-1].subject
    page.goto("/mans-gads/")
    follow(page, f"Gada izziņa par {timezone.localdate().year}. gadu")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Norma izpildīta.")
    pdf = page.request.get(page.get_by_role("link", name="Atvērt PDF").get_attribute("href"))
    assert pdf.body()[:5] == b"%PDF-"

    page.get_by_label("7 dienas").check()
    press(page, "Izveidot saiti")
    link = page.get_by_label("Saites adrese").input_value().partition("8000")[2]

    auditor = open_window(width=360)
    auditor.goto(link)
    expect(auditor.get_by_role("heading", level=1)).to_contain_text("Norma izpildīta.")
    expect(auditor.locator(".entries")).to_contain_text("Seminārs par krīzi")

    page.get_by_role("button", name="Atsaukt").click()
    expect(page.get_by_role("status")).to_have_text("Saite ir atsaukta.")
    assert auditor.request.get(link).status == 410
