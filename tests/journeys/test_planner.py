"""A manager opens the planner and proposes plans; one of the staff agrees and prints theirs for the appraisal."""

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from django.utils import timezone
from playwright.sync_api import expect

from compliance.actions.employments import record_employments
from demo.names import PASSWORD
from people import groups
from people.models import Employer, Employment, Role
from tests.factories import UserFactory
from tests.journeys.steps import follow, press
from tests.journeys.watching import faults

pytestmark = pytest.mark.journey


@pytest.fixture
def colleague(site):
    """Somebody at the demo manager's office who has no hours yet."""
    person = UserFactory(first_name="Anna", last_name="Avota", password=PASSWORD, groups=[groups.SPECIALIST])
    office = Employer.objects.get(name="Parauga novada sociālais dienests")
    start = date(timezone.localdate().year, 1, 1)
    job = Employment(person=person, employer=office, role=Role.objects.get(code="carer"), start=start)
    record_employments([job], at=timezone.now())
    return person


def test_a_plan_is_proposed_agreed_and_printed(open_window, colleague):
    manager = open_window("vaditajs")
    manager.goto("/darbinieki/")
    follow(manager, "Plānotājs")
    manager.get_by_label("Avota Anna").check()
    press(manager, "Pārrēķināt")
    expect(manager.locator("tbody tr")).to_have_count(1)
    assert faults(manager) == []

    press(manager, "Piedāvāt attīstības plānus 1 darbiniekam")
    expect(manager.locator(".message")).to_have_text("Piedāvāts 1 attīstības plāns.")
    expect(manager.get_by_role("link", name="gaida piekrišanu : Avota Anna")).to_be_visible()

    person = open_window(colleague)
    person.goto("/mans-gads/")
    follow(person, "Individuālais attīstības plāns")
    expect(person.locator(".lede")).to_contain_text("vēl jāpiekrīt darbiniekam")
    planned = person.locator("tbody th").all_inner_texts()
    press(person, "Piekrist plānam")
    expect(person.locator(".lede")).to_contain_text("Saskaņots")
    assert faults(person) == []

    person.emulate_media(media="print")
    expect(person.get_by_text("Paraksts, datums").first).to_be_visible()
    expect(person.get_by_role("link", name="Lejupielādēt PDF")).not_to_be_visible()
    person.emulate_media(media="screen")
    address = person.get_by_role("link", name="Lejupielādēt PDF").get_attribute("href")
    printed = words_of(person.request.get(address).body())
    assert planned
    assert [title for title in planned if title.partition(" ")[0] not in printed] == []


def words_of(document):
    with pypdfium2.PdfDocument(BytesIO(document)) as opened:
        return " ".join(page.get_textpage().get_text_bounded() for page in opened).split()
