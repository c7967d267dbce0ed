"""Whatever comes in whatever order, the balances are what a plain recomputation from the ledger gives."""

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from compliance import canonical
from compliance.actions import balances
from compliance.actions.absences import record_absence, withdraw_absence
from compliance.actions.employments import end_employment, record_employments, reject_employment
from compliance.actions.ledger import Original, award, correct
from compliance.actions.rules import enact_rule, replace_rule
from compliance.models import CreditEntry, Rule, YearBalance
from people.models import Absence, Employment
from tests.factories import EmployerFactory, UserFactory, at

NOW = at(2026, 11, 22)
FIRST, LAST = 2022, 2026
UNITS = {"training": "academic_hours", "supervision": "sessions"}

days = st.dates(date(FIRST, 1, 1), date(LAST, 11, 22))
lengths = st.none() | st.integers(0, 600)
amounts = st.decimals(Decimal("0.25"), 40, places=2)
kinds = st.sampled_from(sorted(UNITS))
roles = st.sampled_from(["social_worker", "carer"])
picks = st.integers(0, 1000)
terms = st.builds(
    dict,
    amount=st.integers(0, 40).map(Decimal),
    years=st.just(1),
    proration=st.sampled_from(["none", "months", "days"]),
    absence=st.sampled_from(["shown", "deducted"]),
    several_roles=st.sampled_from(["highest", "sum"]),
    counted=st.sampled_from(["last_day", "any_day"]),
) | st.builds(dict, amount=st.integers(0, 200).map(Decimal), years=st.integers(2, 3))


class AnyOrder(RuleBasedStateMachine):
    """Two people, two employers; what the actions refuse changes nothing."""

    def __init__(self):
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.keys = count()

    def teardown(self):
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    @initialize()
    def people_and_places(self):
        self.by = UserFactory()
        self.people = [UserFactory(), UserFactory()]
        self.places = [EmployerFactory(), EmployerFactory()]

    def tried(self, action, *args, **kwargs):
        with suppress(ValidationError, ValueError), transaction.atomic():
            action(*args, at=NOW, **kwargs)

    def picked(self, rows, pick):
        rows = list(rows.order_by("pk"))
        return rows[pick % len(rows)] if rows else None

    @rule(who=picks, where=picks, role=roles, start=days, length=lengths)
    def employ(self, who, where, role, start, length):
        end = start + timedelta(length) if length is not None else None
        row = Employment(
            person=self.people[who % 2], employer=self.places[where % 2], role_id=role, start=start, end=end
        )
        self.tried(record_employments, [row])

    @rule(pick=picks, end=days)
    def end(self, pick, end):
        if job := self.picked(Employment.objects.confirmed().filter(person__in=self.people), pick):
            self.tried(end_employment, job, by=self.by, end=end)

    @rule(pick=picks)
    def reject(self, pick):
        if job := self.picked(Employment.objects.confirmed().filter(person__in=self.people), pick):
            self.tried(reject_employment, job, by=self.by, reason="Kļūda")

    @rule(who=picks, kind=kinds, amount=amounts, day=days)
    def credit(self, who, kind, amount, day):
        key = f"key-{next(self.keys)}"
        original = Original(self.people[who % 2].pk, kind, amount, day, "event", key, "Seminārs", unit=UNITS[kind])
        self.tried(award, [original])

    @rule(pick=picks, amount=amounts, day=days)
    def correct(self, pick, amount, day):
        if entry := self.picked(CreditEntry.objects.standing(), pick):
            self.tried(correct, entry, reason="Kļūda", by=self.by, amount=amount, legal_date=day)

    @rule(pick=picks, start=days, length=lengths)
    def excuse(self, pick, start, length):
        if job := self.picked(Employment.objects.confirmed().filter(person__in=self.people), pick):
            end = start + timedelta(length) if length is not None else None
            self.tried(record_absence, job, start=start, end=end, by=self.by)

    @rule(pick=picks)
    def withdraw(self, pick):
        if absence := self.picked(Absence.objects.standing(), pick):
            self.tried(withdraw_absence, absence, by=self.by)

    @rule(role=roles, kind=kinds, day=days, terms=terms)
    def enact(self, role, kind, day, terms):
        self.tried(enact_rule, role_id=role, kind=kind, unit=UNITS[kind], valid_from=day, citation="Akts", **terms)

    @rule(pick=picks, day=days, terms=terms)
    def replace(self, pick, day, terms):
        usual = {"proration": "none", "absence": "shown", "several_roles": "highest", "counted": "last_day"}
        norms = Rule.objects.in_force().filter(role__in=["social_worker", "carer"])
        self.tried(replace_rule, self.picked(norms, pick), reason="Kļūda", by=self.by, valid_from=day, **usual | terms)

    @invariant()
    def balances_are_what_the_data_say(self):
        kept = YearBalance.objects.values_list("person_id", "year", "kind", "required", "earned", "carried", "missing")
        assert set(kept) == set(recomputed())


def recomputed():
    """Plainly, day by day, from the rows as they stand."""
    jobs = list(Employment.objects.filter(state="confirmed").select_related("employer"))
    absences = list(Absence.objects.filter(withdrawn_at=None))
    entries = list(CreditEntry.objects.all())
    norms = list(Rule.objects.filter(replaced_by=None))
    everyone = {row.person_id for row in (*jobs, *entries)}
    for person in everyone:
        mine = [job for job in jobs if job.person_id == person]
        away = [absence for absence in absences if absence.person_id == person]
        for year in range(FIRST, LAST + 1):
            worked = {day: [job for job in mine if holds(job, day)] for day in days_of(year)}
            has_entries = any(entry.year == year and entry.person_id == person for entry in entries)
            if not any(worked.values()) and not has_entries:
                continue
            for kind in UNITS:
                earned = {
                    one: sum(e.amount for e in entries if (e.person_id, e.year, e.kind) == (person, one, kind))
                    for one in range(FIRST - 3, LAST + 1)
                }
                required, since = owed(worked, away, [norm for norm in norms if norm.kind == kind], year)
                carried = sum(earned[one] for one in range(since, year))
                missing = max(0, (required or 0) - earned[year] - carried)
                yield person, year, kind, required, earned[year], carried, missing


def days_of(year):
    first = date(year, 1, 1)
    return [first + timedelta(number) for number in range((date(year + 1, 1, 1) - first).days)]


def holds(row, day):
    return row.start <= day and (row.end is None or day <= row.end)


def owed(worked, away, norms, year):
    """(required, the first year whose hours count)."""
    last = {job.role_id: day for day, jobs in worked.items() for job in jobs}
    if not last:
        return None, year
    stayed = date(year, 12, 31) in last.values()
    asked = []
    for role, day in last.items():
        begun = [norm for norm in norms if norm.role_id == role and norm.valid_from <= day]
        if begun and (stayed or max(begun, key=began).counted == "any_day"):
            asked.append(max(begun, key=began))
    if not asked:
        return (None if stayed else 0), year
    parts = [(part(norm, worked, away, year), norm) for norm in asked]
    together = sum(amount for amount, norm in parts if norm.several_roles == "sum")
    highest, deciding = max(parts, key=lambda one: (one[0], -one[1].pk))
    if together > highest:
        return together, year
    return highest, year - deciding.years + 1 if falls_due(deciding, year) else year


def began(norm):
    return norm.valid_from


def falls_due(norm, year):
    return (year - norm.valid_from.year + 1) % norm.years == 0


def part(norm, worked, away, year):
    if norm.years > 1:
        return norm.amount if falls_due(norm, year) else 0
    held = {day: [job for job in jobs if job.role_id == norm.role_id] for day, jobs in worked.items()}
    held = {day: jobs for day, jobs in held.items() if jobs}
    bound = [
        day
        for day, jobs in held.items()
        if norm.absence == "shown"
        or any(not any(one.employer_id == job.employer_id and holds(one, day) for one in away) for job in jobs)
    ]
    whole = len(worked)
    share = {
        "none": Decimal(whole - len(held) + len(bound)) / whole,
        "days": Decimal(len(bound)) / whole,
        "months": Decimal(len({day.month for day in bound})) / 12,
    }[norm.proration]
    return (norm.amount * share + Decimal("1e-9")).quantize(Decimal("0.01"))


@pytest.mark.django_db
def test_any_order_gives_what_a_plain_recomputation_gives():
    run_state_machine_as_test(
        AnyOrder,
        settings=settings(
            max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


def bytes_of(year):
    """The rows of a year as canonical JSON."""
    rows = YearBalance.objects.filter(year=year).order_by("person", "kind")
    names = "person_id", "year", "kind", "rule_id", "required", "earned", "carried", "pending", "missing"
    return canonical.written({"rows": list(rows.values(*names))}).encode()


@pytest.mark.django_db
def test_old_year_recomputed_under_its_own_norms_has_the_same_bytes(alice, bob, office):
    row = Employment(person=alice, employer=office, role_id="social_worker", start=date(2023, 3, 1))
    (job,) = record_employments([row], at=NOW)
    award([Original(alice.pk, "training", Decimal("7.5"), date(2023, 5, 31), "event", "a", "Seminārs")], at=NOW)
    record_absence(job, start=date(2023, 6, 1), end=date(2023, 8, 31), by=bob, at=NOW)
    before = bytes_of(2023)
    enact_rule(
        role_id="social_worker", kind="training", unit="academic_hours", amount=Decimal(40), proration="days",
        absence="deducted", valid_from=date(2024, 1, 1), citation="Akts", at=NOW,
    )  # fmt: skip
    YearBalance.objects.filter(year=2023).delete()
    balances.rebuild_all(at=NOW)
    assert bytes_of(2023) == before
    assert bytes_of(2024) != before
