from datetime import date

import pytest
from django.core.exceptions import ValidationError

from compliance.actions.employments import (
    change_role,
    claim_employment,
    confirm_employment,
    correct_employment,
    end_employment,
    record_employments,
    reject_employment,
)
from compliance.models import YearBalance
from people import groups
from people.models import Employment, Notice, Role
from tests.factories import AppointmentFactory, EmployerFactory, UserFactory, at

NOW = at(2026, 11, 22)
START = date(2025, 3, 1)
State = Employment.State


@pytest.fixture
def worker(rows):
    return Role.objects.get(pk="social_worker")


@pytest.fixture
def carer(rows):
    return Role.objects.get(pk="carer")


@pytest.fixture
def claim(alice, office, worker, bob):
    return claim_employment(person=alice, employer=office, role=worker, start=START, at=NOW)


@pytest.fixture
def job(claim, bob):
    return confirm_employment(claim, by=bob, at=NOW)


def norms(person):
    kept = YearBalance.objects.filter(person=person, kind="training").order_by("year")
    return [(balance.year, balance.required) for balance in kept]


def mails():
    return sorted((notice.kind, notice.person.email) for notice in Notice.objects.all())


def test_claim_waits_for_the_manager_and_counts_nothing(claim, alice):
    assert (claim.state, claim.claimed_at, norms(alice)) == (State.CLAIMED, NOW, [])
    assert mails() == [("employment_claimed", "bob@example.lv")]


def test_claim_at_a_unit_is_told_to_both_managers(alice, bob, office, worker):
    unit = EmployerFactory(parent=office)
    head = AppointmentFactory(employer=unit, manager__email="dace@example.lv")
    AppointmentFactory(employer=unit, end=date(2025, 1, 1))
    claim_employment(person=alice, employer=unit, role=worker, start=START, at=NOW)
    assert mails() == [("employment_claimed", "bob@example.lv"), ("employment_claimed", head.manager.email)]


def test_claim_where_nobody_manages_is_told_to_administrators(alice, office, worker):
    UserFactory(email="admin@example.lv", groups=[groups.ADMINISTRATOR])
    claim_employment(person=alice, employer=office, role=worker, start=START, at=NOW)
    assert mails() == [("employment_claimed", "admin@example.lv")]


def test_confirmed_employment_asks_its_norm_of_every_year(job, alice, bob):
    assert (job.state, job.decided_by, job.decided_at) == (State.CONFIRMED, bob, NOW)
    assert norms(alice) == [(2025, 24), (2026, 24)]
    assert ("employment_confirmed", "alice@example.lv") in mails()


def test_employment_is_confirmed_once(job, charlie):
    with pytest.raises(ValidationError):
        confirm_employment(job, by=charlie, at=NOW)


def test_nobody_decides_about_their_own_employment(bob, office, worker, carer):
    own = claim_employment(person=bob, employer=office, role=worker, start=START, at=NOW)
    for decide in (
        lambda: confirm_employment(own, by=bob, at=NOW),
        lambda: reject_employment(own, by=bob, reason="Nē", at=NOW),
        lambda: correct_employment(own, by=bob, reason="Cits", role=carer, at=NOW),
    ):
        with pytest.raises(ValidationError):
            decide()
    own.refresh_from_db()
    assert (own.state, Employment.objects.count()) == (State.CLAIMED, 1)


def test_rejected_employment_counts_no_more(job, alice, bob):
    reject_employment(job, by=bob, reason="Nestrādā", at=NOW)
    assert norms(alice) == []
    assert ("employment_rejected", "alice@example.lv") in mails()
    with pytest.raises(ValidationError):
        reject_employment(job, by=bob, reason="Nestrādā", at=NOW)


def test_rejection_does_not_undo_a_confirmation_it_did_not_see(claim, job, bob):
    for decide in (reject_employment, correct_employment):
        with pytest.raises(ValidationError):
            decide(claim, by=bob, reason="Nestrādā", at=NOW)
    job.refresh_from_db()
    assert job.state == State.CONFIRMED


def test_correction_is_a_new_row_in_place_of_the_old(job, alice, bob, carer):
    right = correct_employment(job, by=bob, reason="Aprūpētājs", role=carer, start=date(2026, 1, 1), at=NOW)
    job.refresh_from_db()
    assert (job.state, job.reason, job.replaced_by) == (State.REJECTED, "Aprūpētājs", right)
    assert (right.state, right.role, right.end, right.claimed_at) == (State.CONFIRMED, carer, None, NOW)
    assert norms(alice) == [(2026, 8)]
    assert ("employment_corrected", "alice@example.lv") in mails()


def test_correction_may_set_or_take_away_the_last_day(job, bob):
    ended = correct_employment(job, by=bob, reason="Aizgāja", end=date(2026, 2, 1), at=NOW)
    assert ended.end == date(2026, 2, 1)
    assert correct_employment(ended, by=bob, reason="Neaizgāja", end=None, at=NOW).end is None


def test_who_leaves_before_the_end_of_the_year_owes_nothing_that_year(job, alice, bob):
    ended = end_employment(job, by=bob, end=date(2026, 12, 30), at=NOW)
    assert (ended.ended_by, ended.ended_at, norms(alice)) == (bob, NOW, [(2025, 24), (2026, 0)])
    with pytest.raises(ValidationError):
        end_employment(job, by=bob, end=date(2026, 12, 31), at=NOW)


def test_person_may_end_their_own_employment_and_the_manager_is_told(job, alice):
    end_employment(job, by=alice, end=date(2026, 10, 31), at=NOW)
    assert ("employment_ended", "bob@example.lv") in mails()


def test_person_undoes_nothing_of_a_past_year(job, alice, bob):
    with pytest.raises(ValidationError):
        end_employment(job, by=alice, end=date(2025, 12, 31), at=NOW)
    assert norms(alice) == [(2025, 24), (2026, 24)]
    assert end_employment(job, by=alice, end=date(2026, 1, 1), at=NOW).ended_by == alice
    assert end_employment(job, by=bob, end=date(2025, 12, 30), at=NOW).ended_by == bob
    assert norms(alice) == [(2025, 0)]


def test_past_years_begin_at_new_year_in_riga(job, alice):
    with pytest.raises(ValidationError):
        end_employment(job, by=alice, end=date(2026, 12, 31), at=at(2027, 1, 1, 0, 0))
    assert end_employment(job, by=alice, end=date(2026, 12, 31), at=at(2026, 12, 31, 23, 59)).end == date(2026, 12, 31)


def test_person_ends_their_own_claim_as_of_any_day(claim, alice):
    assert end_employment(claim, by=alice, end=date(2025, 4, 1), at=NOW).end == date(2025, 4, 1)


def test_sixth_open_claim_is_refused(alice, office, worker):
    for _ in range(5):
        claim_employment(person=alice, employer=EmployerFactory(), role=worker, start=START, at=NOW)
    with pytest.raises(ValidationError):
        claim_employment(person=alice, employer=office, role=worker, start=START, at=NOW)
    assert alice.employments.count() == 5


def test_employment_cannot_end_before_it_begins(job, alice, bob, office, carer):
    with pytest.raises(ValidationError):
        end_employment(job, by=bob, end=date(2025, 2, 28), at=NOW)
    with pytest.raises(ValidationError):
        claim_employment(person=alice, employer=office, role=carer, start=START, end=date(2025, 2, 28), at=NOW)


@pytest.mark.parametrize(
    ("start", "end"), [(START, None), (date(2020, 1, 1), START), (date(2026, 1, 1), date(2026, 1, 2))]
)
def test_same_job_cannot_be_held_twice_at_one_time(job, alice, office, worker, start, end):
    with pytest.raises(ValidationError):
        claim_employment(person=alice, employer=office, role=worker, start=start, end=end, at=NOW)


def test_several_jobs_at_once_are_allowed(job, alice, office, other_office, worker, carer):
    claim_employment(person=alice, employer=office, role=carer, start=START, at=NOW)
    claim_employment(person=alice, employer=other_office, role=worker, start=START, at=NOW)
    assert alice.employments.count() == 3


def test_changed_role_ends_one_row_and_begins_the_next(job, alice, bob, carer):
    after = change_role(job, role=carer, on=date(2026, 7, 1), by=bob, at=NOW)
    job.refresh_from_db()
    assert (job.end, job.state, job.ended_by) == (date(2026, 6, 30), State.CONFIRMED, bob)
    assert (after.start, after.end, after.role, after.state) == (date(2026, 7, 1), None, carer, State.CONFIRMED)
    assert norms(alice) == [(2025, 24), (2026, 24)]


@pytest.mark.parametrize("on", [START, date(2025, 1, 1)])
def test_role_cannot_change_before_the_employment_begins(job, bob, carer, on):
    with pytest.raises(ValidationError):
        change_role(job, role=carer, on=on, by=bob, at=NOW)


def test_many_employments_are_recorded_with_their_balances(
    alice, charlie, office, worker, carer, django_assert_max_num_queries
):
    rows = [
        Employment(person=alice, employer=office, role=worker, start=START),
        Employment(person=charlie, employer=office, role=carer, start=date(2026, 1, 1)),
    ]
    with django_assert_max_num_queries(16):
        record_employments(rows, at=NOW)
    assert (norms(alice), norms(charlie)) == ([(2025, 24), (2026, 24)], [(2026, 8)])
    assert mails() == []


def test_recorded_employments_may_not_overlap_among_themselves(alice, office, worker):
    twice = [Employment(person=alice, employer=office, role=worker, start=START) for _time in range(2)]
    with pytest.raises(ValidationError):
        record_employments(twice, at=NOW)
    assert Employment.objects.count() == 0
