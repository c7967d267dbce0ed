from collections import namedtuple
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.norms import LEFT, NO_NORM, Job, Norm, required

POLICIES = {"years": 1, "proration": "none", "absence": "shown", "several_roles": "highest", "counted": "last_day"}
Rule = namedtuple("Rule", ["id", "role_id", "amount", "valid_from", *POLICIES], defaults=POLICIES.values())

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


@pytest.mark.parametrize(
    ("proration", "start", "amount"),
    [
        ("months", date(2026, 3, 31), "20.00"),
        ("days", date(2026, 3, 31), "18.15"),
        ("months", date(2026, 1, 31), "24.00"),
        ("days", date(2026, 12, 31), "0.07"),
    ],
)
def test_norm_by_months_or_days_worked(proration, start, amount):
    rule = WORKER._replace(proration=proration)
    assert norm(Job("worker", start), rules=[rule]) == Norm(Decimal(amount), 1)


def test_job_that_runs_on_the_day_is_taken_to_last():
    rule = WORKER._replace(proration="months")
    assert norm(Job("worker", date(2026, 4, 1)), rules=[rule], on=date(2026, 4, 2)) == Norm(Decimal("18.00"), 1)


AWAY = ((date(2026, 2, 1), date(2026, 4, 30)),)


@pytest.mark.parametrize(
    ("absence", "proration", "amount"),
    [
        ("shown", "none", "24"),
        ("shown", "months", "24.00"),
        ("deducted", "none", "18.15"),
        ("deducted", "months", "18.00"),
        ("deducted", "days", "18.15"),
    ],
)
def test_absence_is_deducted_only_where_the_rule_says_so(absence, proration, amount):
    rule = WORKER._replace(absence=absence, proration=proration)
    assert norm(Job("worker", date(2020, 1, 1), None, AWAY), rules=[rule]) == Norm(Decimal(amount), 1)


def test_open_absence_leaves_nothing_to_owe():
    rule = WORKER._replace(absence="deducted")
    job = Job("worker", date(2020, 1, 1), None, ((date(2025, 6, 1), None),))
    assert norm(job, rules=[rule]) == Norm(Decimal("0.00"), 1)


def test_who_is_excused_from_one_of_two_same_jobs_owes_for_the_other():
    rule = WORKER._replace(absence="deducted")
    jobs = Job("worker", date(2020, 1, 1), None, AWAY), Job("worker", date(2020, 1, 1))
    assert norm(*jobs, rules=[rule]) == Norm(Decimal(24), 1)


def test_norms_of_several_professions_are_added_up_where_both_rules_say_so():
    jobs = Job("worker", date(2020, 1, 1)), Job("carer", date(2020, 1, 1))
    both = [rule._replace(several_roles="sum") for rule in RULES]
    assert norm(*jobs, rules=both) == Norm(Decimal(40), 1)
    assert norm(*jobs, rules=[WORKER, both[1]]) == Norm(Decimal(24), 1)


def test_whoever_was_employed_any_day_owes_where_the_rule_says_so():
    rule = WORKER._replace(counted="any_day")
    assert norm(Job("worker", date(2020, 1, 1), date(2026, 1, 1)), rules=[rule]) == Norm(Decimal(24), 1)


def test_norm_of_several_years_falls_due_in_the_last_of_each_period():
    rule = Rule(1, "worker", Decimal(100), date(2020, 7, 1), years=5)
    owed = {
        year: norm(Job("worker", date(2019, 1, 1)), rules=[rule], on=date(year, 12, 31)) for year in range(2019, 2030)
    }
    assert owed == {2019: NO_NORM} | {
        year: Norm(Decimal(100), 1, since=year - 4) if year in {2024, 2029} else Norm(Decimal(0), 1)
        for year in range(2020, 2030)
    }


days = st.dates(date(2024, 6, 1), date(2027, 6, 30))
roles = st.sampled_from(["worker", "carer", "driver"])
spans = st.builds(
    lambda start, length: (start, start + timedelta(length) if length is not None else None),
    days,
    st.none() | st.integers(0, 700),
)
jobs = st.lists(
    st.builds(
        lambda role, span, absences: Job(role, *span, tuple(absences)), roles, spans, st.lists(spans, max_size=2)
    ),
    max_size=5,
)
policies = st.tuples(
    st.sampled_from(["none", "months", "days"]),
    st.sampled_from(["shown", "deducted"]),
    st.sampled_from(["highest", "sum"]),
    st.sampled_from(["last_day", "any_day"]),
)
terms = st.tuples(st.just(1), policies) | st.tuples(st.integers(2, 4), st.just(tuple(POLICIES.values())[1:]))
rules = st.lists(st.tuples(roles, days, st.integers(0, 40), terms), max_size=8, unique_by=lambda rule: rule[:2]).map(
    lambda drawn: [
        Rule(place, role, Decimal(amount), day, years, *policies)
        for place, (role, day, amount, (years, policies)) in enumerate(drawn, 1)
    ]
)


def holds(start, end, day):
    return start <= day and (end is None or day <= end)


def works(job, day, on):
    """On days to come as on the day itself."""
    return holds(job.start, job.end, min(day, on)) and job.start <= day


def year_of(on):
    first = date(on.year, 1, 1)
    return [first + timedelta(number) for number in range((date(on.year + 1, 1, 1) - first).days)]


def amount_of(rule, jobs, on):
    """The amount by walking the year: which days bind, and what part of it they are."""
    if rule.years > 1:
        return rule.amount if (on.year - rule.valid_from.year) % rule.years == rule.years - 1 else Decimal(0)
    year = year_of(on)
    held, bound = [], []
    for day in year:
        here = [job for job in jobs if job.role_id == rule.role_id and works(job, day, on)]
        excused = [job for job in here if any(holds(*away, day) for away in job.absences)]
        held += [day] if here else []
        bound += [day] if here and (rule.absence == "shown" or len(excused) < len(here)) else []
    part, whole = {
        "none": (len(year) - len(held) + len(bound), len(year)),
        "days": (len(bound), len(year)),
        "months": (len({day.month for day in bound}), 12),
    }[rule.proration]
    return round(rule.amount * part / whole + Decimal("1e-12"), 2)


def day_by_day(jobs, rules, on):
    """The same by walking the year: for each role the last day it was held and the rule of that day."""
    last_day = {}
    for day in year_of(on):
        for job in jobs:
            if day <= on and holds(job.start, job.end, day):
                last_day[job.role_id] = day
    if not last_day:
        return NO_NORM
    owed = []
    for role, last in last_day.items():
        begun = sorted((rule.valid_from, rule) for rule in rules if rule.role_id == role and rule.valid_from <= last)
        owed += [(amount_of(begun[-1][1], jobs, on), begun[-1][1])] if begun else []
    if on not in last_day.values():
        owed = [(amount, rule) for amount, rule in owed if rule.counted == "any_day"]
        if not owed:
            return LEFT
    if not owed:
        return NO_NORM
    added = [(amount, rule) for amount, rule in owed if rule.several_roles == "sum"]
    highest, together = max(amount for amount, rule in owed), sum(amount for amount, rule in added)
    amount, deciding = (together, added) if together > highest else (highest, owed)
    most = max(amount for amount, rule in deciding)
    rule = min((rule for amount, rule in deciding if amount == most), key=lambda rule: rule.id)
    due = rule.years > 1 and (on.year - rule.valid_from.year) % rule.years == rule.years - 1
    return Norm(amount, rule.id, since=on.year - rule.years + 1 if due else None)


@given(jobs, rules, days)
def test_norm_is_what_walking_the_year_day_by_day_gives(jobs, rules, on):
    assert required(jobs, rules, on=on) == day_by_day(jobs, rules, on)


@given(jobs, rules, days, st.randoms())
def test_norm_does_not_depend_on_the_order_of_rows(jobs, rules, on, random):
    before = required(jobs, rules, on=on)
    random.shuffle(jobs)
    random.shuffle(rules)
    assert required(jobs, rules, on=on) == before
