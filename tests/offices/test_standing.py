"""What the database says of people is what a plain reckoning in Python says, hours, order and sums alike."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compliance.models import YearBalance
from courses.models import CourseVersion
from lms.models import Enrolment
from offices import staff
from offices.roster import Roster
from people.models import Employment, User
from people.wording import sort_key
from tests.factories import RoleFactory
from tests.offices.staffing import NOW, TODAY

pytestmark = pytest.mark.django_db
hours = st.decimals(0, 30, places=2)


class Case(NamedTuple):
    name: str
    required: Decimal | None
    earned: Decimal
    carried: Decimal
    pending: Decimal
    under_way: list[Decimal]
    ends: list[date | None]
    has_balance: bool

    @property
    def left(self):
        return all(end and end < date(2026, 12, 31) for end in self.ends)

    @property
    def missing(self):
        return max(Decimal(0), (self.required or Decimal(0)) - self.earned - self.carried)


names = st.sampled_from(["Abele", "Ābele", "Čakste", "Cakste", "Élise", "Žagare", "o’Neil", "=1", ""])
ends = st.none() | st.dates(date(2026, 1, 1), date(2027, 2, 1)) | st.just(date(2026, 12, 31))
needed = st.none() | st.just(Decimal(0)) | st.just(Decimal(24)) | hours
cases = st.builds(
    Case, names, needed, hours, hours, hours, st.lists(hours, max_size=3), st.lists(ends, min_size=1, max_size=2),
    st.sampled_from([True, True, True, False]),
)  # fmt: skip


def status(case, *, running):
    """The rule in plain words: courses under way help only while the year runs."""
    if case.left:
        return "left"
    if not case.has_balance or not case.required:
        return "none"
    if case.earned + case.carried >= case.required:
        return "met"
    promised = case.earned + case.carried + case.pending + sum(case.under_way)
    return "on_track" if running and promised >= case.required else "behind"


def stored(cases, office, role):
    """The person of each case."""
    people = [User(last_name=case.name, email=f"p{place}@example.lv") for place, case in enumerate(cases)]
    by_person = dict(zip((person.pk for person in User.objects.bulk_create(people)), cases, strict=True))
    jobs, balances, taken = [], [], []
    for person, case in by_person.items():
        for place, end in enumerate(case.ends):
            job = {"person_id": person, "employer": office, "role": role, "start": date(2025, 1, place + 1), "end": end}
            jobs.append(Employment(**job, state="confirmed", claimed_at=NOW))
        hours = {name: getattr(case, name) for name in ("required", "earned", "carried", "pending", "missing")}
        balances += [YearBalance(person_id=person, year=2026, kind="training", **hours)] * case.has_balance
        taken += [(person, hours) for hours in case.under_way if hours]
    Employment.objects.bulk_create(jobs)
    YearBalance.objects.bulk_create(balances)
    for person, amount in taken:
        version = CourseVersion.objects.create(course_key=uuid4(), hours=amount, content={}, created_at=NOW)
        Enrolment.objects.create(person_id=person, course_key=version.course_key, version=version, enrolled_at=NOW)
    return by_person


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases=st.lists(cases, min_size=1, max_size=6), running=st.booleans())
def test_the_database_judges_as_a_plain_reckoning_does(cases, running, office, bob):
    with transaction.atomic():
        people = stored(cases, office, RoleFactory(code="social_worker"))
        today = TODAY if running else date(2027, 1, 5)
        rows = staff.staff(staff.roster(bob, 2026, today=today).confirmed(), 2026, today=today)
        sums = Roster(bob, {"year": "2026"}, today).summary if running else None
        transaction.set_rollback(True)

    assert {row.person.pk: row.status for row in rows} == {
        person: status(case, running=running) for person, case in people.items()
    }
    assert rows == sorted(rows, key=lambda row: (-row.missing, sort_key(row.name), row.person.pk))
    owing = [case for case in people.values() if status(case, running=running) in ("met", "on_track", "behind")]
    if sums:
        assert (sums.people, sums.missing) == (len(owing), sum(case.missing for case in owing))
        assert sums.earned == sum(case.earned + case.carried for case in owing)
