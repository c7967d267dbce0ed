from datetime import date

import pytest

from compliance.actions.absences import record_absence
from compliance.actions.rules import replace_rule
from compliance.models import Rule, YearBalance
from offices.places import THEN, Row
from offices.suppression import TOTAL
from offices.totals import as_of, met_by_year
from tests.factories import EmployerFactory, MunicipalityFactory, UserFactory
from tests.offices.staffing import NOW, TODAY, earn, hire

pytestmark = pytest.mark.django_db
WORKER, CARER = "social_worker", "social_carer"


@pytest.fixture
def adazi(office):
    return Row(THEN, office.municipality.key)


@pytest.fixture
def talsi(other_office):
    return Row(THEN, other_office.municipality.key)


def hired(number, employer, role=WORKER, hours=(), **dates):
    people = UserFactory.create_batch(number)
    for person in people:
        hire(person, employer, role=role, **dates)
    for person, earned in zip(people, hours, strict=False):
        earn(person, earned)
    return people


def figures(group):
    return group and (group.people, group.met, group.earned, group.missing)


def test_a_group_sums_people_met_hours_and_missing(office, adazi):
    hired(5, office, hours=["24", "30", "20"])
    totals = as_of(TODAY, today=TODAY)
    assert figures(totals.shown(adazi, WORKER)) == (5, 2, 74, 4 + 24 + 24)
    assert totals.shown(adazi, WORKER).share == 40


def test_a_person_counts_once_in_each_municipality_and_once_in_the_total(office, other_office, adazi, talsi):
    for person in hired(5, office):
        hire(person, other_office, role=CARER)
        hire(person, EmployerFactory(parent=office), role=CARER)
    people = {place: group.people for place, group in as_of(TODAY, today=TODAY).groups["training"].items()}
    assert people[adazi, TOTAL] == people[talsi, TOTAL] == people[TOTAL, CARER] == people[TOTAL, TOTAL] == 5


def test_the_norm_is_the_highest_of_the_roles_wherever_the_person_is_counted(office, other_office, talsi):
    for person in hired(5, office):
        hire(person, other_office, role=CARER)
    assert as_of(TODAY, today=TODAY).shown(talsi, CARER).missing == 5 * 24


def test_only_jobs_valid_on_the_day_count(office, adazi):
    hired(5, office, end=date(2026, 6, 30))
    assert figures(as_of(date(2026, 6, 30), today=TODAY).shown(adazi, TOTAL)) == (5, 0, 0, 120)
    assert as_of(date(2026, 7, 1), today=TODAY).rows == set()


def test_only_hours_with_a_legal_date_up_to_the_day_count(office, adazi):
    for person in hired(5, office, start=date(2025, 1, 1)):
        earn(person, "7", on=date(2025, 12, 31))
        earn(person, "4", on=date(2026, 5, 4))
        earn(person, "2", on=date(2026, 5, 5))
    assert as_of(date(2026, 5, 4), today=TODAY).shown(adazi, TOTAL).earned == 20
    assert as_of(date(2026, 5, 5), today=TODAY).shown(adazi, TOTAL).earned == 30
    assert as_of(date(2025, 12, 31), today=TODAY).shown(adazi, TOTAL).earned == 35


def test_who_moved_owes_by_both_jobs_but_is_counted_where_they_are(office, other_office, adazi, talsi):
    for person in hired(5, office, end=date(2026, 6, 30)):
        hire(person, other_office, start=date(2026, 7, 1), role=CARER)
    totals = as_of(TODAY, today=TODAY)
    assert (totals.shown(adazi, TOTAL), totals.shown(talsi, TOTAL).missing) == (None, 5 * 24)


def test_people_without_a_norm_are_not_counted(office):
    hired(5, office, role="family_assistant")
    assert as_of(TODAY, today=TODAY).rows == set()


def test_small_groups_and_their_neighbours_are_hidden(office, other_office, adazi, talsi):
    hired(3, office, role=CARER)
    hired(9, office)
    hired(6, other_office, role=CARER)
    hired(7, other_office)
    hired(20, EmployerFactory(municipality=MunicipalityFactory(key="riga-2021")))
    totals = as_of(TODAY, today=TODAY)
    hidden = {place for place in totals.hidden["training"] if place[0] and place[0].level == THEN}
    assert hidden == {(adazi, CARER), (adazi, WORKER), (talsi, CARER), (talsi, WORKER)}
    assert list(totals.lines([adazi], [CARER, WORKER, "unknown"])) == [(adazi, CARER), (adazi, WORKER)]
    assert [totals.shown(adazi, role) for role in (CARER, WORKER)] == [None, None]
    assert totals.shown(adazi, TOTAL).people == 12


def test_norms_say_whether_they_are_verified(office):
    hired(5, office, start=date(2016, 1, 1))
    assert as_of(date(2016, 12, 31), today=TODAY).unverified is False
    assert as_of(TODAY, today=TODAY).unverified is True


def test_municipalities_stand_in_latvian_order(office):
    for key, name in ("z", "Žagares novads"), ("a", "Ābeļu novads"), ("c", "Cēsu novads"):
        hired(5, EmployerFactory(municipality=MunicipalityFactory(key=key, name=name)))
    totals = as_of(TODAY, today=TODAY)
    assert list(totals.places.named(THEN, totals.rows).values()) == ["Ābeļu novads", "Cēsu novads", "Žagares novads"]


def test_past_years_say_how_many_met_the_norm_unless_too_few(office):
    for number, year in (5, 2025), (4, 2024):
        for person in hired(number, office, start=date(year, 1, 1), end=date(year, 12, 31)):
            earn(person, "24", on=date(year, 3, 3))
    assert met_by_year(before=2026) == {2025: (5, 5)}


def ruled(role=WORKER, **changes):
    wrong = Rule.objects.in_force().get(role=role, kind="training", valid_from=date(2017, 7, 1))
    return replace_rule(wrong, reason="Precizēts", by=UserFactory(), at=NOW, **changes)


def test_who_left_counts_where_they_worked_last_when_the_norm_binds_any_day(office, adazi):
    ruled(counted="any_day")
    hired(5, office, end=date(2026, 6, 30))
    assert figures(as_of(TODAY, today=TODAY).shown(adazi, TOTAL)) == (5, 0, 0, 120)


def test_hours_of_the_whole_period_count_when_its_norm_falls_due(office, adazi):
    ruled(years=2, valid_from=date(2025, 1, 1), amount=30)
    for person in hired(5, office, start=date(2025, 1, 1), hours=["10"] * 5):
        earn(person, 20, on=date(2025, 3, 3))
    assert figures(as_of(TODAY, today=TODAY).shown(adazi, TOTAL)) == (5, 5, 150, 0)
    assert as_of(date(2025, 12, 31), today=TODAY).groups["training"] == {}


def test_report_of_today_agrees_with_the_balances_of_the_year(office, adazi):
    ruled(proration="months", absence="deducted")
    for person in hired(5, office, start=date(2026, 3, 1)):
        job = person.employments.get()
        record_absence(job, start=date(2026, 4, 1), end=date(2026, 5, 31), by=UserFactory(), at=NOW)
    owed = YearBalance.objects.filter(year=2026, kind="training").values_list("missing", flat=True)
    assert as_of(TODAY, today=TODAY).shown(adazi, TOTAL).missing == sum(owed) == 5 * 16


@pytest.mark.parametrize("number", [1, 3])
def test_the_totals_take_six_queries(office, number, django_assert_num_queries):
    hired(number, office)
    with django_assert_num_queries(6):
        as_of(TODAY, today=TODAY)
