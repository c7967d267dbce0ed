import re
from datetime import date
from decimal import Decimal
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from compliance.models import CreditEntry, YearBalance
from offices.actions.imports import abandon_import, confirm_import
from offices.models import ImportRun
from offices.tasks import abandon_forgotten_imports
from people.models import Employment, Invitation, Notice, User
from tests.database import together
from tests.factories import UserFactory
from tests.offices.importing.lists import check_staff, check_training, imported, outcomes, person, said, training
from tests.offices.staffing import NOW, completed, hire

CHECKED, IMPORTED, ABANDONED = ImportRun.State.values


@pytest.fixture
def run(bob, office):
    return check_staff(bob, office, person(), person("otra@example.lv", "Otra", "Otrā", end="31.12.2025"))


def test_a_check_writes_nothing_but_itself(run):
    assert User.objects.filter(email="jana@example.lv").count() == 0
    assert (Notice.objects.count(), Employment.objects.count(), run.state) == (0, 0, CHECKED)


def test_confirmed_people_are_on_the_staff_with_a_norm(run, bob, office):
    imported(run)
    jana = User.objects.get(email="jana@example.lv")
    job = jana.employments.get()
    assert (jana.get_full_name(), jana.has_usable_password(), jana.group_names) == (
        "Jana Jauna",
        False,
        {"Specialists"},
    )
    assert (job.state, job.decided_by, job.employer, job.start, job.end) == (
        "confirmed",
        bob,
        office,
        date(2024, 9, 1),
        None,
    )
    assert YearBalance.objects.get(person=jana, year=2026, kind="training").required == 24


@pytest.mark.parametrize(("written", "kept"), [("0,5", Decimal("0.5")), ("1", 1), ("", None)])
def test_the_workload_comes_with_the_job(bob, office, written, kept):
    imported(check_staff(bob, office, person(workload=written)))
    assert Employment.objects.get().workload == kept


def test_a_run_that_nobody_confirmed_is_abandoned_after_a_week(run, time_machine):
    for day, state in (("2026-11-29 09:00", CHECKED), ("2026-11-30 09:00", ABANDONED)):
        time_machine.move_to(f"{day} +0200")
        abandon_forgotten_imports()
        run.refresh_from_db()
        assert (run.state, bool(run.rows)) == (state, state == CHECKED)


def test_a_confirmed_run_keeps_counts_and_no_rows(run):
    done = imported(run)
    done.refresh_from_db()
    assert (done.state, done.confirmed_at, done.rows, done.counts) == (IMPORTED, NOW, [], {"account": 2})


def test_everyone_is_told_once(run, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        imported(run)
    told = Notice.objects.order_by("person__email").values_list("kind", "person__email", "state")
    assert list(told) == [("account_made", f"{name}@example.lv", "sent") for name in ("jana", "otra")]
    assert Notice.objects.first().context["link"].endswith("/accounts/password/reset/")
    assert len(mailoutbox) == 2


def test_an_account_elsewhere_gets_an_invitation(bob, charlie, office):
    imported(check_staff(bob, office, person(charlie.email)))
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.invited_by, invitation.start) == (charlie.email, bob, date(2024, 9, 1))
    assert (Notice.objects.get().kind, charlie.employments.filter(employer=office).count()) == ("invitation", 0)


def test_another_job_of_ones_staff_is_confirmed_and_told(bob, alice, office):
    imported(check_staff(bob, office, person(alice.email, role="aprūpētājs")))
    assert (alice.employments.confirmed().count(), Notice.objects.get().kind) == (2, "employment_confirmed")


def test_the_same_file_again_finds_everything_known(run, bob, office):
    imported(run)
    again = check_staff(bob, office, person(), person("otra@example.lv", "Otra", "Otrā", end="31.12.2025"))
    assert (outcomes(again), again.changes) == (["known", "known"], False)


def test_what_changed_since_the_check_is_told_and_nothing_written(run, bob, office):
    UserFactory(email="jana@example.lv")
    looked_at = imported(run)
    assert (looked_at.state, outcomes(looked_at)) == (CHECKED, ["invitation", "account"])
    assert User.objects.filter(email="otra@example.lv").count() == 0
    assert imported(looked_at).state == IMPORTED


def test_what_became_wrong_since_the_check_stops_all(bob, alice, office):
    run = check_training(bob, office, training())
    alice.employments.update(end=date(2026, 5, 4))
    looked_at = imported(run)
    assert said(looked_at) == ["2. rinda: neviens ar adresi alice@example.lv šeit 05.05.2026 nestrādāja."]
    assert (looked_at.changes, CreditEntry.objects.count()) == (False, 0)


def test_what_may_repeat_something_since_the_check_is_looked_at_once_more(bob, alice, office):
    run = check_training(bob, office, training())
    completed(alice, "Seminārs", date(2026, 5, 5))
    looked_at = imported(run)
    assert (looked_at.state, len(looked_at.warnings)) == (CHECKED, 1)
    assert imported(looked_at).state == IMPORTED


def test_only_the_uploader_decides(run, alice):
    for decide in (confirm_import, abandon_import):
        with pytest.raises(ValidationError):
            decide(run, by=alice)


def test_a_run_is_decided_once(run):
    imported(run)
    for decide in (confirm_import, abandon_import):
        with pytest.raises(ValidationError):
            decide(run, by=run.uploaded_by)


def test_a_run_with_errors_is_never_written(bob, office):
    with pytest.raises(ValidationError):
        imported(check_staff(bob, office, person(role="x")))


def test_an_abandoned_run_keeps_nobodys_data(run, bob):
    abandon_import(run, by=bob)
    run.refresh_from_db()
    assert (run.state, run.rows, run.errors) == (ABANDONED, [], [])


def test_a_new_file_puts_away_the_one_before(run, bob, office):
    new = check_staff(bob, office, person(role="x"))
    assert list(ImportRun.objects.values_list("pk", "state")) == [(new.pk, CHECKED), (run.pk, ABANDONED)]


def test_many_confirmations_at_once_write_once(own_database, run):
    answers = together(*[lambda: confirm_import(run, by=run.uploaded_by, at=NOW)] * 5)
    assert sorted(type(answer).__name__ for answer in answers) == ["ImportRun", *["ValidationError"] * 4]
    assert Employment.objects.count() == 2


def test_two_offices_that_open_one_account_at_once_open_it_once(own_database, run, bob, other_office):
    other = check_staff(UserFactory(), other_office, person())
    answers = together(*(lambda run=run: confirm_import(run, by=run.uploaded_by, at=NOW) for run in (run, other)))
    assert User.objects.filter(email="jana@example.lv").count() == 1
    assert sum(getattr(answer, "state", None) == IMPORTED for answer in answers) == 1


def test_hours_of_ones_staff_move_the_balance_at_once(bob, office):
    zane = UserFactory(email="zane@example.lv")
    hire(zane, office)
    imported(check_training(bob, office, training(zane.email, hours="24")))
    assert YearBalance.objects.get(person=zane, year=2026, kind="training").missing == 0


def test_who_got_an_account_sets_its_password_by_mail(run, client, mailoutbox):
    imported(run)
    client.post(reverse("account_reset_password"), {"email": "jana@example.lv"})
    link = re.search(r"http\S+/key/\S+", mailoutbox[0].body).group()
    asked = client.get(urlsplit(link).path, follow=True)
    client.post(asked.request["PATH_INFO"], {"password1": "drosa-parole-7", "password2": "drosa-parole-7"})
    assert User.objects.get(email="jana@example.lv").check_password("drosa-parole-7")
