from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from compliance.actions import balance_rows, balances
from compliance.actions.employments import record_employments, reject_employment
from compliance.actions.external import approve_external, reject_external, submit_external
from compliance.actions.ledger import Original, award
from compliance.actions.rules import enact_rule, replace_rule
from compliance.models import Rule, YearBalance
from people.models import Employment, Role
from tests.factories import EmploymentFactory, at

NOW = at(2026, 11, 22)


def employed(person, office, role="social_worker", start=date(2024, 5, 1), end=None):
    row = Employment(person=person, employer=office, role=Role.objects.get(pk=role), start=start, end=end)
    return record_employments([row], at=NOW)[0]


def rows(person, kind="training"):
    kept = YearBalance.objects.filter(person=person, kind=kind).order_by("year")
    return list(kept.values_list("year", "required", "earned", "pending", "missing"))


def whole_table():
    return list(
        YearBalance.objects.order_by("person", "year", "kind").values_list(
            "person", "year", "kind", *balance_rows.Derived._fields
        )
    )


def outside(person, hours="6", day=date(2026, 3, 1), **more):
    return submit_external(
        person=person, title="Seminārs", provider="Biedrība", first_day=day, last_day=day, hours=Decimal(hours), at=NOW, **more
    )  # fmt: skip


def credited(person, amount, day, key="course-1"):
    award([Original(person.pk, "training", Decimal(amount), day, "course", key, "Kurss")], at=NOW)


def test_employment_opens_every_year_since_its_start(alice, office):
    employed(alice, office)
    assert rows(alice) == [(year, Decimal(24), 0, 0, Decimal(24)) for year in (2024, 2025, 2026)]
    assert rows(alice, "supervision") == [(year, Decimal(10), 0, 0, Decimal(10)) for year in (2024, 2025, 2026)]


def test_balance_knows_the_rule_that_decided(alice, office):
    employed(alice, office, start=date(2017, 5, 1), end=date(2026, 6, 30))
    decided = YearBalance.objects.filter(person=alice, kind="training").order_by("year")
    verified = [balance.rule and balance.rule.verified for balance in decided]
    assert verified == [False] * 9 + [None]
    assert [balance.left for balance in decided] == [False] * 9 + [True]


def test_hours_above_the_norm_never_make_missing_negative(alice, office):
    employed(alice, office, start=date(2026, 1, 1))
    credited(alice, "30.5", date(2026, 5, 1))
    assert rows(alice) == [(2026, Decimal(24), Decimal("30.5"), 0, 0)]


def test_hours_without_an_employment_have_a_balance_without_a_norm(alice):
    credited(alice, "4", date(2025, 5, 1))
    assert rows(alice) == [(2025, None, Decimal(4), 0, 0)]


def test_role_changed_at_mid_year_asks_the_higher_norm(alice, office):
    employed(alice, office, "carer", start=date(2026, 1, 1), end=date(2026, 6, 30))
    employed(alice, office, "social_carer", start=date(2026, 7, 1))
    assert rows(alice) == [(2026, Decimal(16), 0, 0, Decimal(16))]


def test_outside_certificate_is_pending_until_decided(alice, bob, office):
    employed(alice, office, start=date(2026, 1, 1))
    waiting = outside(alice)
    assert rows(alice) == [(2026, Decimal(24), 0, Decimal(6), Decimal(24))]
    approve_external(waiting, by=bob, at=NOW)
    assert rows(alice) == [(2026, Decimal(24), Decimal(6), 0, Decimal(18))]
    reject_external(outside(alice, "7.5"), by=bob, reason="Nav par darbu", at=NOW)
    assert rows(alice) == [(2026, Decimal(24), Decimal(6), 0, Decimal(18))]


def test_outside_hours_that_are_not_stated_as_academic_are_not_pending(alice):
    outside(alice, hours_kind="clock")
    assert [row[2:4] for row in rows(alice)] == []


def test_rejected_employment_takes_its_years_away(alice, office, bob):
    employment = employed(alice, office)
    credited(alice, "4", date(2025, 5, 1))
    reject_employment(employment, by=bob, reason="Kļūda", at=NOW)
    assert rows(alice) == [(2025, None, Decimal(4), 0, 0)]


def test_new_year_is_opened_for_those_employed_in_it(alice, charlie, office):
    employed(alice, office, start=date(2026, 1, 1))
    employed(charlie, office, start=date(2026, 1, 1), end=date(2026, 12, 31))
    balances.open_year(2027)
    balances.open_year(2027)
    assert [year for year, *_rest in rows(alice)] == [2026, 2027]
    assert [year for year, *_rest in rows(charlie)] == [2026]


def test_employment_recorded_later_reaches_the_last_open_year(alice, charlie, office):
    employed(alice, office, start=date(2026, 1, 1))
    balances.open_year(2027)
    employed(charlie, office, start=date(2026, 1, 1))
    assert rows(charlie) == rows(alice)


def test_rebuild_gives_the_same_bytes(alice, charlie, bob, office):
    employed(alice, office)
    employed(charlie, office, "carer", end=date(2025, 3, 1))
    credited(alice, "92.67", date(2025, 5, 1))
    outside(charlie)
    before = whole_table()
    YearBalance.objects.all().delete()
    assert balances.rebuild_all(at=NOW) == len(before)
    assert whole_table() == before
    assert balances.rebuild_all(at=NOW) == 0


def test_rebuild_mends_and_removes_what_the_data_do_not_say(alice, office):
    employed(alice, office, start=date(2026, 1, 1))
    YearBalance.objects.filter(kind="training").update(earned=5)
    YearBalance.objects.create(person=alice, year=2019, kind="training", earned=3)
    assert balances.differences(at=NOW) == {(alice.pk, 2026, "training"), (alice.pk, 2019, "training")}
    assert balances.rebuild_all(at=NOW) == 2
    assert rows(alice) == [(2026, Decimal(24), 0, 0, Decimal(24))]


def test_rebuild_takes_as_many_queries_for_many_as_for_few(office, django_assert_max_num_queries):
    for _number in range(3):
        EmploymentFactory(employer=office, start=date(2017, 1, 1))
    with django_assert_max_num_queries(20):
        assert balances.rebuild_all(at=NOW) == 3 * 10 * 2


def test_replaced_rule_moves_the_years_it_decides(alice, bob, office):
    employed(alice, office)
    wrong = Rule.objects.get(role="social_worker", kind="training", valid_from=date(2017, 7, 1))
    right = replace_rule(wrong, amount=Decimal(20), reason="Precizēts", by=bob, at=NOW)
    assert rows(alice) == [(year, Decimal(20), 0, 0, Decimal(20)) for year in (2024, 2025, 2026)]
    wrong.refresh_from_db()
    assert (wrong.replaced_by, wrong.amount, right.author, right.reason) == (right, 24, bob, "Precizēts")
    assert list(Rule.objects.in_force().filter(role="social_worker", valid_from=date(2017, 7, 1))) == [right]


def test_rule_from_a_day_on_leaves_earlier_years_alone(alice, office):
    employed(alice, office)
    before = rows(alice)
    enact_rule(
        role_id="social_worker", kind="training", unit="academic_hours", amount=Decimal(0),
        valid_from=date(2026, 1, 1), citation="Grozījumi", at=NOW,
    )  # fmt: skip
    assert rows(alice) == [*before[:2], (2026, 0, 0, 0, 0)]


@pytest.mark.parametrize("hours", ["-5", "0", "NaN", "0.001", "10000"])
def test_outside_hours_that_are_no_hours_are_refused(alice, hours):
    with pytest.raises(ValidationError):
        outside(alice, hours)


def test_hours_of_a_year_beyond_what_a_balance_holds_are_refused_with_the_reason(alice):
    day = date(2026, 3, 1)
    for number in range(10):
        credited(alice, "99999.99", day, key=f"course-{number}")
    with pytest.raises(ValidationError, match="nevar pārsniegt 999 999,99"):
        credited(alice, "100", day, key="course-10")
    assert rows(alice)[0][2] == Decimal("999999.90")
