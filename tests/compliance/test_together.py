"""Two windows, two managers, two machines: everything that can meet at one moment happens once."""

from datetime import date
from decimal import Decimal
from functools import partial
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from compliance import audit
from compliance.actions import balances
from compliance.actions.certificates import keep_pdf
from compliance.actions.employments import claim_employment, confirm_employment, reject_employment
from compliance.actions.external import approve_external, submit_external
from compliance.actions.invitations import invite
from compliance.actions.ledger import AlreadyCredited, Original, award
from compliance.actions.rules import replace_rule
from compliance.actions.sealing import seal_ledger
from compliance.actions.statements import settle
from compliance.models import Certificate, CreditEntry, Rule, Seal, YearBalance
from people.models import Notice, Role
from tests.database import together
from tests.factories import UserFactory, at, submitted

from .stating import employed
from .test_certificates import issued

NOW = at(2026, 11, 22)
TIMES = 6

pytestmark = pytest.mark.usefixtures("own_database")


def hours(person, key):
    return Original(person.pk, "training", Decimal(4), date(2026, 5, 31), "course", key, "Kurss")


def test_one_credit_awarded_at_once_is_written_once(alice):
    results = together(*[lambda: award([hours(alice, "a")], at=NOW)] * TIMES)
    assert [type(result) for result in results].count(AlreadyCredited) == TIMES - 1
    assert CreditEntry.objects.count() == 1


def test_credits_awarded_at_once_make_one_chain_and_a_right_balance(alice, bob):
    def pair(key, first, second):
        return lambda: award([hours(first, key), hours(second, key)], at=NOW)

    together(*(pair(str(number), *((alice, bob) if number % 2 else (bob, alice))) for number in range(TIMES)))
    assert CreditEntry.objects.count() == 2 * TIMES
    assert YearBalance.objects.get(person=alice, kind="training").earned == 4 * TIMES
    assert list(audit.findings()) == []


def test_a_new_norm_and_employments_confirmed_at_once_agree(alice, bob, charlie, office):
    worker = Role.objects.get(pk="social_worker")
    norm = Rule.objects.in_force().get(role=worker, kind="training", valid_from=date(2017, 7, 1))
    people = [alice, charlie, *(UserFactory() for _more in range(TIMES))]
    claims = [
        claim_employment(person=one, employer=office, role=worker, start=date(2026, 1, 1), at=NOW) for one in people
    ]

    def replace():
        return replace_rule(norm, amount=Decimal(30), reason="Precizēts", by=bob, at=NOW)

    results = together(*(partial(confirm_employment, claim, by=bob, at=NOW) for claim in claims), replace)
    assert [result for result in results if isinstance(result, Exception)] == []
    assert balances.differences(at=NOW) == set()


def test_hours_and_employment_at_once_both_reach_the_balance(alice, bob, office):
    worker = Role.objects.get(pk="social_worker")
    claim = claim_employment(person=alice, employer=office, role=worker, start=date(2026, 1, 1), at=NOW)
    together(lambda: award([hours(alice, "a")], at=NOW), lambda: confirm_employment(claim, by=bob, at=NOW))
    balance = YearBalance.objects.get(person=alice, kind="training")
    assert (balance.required, balance.earned, balance.missing) == (24, 4, 20)
    assert balances.differences(at=NOW) == set()


def test_claim_confirmed_by_two_managers_is_confirmed_once(alice, bob, office):
    worker = Role.objects.get(pk="social_worker")
    claim = claim_employment(person=alice, employer=office, role=worker, start=date(2026, 1, 1), at=NOW)
    results = together(*(lambda by=by: confirm_employment(claim, by=by, at=NOW) for by in (bob, UserFactory())))
    assert [type(result) for result in results].count(ValidationError) == 1


def test_claim_confirmed_and_rejected_at_once_stays_as_the_first_decided(alice, bob, office):
    worker = Role.objects.get(pk="social_worker")
    claim = claim_employment(person=alice, employer=office, role=worker, start=date(2026, 1, 1), at=NOW)
    results = together(
        lambda: confirm_employment(claim, by=bob, at=NOW),
        lambda: reject_employment(claim, by=UserFactory(), reason="Nestrādā", at=NOW),
    )
    (decided,) = [result for result in results if not isinstance(result, ValidationError)]
    claim.refresh_from_db()
    assert claim.state == decided.state


def test_people_invited_at_once_are_invited_once(bob, office):
    asked = {"employer": office, "role": Role.objects.get(pk="social_worker"), "start": date(2026, 1, 1), "by": bob}
    results = together(*[lambda: invite(**asked, emails=["dace@example.lv", "eva@example.lv"], at=NOW)] * TIMES)
    assert sorted(map(len, results)) == [0] * (TIMES - 1) + [2]
    assert Notice.objects.filter(kind="invitation").count() == 2


def test_outside_certificate_approved_at_once_is_credited_once(alice, bob):
    day = date(2026, 5, 1)
    outside = submit_external(
        person=alice, title="Kursi", provider="Biedrība", first_day=day, last_day=day, hours=Decimal(6), at=NOW
    )
    results = together(*[lambda: approve_external(outside, by=bob, at=NOW)] * TIMES)
    assert [type(result) for result in results].count(ValidationError) == TIMES - 1
    assert YearBalance.objects.get(person=alice, kind="training").earned == 6


def test_a_hundred_certificates_are_each_approved_at_one_instant_by_two_and_credited_once(alice, bob):
    meeting = Barrier(2, timeout=60)
    with transaction.atomic():
        waiting = [submitted(alice) for _time in range(100)]

    def approve_all():
        return [approved(certificate) for certificate in waiting]

    def approved(certificate):
        meeting.wait()
        try:
            return approve_external(certificate, by=bob, at=NOW)
        except ValidationError as refusal:
            return refusal.messages[0]

    answers = [answer for one in together(approve_all, approve_all) for answer in one]
    assert answers.count("Šo iesniegumu jau izskatīja cits apstiprinātājs.") == 100
    assert CreditEntry.objects.count() == 100
    assert YearBalance.objects.get(person=alice, kind="training").earned == 600
    assert list(audit.findings()) == []


def test_statement_settled_by_two_tasks_at_once_is_issued_once(alice, bob, office):
    employed(alice, office)
    award([hours(alice, str(number)) for number in range(TIMES)], at=NOW)
    Certificate.objects.all().delete()  # what the award's own task has issued
    Notice.objects.all().delete()
    results = together(*[lambda: settle([alice.pk], at=NOW)] * TIMES)
    assert (results, Certificate.objects.count(), Notice.objects.count()) == ([None] * TIMES, 1, 1)


def test_pdf_asked_for_at_once_is_one_file(alice, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    certificate = issued(alice)
    results = together(*[lambda: keep_pdf(type(certificate).objects.get(), site="http://x")] * TIMES)
    assert len(set(results)) == 1
    assert len(list(tmp_path.rglob("*.pdf"))) == 1


def test_seals_at_once_and_while_hours_are_written_are_one_and_sound(alice):
    writes = [lambda number=number: award([hours(alice, str(number))], at=NOW) for number in range(TIMES)]
    together(*writes, *[lambda: seal_ledger(at=NOW)] * 2)
    assert Seal.objects.count() == 1
    assert list(audit.findings()) == []
