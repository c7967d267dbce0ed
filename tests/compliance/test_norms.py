from collections import namedtuple
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.norms import LEFT, NO_NORM, Norm, required

Job = namedtuple("Job", "role_id start end", defaults=[None])
Rule = namedtuple("Rule", "id role_id amount valid_from")

WORKER = Rule(1, "worker", Decimal(24), date(2003, 6, 3))
CARER = Rule(2, "carer", Decimal(16), date(2003, 6, 3))
RULES = [WORKER, CARER]
END = date(2026, 12, 31)


def norm(*jobs, rules=RULES, on=END):
    return required(jobs, rules, on=on)


def test_open_employment_owes_the_rule_of_its_role():
    assert norm(Job("worker", date(2020, 1, 1))) == Norm(Decimal(24), 1)


@pytest.mark.parametrize("last", [date(2026, 12, 31), date(2027, 1, 1)])
def test_who_is_employed_on_31_december_owes(last):
    assert norm(Job("worker", date(2020, 1, 1), last)) == Norm(Decimal(24), 1)


@pytest.mark.parametrize("last", [date(2026, 1, 1), date(2026, 12, 30)])
def test_who_left_earlier_owes_nothing_and_has_left(last):
    assert norm(Job("worker", date(2020, 1, 1), last)) == LEFT


def test_years_before_and_after_have_no_norm():
    assert norm(Job("worker", date(2020, 1, 1), date(2025, 12, 31))) == NO_NORM
    assert norm(Job("worker", date(2027, 1, 1))) == NO_NORM


def test_role_changed_at_mid_year_owes_the_higher_of_both():
    jobs = Job("worker", date(2020, 1, 1), date(2026, 6, 30)), Job("carer", date(2026, 7, 1))
    assert norm(*jobs) == Norm(Decimal(24), 1)


def test_each_role_is_judged_by_the_rule_of_its_last_day():
    less = Rule(3, "worker", Decimal(10), date(2026, 7, 1))
    jobs = Job("worker", date(2020, 1, 1), date(2026, 6, 30)), Job("carer", date(2026, 7, 1))
    assert norm(*jobs, rules=[*RULES, less]) == Norm(Decimal(24), 1)
    assert norm(Job("worker", date(2020, 1, 1), date(2026, 7, 1)), jobs[1], rules=[*RULES, less]) == Norm(
        Decimal(16), 2
    )


def test_role_without_a_rule_has_no_norm():
    assert norm(Job("driver", date(2020, 1, 1))) == NO_NORM
    assert norm(Job("driver", date(2020, 1, 1)), Job("carer", date(2020, 1, 1))) == Norm(Decimal(16), 2)


def test_duty_that_has_ended_is_a_norm_of_nothing():
    ended = Rule(4, "worker", Decimal(0), date(2026, 1, 1))
    assert norm(Job("worker", date(2020, 1, 1)), rules=[WORKER, ended]) == Norm(Decimal(0), 4)


def test_any_day_may_stand_in_for_31_december():
    job = Job("worker", date(2026, 3, 1), date(2026, 9, 30))
    assert norm(job, on=date(2026, 2, 28)) == NO_NORM
    assert norm(job, on=date(2026, 3, 1)) == norm(job, on=date(2026, 9, 30)) == Norm(Decimal(24), 1)
    assert norm(job, on=date(2026, 10, 1)) == LEFT


days = st.dates(date(2024, 6, 1), date(2027, 6, 30))
roles = st.sampled_from(["worker", "carer", "driver"])
jobs = st.lists(
    st.builds(
        lambda role, start, length: Job(role, start, start + timedelta(length) if length is not None else None),
        roles,
        days,
        st.none() | st.integers(0, 700),
    ),
    max_size=5,
)
rules = st.lists(st.tuples(roles, days, st.integers(0, 40)), max_size=8, unique_by=lambda rule: rule[:2]).map(
    lambda drawn: [Rule(place, role, Decimal(amount), day) for place, (role, day, amount) in enumerate(drawn, 1)]
)


def day_by_day(jobs, rules, on):
    """The same by walking the year: for each role the last day it was held and the rule of that day."""
    last_day = {}
    day = date(on.year, 1, 1)
    while day <= on:
        for job in jobs:
            if job.start <= day and (job.end is None or day <= job.end):
                last_day[job.role_id] = day
        day += timedelta(1)
    if not last_day:
        return NO_NORM
    if on not in last_day.values():
        return LEFT
    owed = []
    for role, last in last_day.items():
        begun = sorted((rule.valid_from, rule) for rule in rules if rule.role_id == role and rule.valid_from <= last)
        owed += [begun[-1][1]] if begun else []
    if not owed:
        return NO_NORM
    highest = max(rule.amount for rule in owed)
    return Norm(highest, min(rule.id for rule in owed if rule.amount == highest))


@given(jobs, rules, days)
def test_norm_is_what_walking_the_year_day_by_day_gives(jobs, rules, on):
    assert required(jobs, rules, on=on) == day_by_day(jobs, rules, on)


@given(jobs, rules, days, st.randoms())
def test_norm_does_not_depend_on_the_order_of_rows(jobs, rules, on, random):
    before = required(jobs, rules, on=on)
    random.shuffle(jobs)
    random.shuffle(rules)
    assert required(jobs, rules, on=on) == before
