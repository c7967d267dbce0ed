from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from compliance.actions.rules import replace_rule
from compliance.models import Kind, Rule
from offices.history import History
from offices.roster import Roster
from tests.factories import EmployerFactory, UserFactory
from tests.offices.staffing import NOW, TODAY, earn, hire

pytestmark = pytest.mark.django_db
PAGE = reverse("offices:years")


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to(f"{TODAY} 10:00 +0200", tick=False)


@pytest.fixture
def as_bob(client, bob):
    client.force_login(bob)
    return client


def hired(employer, hours, since=2025, **job):
    for earned in hours:
        person = UserFactory()
        hire(person, employer, start=date(since, 1, 1), **job)
        if earned:
            earn(person, earned, on=date(2025, 4, 4))


def history(manager, **query):
    return History(manager, query, TODAY)


def headline(response):
    text = response.content.decode()
    return " ".join(text[text.index("<h1>") + 4 : text.index("</h1>")].split())


def test_each_year_says_how_many_had_the_hours(bob, office):
    hired(office, ["24", "20", "0.5"])
    running, past = history(bob).rows
    assert (past.year, past.people, past.met, past.lacking, past.share) == (2025, 3, 1, 2, Decimal("33.3"))
    assert (past.earned, past.missing) == (44.5, 27.5)
    assert (running.year, running.people, running.met) == (2026, 3, 0)


def test_the_page_says_when_norms_are_not_verified(as_bob, office):
    hired(office, ["24"])
    assert "Daļa šo normu vēl nav pārbaudīta." in as_bob.get(PAGE).content.decode()
    Rule.objects.update(verified=True)
    assert "nav pārbaudīta" not in as_bob.get(PAGE).content.decode()


def test_hours_of_the_whole_period_meet_the_norm_of_its_last_year(bob, office):
    norm = Rule.objects.in_force().get(role="social_worker", kind="training", valid_from=date(2017, 7, 1))
    replace_rule(norm, years=2, valid_from=date(2025, 1, 1), amount=Decimal(30), reason="Precizēts", by=bob, at=NOW)
    hired(office, ["30", "20"])
    assert [(row.year, row.people, row.met) for row in history(bob).rows] == [(2026, 2, 1), (2025, 0, 0)]


def test_steps_say_how_many_lack_how_much(bob, office):
    hired(office, ["24", "30", "20", "19.5", "8", "7.5"])
    assert [(gap.key, people) for gap, people in history(bob, year="2025").steps] == [
        ("0", 2), ("4", 1), ("8", 1), ("16", 1), ("more", 1),
    ]  # fmt: skip


def test_sessions_stand_beside_hours(bob, office):
    hired(office, ["24", "24"])
    earn(office.employments.first().person, "10", on=date(2025, 5, 5), kind=Kind.SUPERVISION)
    past = history(bob).rows[1]
    assert (past.sessions_met, past.sessions_people) == (1, 2)


def test_who_left_before_the_last_day_of_a_year_is_not_counted_in_it(bob, office):
    hired(office, ["24"])
    hired(office, ["2"], end=date(2025, 12, 30))
    hired(office, ["2"], end=date(2025, 12, 31))
    assert [row.people for row in history(bob).rows] == [1, 2]


@pytest.mark.parametrize("lacks", ["0", "4", "8", "16", "more", "any", ""])
def test_every_figure_leads_to_as_many_people(bob, office, lacks):
    hired(office, ["24", "30", "20", "19.5", "8", "7.5"])
    told = history(bob, year="2025")
    counted = {gap.key: people for gap, people in told.steps} | {"any": told.chosen.lacking, "": told.chosen.people}
    assert len(Roster(bob, {"year": "2025", "lacks": lacks}, TODAY).rows) == counted[lacks]


def test_a_unit_is_told_alone(bob, office):
    unit = EmployerFactory(parent=office, name="Nodaļa")
    hired(office, ["24"])
    hired(unit, ["3", "4"])
    assert [row.people for row in history(bob, unit=str(unit.pk)).rows] == [2, 2]
    assert [row.people for row in history(bob, unit=str(office.pk)).rows] == [3, 3]


def test_another_office_is_no_choice(bob, office, other_office):
    hired(office, ["24"])
    hired(other_office, ["24", "24"])
    asked = history(bob, unit=str(other_office.pk))
    assert (asked.unit, asked.rows[0].people) == (None, 1)


def test_the_headline_says_the_year_and_compares_with_the_one_before(as_bob, office):
    hired(office, ["24", "3"])
    response = as_bob.get(PAGE)
    assert headline(response) == "2026. gadā norma izpildīta: 0 no 2 (0 %)."
    assert "Gadu iepriekš: 50\u00a0%." in response.content.decode()


def test_an_empty_office_has_a_page_too(as_bob):
    assert headline(as_bob.get(PAGE)) == "Šogad nevienam darbiniekam nav normas."


@pytest.mark.parametrize("query", [{"year": "x"}, {"unit": "x"}, {"unit": "9" * 30}, {"year": "\x00"}])
def test_bad_values_are_ignored(as_bob, office, query):
    hired(office, ["24"])
    assert as_bob.get(PAGE, query).status_code == 200


def test_only_managers_enter(client, alice):
    client.force_login(alice)
    assert client.get(PAGE).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_all_years_take_three_queries(bob, office, number, django_assert_num_queries):
    hired(office, ["24"] * number)
    with django_assert_num_queries(3):
        history(bob).rows  # noqa: B018 - reading is the point
