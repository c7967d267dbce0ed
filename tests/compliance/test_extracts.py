from datetime import date

import pytest
import time_machine

from compliance import canonical, tasks
from compliance.actions.employments import (
    change_role,
    confirm_employment,
    correct_employment,
    end_employment,
    reject_employment,
)
from compliance.actions.extracts import freeze_due, settle
from compliance.models import Extract
from people.models import Employment, Role
from tests.factories import EmployerFactory, EmploymentFactory, at
from tests.offices.staffing import earn, hire

pytestmark = pytest.mark.django_db
NOW = at(2026, 11, 22)
LEFT = date(2026, 6, 30)


@pytest.fixture
def job(alice, office):
    return hire(alice, office, start=date(2025, 3, 1))


@pytest.fixture
def left(alice, office, job, bob):
    earn(alice, "24", on=date(2025, 5, 4), title="Saruna ar klientu")
    earn(alice, "7.5", on=date(2026, 2, 3), title="Darbs ar ģimeni")
    end_employment(job, by=bob, end=LEFT, at=NOW)
    return alice


def standing():
    return Extract.objects.standing().get()


def test_an_end_in_the_past_freezes_the_years_at_once(left, office):
    extract = standing()
    facts = extract.shown
    assert (extract.employer, extract.person, extract.left_on, extract.frozen_at) == (office, left, LEFT, NOW)
    assert extract.digest == canonical.digest(extract.facts)
    assert (facts["name"], facts["employer"], facts["left_on"]) == ("Alise Ozola", office.name, "2026-06-30")
    assert [year["training"] for year in facts["years"]] == [
        {"norm": "24.00", "earned": "24.00", "missing": "0.00", "verified": False},
        {"norm": None, "earned": "7.50", "missing": None, "verified": True},
    ]


def test_entries_say_title_date_hours_provider_and_document(left):
    (entry,) = standing().shown["years"][1]["entries"]
    assert entry == {
        "title": "Darbs ar ģimeni", "date": "2026-02-03", "amount": "7.50", "unit": "academic_hours",
        "kind": "training", "provider": "", "source": "import", "evidence": "", "document": "",
        "funding": "",
    }  # fmt: skip


def test_hours_after_the_year_of_leaving_are_nobodys_business(left, office):
    earn(left, "5", on=date(2026, 10, 1), title="Tajā pašā gadā")
    with time_machine.travel(at(2027, 3, 1)):
        earn(left, "5", on=date(2026, 1, 1))
    Extract.objects.update(replaced_at=NOW)
    assert [year["year"] for year in settle(left, office, at=at(2028)).shown["years"]] == [2025, 2026]
    assert [one["title"] for one in standing().shown["years"][1]["entries"]][-1] == "Tajā pašā gadā"


def test_nothing_is_kept_while_the_work_goes_on(alice, office, job):
    assert settle(alice, office, at=NOW) is None


def test_the_last_day_itself_is_still_work(alice, office, job, bob):
    end_employment(job, by=bob, end=date(2026, 11, 22), at=NOW)
    assert Extract.objects.count() == 0
    assert freeze_due(at=at(2026, 11, 23)) == 1


def test_work_in_another_unit_or_profession_is_the_same_employer(alice, office, job, bob):
    role = Role.objects.get(pk="carer")
    after = change_role(job, role=role, on=date(2026, 3, 1), by=bob, at=NOW)
    hire(alice, EmployerFactory(parent=office), start=date(2026, 5, 1))
    end_employment(after, by=bob, end=LEFT, at=NOW)
    assert Extract.objects.count() == 0


def test_a_corrected_end_replaces_the_extract(left, bob):
    first = standing()
    correct_employment(Employment.objects.confirmed().get(), by=bob, reason="Kļūda", end=date(2026, 7, 31), at=NOW)
    second = standing()
    first.refresh_from_db()
    assert (second.replaces, second.left_on, first.replaced_at) == (first, date(2026, 7, 31), NOW)


def test_who_never_left_after_all_leaves_no_extract(left, bob):
    correct_employment(Employment.objects.confirmed().get(), by=bob, reason="Kļūda", end=None, at=NOW)
    assert Extract.objects.standing().count() == 0
    assert Extract.objects.get().replaced_at == NOW


def test_a_rejected_employment_takes_its_extract_along(left, bob):
    reject_employment(Employment.objects.confirmed().get(), by=bob, reason="Kļūda", at=NOW)
    assert Extract.objects.standing().count() == 0


def test_a_past_job_confirmed_later_is_kept_too(alice, office, bob):
    claim = EmploymentFactory(person=alice, employer=office, end=LEFT, state=Employment.State.CLAIMED)
    confirm_employment(claim, by=bob, at=NOW)
    assert standing().left_on == LEFT


def test_names_changed_later_change_nothing(left, office):
    left.first_name, left.last_name = "Dzēsts", "lietotājs"
    left.save()
    assert standing().shown["name"] == "Alise Ozola"


def test_the_daily_task_keeps_what_was_recorded_in_bulk_once(alice, office):
    hire(alice, office, end=LEFT)
    assert Extract.objects.count() == 0
    with time_machine.travel(NOW):
        assert (tasks.freeze_extracts(), tasks.freeze_extracts()) == (1, 0)


def test_last_documents_are_waited_for_until_the_15th_of_february(left):
    assert freeze_due(at=at(2027, 2, 15)) == 0
    assert freeze_due(at=at(2027, 2, 16)) == 1
    assert freeze_due(at=at(2027, 2, 17)) == 0
    assert Extract.objects.count() == 2


def test_who_comes_back_by_an_import_is_not_gone(left, office):
    hire(left, office, start=date(2026, 9, 1))
    assert freeze_due(at=NOW) == 1
    assert Extract.objects.standing().count() == 0
