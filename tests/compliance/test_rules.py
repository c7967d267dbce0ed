from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from compliance.actions.employments import record_employments
from compliance.actions.rules import enact_rule, preview, replace_rule
from compliance.models import Rule, YearBalance
from people.models import Employment
from tests.factories import at

NOW = at(2026, 11, 22)


@pytest.fixture
def worker_rule(db):
    return Rule.objects.get(role="social_worker", kind="training", valid_from=date(2017, 7, 1))


@pytest.fixture
def job(alice, office):
    row = Employment(person=alice, employer=office, role_id="social_worker", start=date(2025, 1, 1))
    return record_employments([row], at=NOW)[0]


def norms():
    return list(YearBalance.objects.filter(kind="training").order_by("year").values_list("year", "required"))


def valid_on(day, kind="training"):
    """{role: (amount, verified)} of the rules in force on a day."""
    rules = Rule.objects.in_force().filter(kind=kind, valid_from__lte=day).order_by("valid_from")
    return {rule.role_id: (int(rule.amount), rule.verified) for rule in rules}


def amounts(verified):
    hours = {"social_worker": 24, "institution_head": 24, "carer": 8}
    hours |= dict.fromkeys(("social_carer", "social_rehabilitator", "social_assistance_organiser"), 16)
    return {role: (amount, verified) for role, amount in hours.items()}


def test_first_rules_say_what_the_sources_say(db):
    assert valid_on(date(2017, 6, 30)) == amounts(verified=True)
    assert valid_on(date(2017, 7, 1)) == amounts(verified=False)
    assert valid_on(date(2022, 3, 10), "supervision") == {}
    assert set(valid_on(date(2022, 3, 11), "supervision").values()) == {(10, False)}
    assert set(Rule.objects.values_list("kind", "unit")) == {
        ("training", "academic_hours"),
        ("supervision", "sessions"),
    }


def test_every_rule_cites_its_law(db):
    assert not Rule.objects.filter(citation="").exists()
    assert not Rule.objects.filter(citation_url="").exists()


def test_preview_shows_whose_balance_would_change_and_undoes_the_change(job, alice, bob, worker_rule):
    changes = preview(lambda: replace_rule(worker_rule, amount=Decimal(20), reason="Precizēts", by=bob, at=NOW))
    assert [(change.person_id, change.year, change.kind) for change in changes] == [
        (alice.pk, 2025, "training"),
        (alice.pk, 2026, "training"),
    ]
    assert [(change.before.required, change.after.required) for change in changes] == [(24, 20)] * 2
    assert norms() == [(2025, 24), (2026, 24)]
    assert Rule.objects.in_force().get(pk=worker_rule.pk).amount == 24


def test_replaced_rule_cannot_be_replaced_again(bob, worker_rule):
    replace_rule(worker_rule, amount=Decimal(20), reason="Precizēts", by=bob, at=NOW)
    with pytest.raises(ValidationError):
        replace_rule(worker_rule, amount=Decimal(21), reason="Precizēts", by=bob, at=NOW)


def test_replacing_needs_a_reason(bob, worker_rule):
    with pytest.raises(ValidationError):
        replace_rule(worker_rule, amount=Decimal(20), reason=" ", by=bob, at=NOW)


def test_rule_may_be_replaced_by_one_of_another_day(job, bob, worker_rule):
    replace_rule(worker_rule, valid_from=date(2026, 1, 1), amount=Decimal(30), reason="Cits datums", by=bob, at=NOW)
    assert norms() == [(2025, 24), (2026, 30)]


def test_two_rules_of_one_day_are_refused(worker_rule):
    with pytest.raises(ValidationError):
        enact_rule(
            role_id="social_worker", kind="training", unit="academic_hours", amount=Decimal(1),
            valid_from=date(2017, 7, 1), citation="Cits", at=NOW,
        )  # fmt: skip


def test_amount_below_nothing_is_refused(bob, worker_rule):
    with pytest.raises(ValidationError):
        replace_rule(worker_rule, amount=Decimal(-1), reason="Kļūda", by=bob, at=NOW)
