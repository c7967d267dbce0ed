"""Data for the yearly report: who met the two minimums on 31 December, by employer and address."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from compliance.models import Kind, Rule
from offices.suppression import TOTAL
from offices.yearly import Yearly
from people import groups
from tests.factories import AppointmentFactory, EmployerFactory, MunicipalityFactory, UserFactory
from tests.offices.staffing import TODAY, earn, hire

pytestmark = pytest.mark.django_db
OWN, CSV, XLSX = reverse("offices:annual"), reverse("offices:annual_csv"), reverse("offices:annual_xlsx")
ALL, ALL_CSV, ALL_XLSX = (reverse(f"offices:{name}") for name in ("employers", "employers_csv", "employers_xlsx"))
LAST_YEAR = date(2025, 1, 1)


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to(f"{TODAY} 10:00 +0200", tick=False)


@pytest.fixture
def as_bob(client, bob):
    client.force_login(bob)
    return client


@pytest.fixture
def as_analyst(client):
    client.force_login(UserFactory(groups=[groups.ANALYST]))
    return client


def hired(employer, number, met=0, sessions=0, **job):
    people = UserFactory.create_batch(number)
    for at, person in enumerate(people):
        hire(person, employer, **{"start": LAST_YEAR} | job)
        if at < met:
            earn(person, "24", on=date(2025, 3, 3))
        if at < sessions:
            earn(person, "10", on=date(2025, 3, 4), kind=Kind.SUPERVISION)
    return people


def headline(response):
    text = response.content.decode()
    return " ".join(text[text.index("<h1>") + 4 : text.index("</h1>")].split())


def figures(yearly):
    return {
        str(line.place) if line.site else line.employer.name: line.hours and (line.hours.people, line.hours.met)
        for line in yearly.lines
    }


def test_the_headline_says_the_first_indicator_and_the_line_below_the_second(as_bob, office):
    hired(office, 4, met=3, sessions=1)
    response = as_bob.get(OWN, {"year": 2025})
    assert headline(response) == "Mācību norma izpildīta: 3 no 4 (75 %)."
    assert "Supervīzijas norma izpildīta: 1 no 4 (25\u00a0%)." in response.content.decode()
    assert "Pārskats par 2025. gadu jāiesniedz līdz 2026. gada 15. februārim." in response.content.decode()


def test_a_running_year_says_so(as_bob, office):
    hired(office, 1)
    text = as_bob.get(OWN, {"year": 2026}).content.decode()
    assert "Gads vēl nav beidzies. Skaitļi aprēķināti 2026. gada 22. novembrī." in text


def test_only_who_works_here_on_31_december_counts(bob, office):
    hired(office, 2, met=1)
    hired(office, 1, end=date(2025, 12, 30))
    assert figures(Yearly({"year": "2025"}, TODAY, manager=bob)) == {office.name: (2, 1)}


def test_each_unit_has_a_line_of_its_own_and_a_person_counts_once_in_the_whole(bob, office):
    unit = EmployerFactory(parent=office, name="Nodaļa", address="Liepu iela 2")
    hired(office, 1)
    (both,) = hired(unit, 1)
    hire(both, office, start=LAST_YEAR)
    yearly = Yearly({"year": "2025"}, TODAY, manager=bob)
    assert [(line.site and line.site.name, line.hours.people) for line in yearly.lines] == [
        (None, 2),
        (office.name, 2),
        ("Nodaļa", 1),
    ]
    assert yearly.lines[2].address == "Liepu iela 2"


def test_a_unit_manager_sees_the_unit_alone(office):
    unit = EmployerFactory(parent=office, name="Nodaļa")
    hired(office, 2)
    hired(unit, 3)
    manager = AppointmentFactory(employer=unit).manager
    assert figures(Yearly({"year": "2025"}, TODAY, manager=manager)) == {"Nodaļa": (3, 0)}


def test_jobs_elsewhere_are_not_told(bob, office, other_office):
    for person in hired(office, 1):
        hire(person, other_office, start=LAST_YEAR)
    assert figures(Yearly({"year": "2025"}, TODAY, manager=bob)) == {office.name: (1, 0)}


@pytest.mark.parametrize(("today", "year"), [(date(2026, 2, 15), 2025), (date(2026, 2, 16), 2026)])
def test_the_page_opens_at_the_year_whose_report_is_due_next(bob, office, today, year):
    (person, *_) = hired(office, 1)
    earn(person, "1", on=date(2025, 5, 5))
    assert Yearly({}, today, manager=bob).year == year


def test_nobody_is_an_empty_page_that_says_what_will_be_here(as_bob):
    response = as_bob.get(OWN)
    assert headline(response) == "Šajā dienā nevienam nav normas."
    assert "būs saskaitīti cilvēki" in response.content.decode()


def test_csv_holds_the_lines(as_bob, office):
    hired(office, 2, met=1, sessions=1)
    lines = as_bob.get(CSV, {"year": 2025}).getvalue().decode().splitlines()
    assert lines[1:] == [f"{office.name};visi kopā;;Ādažu novads;2025-12-31;rādīti;2;1;50;rādīti;2;1;50"]


def test_who_works_outside_the_units_is_called_so_in_the_file_too(as_bob, office):
    hired(office, 1)
    hired(EmployerFactory(parent=office, name="Nodaļa"), 1)
    lines = as_bob.get(CSV, {"year": 2025}).getvalue().decode().splitlines()
    assert [line.split(";")[1] for line in lines[1:]] == ["visi kopā", "ārpus struktūrvienībām", "Nodaļa"]


@pytest.mark.parametrize("verified", [True, False])
def test_a_norm_that_nobody_verified_is_told(as_bob, office, verified):
    Rule.objects.update(verified=verified)
    hired(office, 1)
    text = as_bob.get(OWN, {"year": 2025}).content.decode()
    assert ("Norma vēl nav pārbaudīta." in text) is not verified


@pytest.mark.parametrize("address", [XLSX, ALL_XLSX])
def test_xlsx_is_a_workbook(client, office, address):
    person = UserFactory(groups=[groups.MANAGER, groups.ANALYST])
    AppointmentFactory(manager=person, employer=office)
    client.force_login(person)
    assert client.get(address).getvalue()[:2] == b"PK"


@pytest.mark.parametrize("query", [{"year": "x"}, {"year": "1999"}, {"year": "%00"}, {"year": "9" * 40}])
def test_bad_years_are_ignored(as_bob, office, query):
    hired(office, 1)
    assert as_bob.get(OWN, query).status_code == 200


def test_the_ministry_sees_no_small_employer_nor_what_gives_it_away(as_analyst):
    municipality = MunicipalityFactory(key="gulbenes-novads-2021")
    for name, number in ("Mazais", 3), ("Vidējais", 9), ("Lielais", 30):
        hired(EmployerFactory(municipality=municipality, name=name), number)
    yearly = Yearly({"year": "2026"}, TODAY)
    assert figures(yearly) == {"Lielais": (30, 0), "Mazais": None, "Vidējais": None}
    assert yearly.data.whole[0].people == 42


def test_a_hidden_municipality_stays_hidden_where_it_has_one_employer(as_analyst):
    for key, number in ("gulbenes-novads-2021", 3), ("madonas-novads-2025", 9), ("adazu-novads-2021", 30):
        hired(EmployerFactory(municipality=MunicipalityFactory(key=key), name=key), number)
    assert figures(Yearly({"year": "2026"}, TODAY)) == {
        "adazu-novads-2021": (30, 0), "gulbenes-novads-2021": None, "madonas-novads-2025": None,
    }  # fmt: skip


def test_a_small_unit_is_not_its_employer_less_the_others():
    office = EmployerFactory(municipality=MunicipalityFactory(key="adazu-novads-2021"), name="Dienests")
    for name, number in ("Maza nodaļa", 2), ("Nodaļa", 8), ("Liela nodaļa", 20):
        hired(EmployerFactory(parent=office, name=name), number)
    shown = figures(Yearly({"year": "2026"}, TODAY))
    assert shown == {
        "Dienests": (30, 0), "Dienests, Liela nodaļa": (20, 0), "Dienests, Maza nodaļa": None, "Dienests, Nodaļa": None,
    }  # fmt: skip


def test_employers_of_a_merged_municipality_do_not_give_the_small_old_one_away():
    """The report of the day shows the merged one; by employer the two old ones must not come out."""
    for key, number in ("varaklanu-novads-2021", 3), ("madonas-novads-2021", 20), ("gulbenes-novads-2021", 30):
        hired(EmployerFactory(municipality=MunicipalityFactory(key=key), name=key), number, start=date(2024, 1, 1))
    shown = figures(Yearly({"year": "2026"}, TODAY))
    assert shown == {
        "gulbenes-novads-2021": (30, 0), "madonas-novads-2021": None, "varaklanu-novads-2021": None,
    }  # fmt: skip


def test_files_of_the_ministry_hide_what_the_page_hides(as_analyst, office, other_office):
    hired(office, 2)
    hired(other_office, 9)
    lines = as_analyst.get(ALL_CSV, {"year": 2026}).getvalue().decode().splitlines()[1:]
    assert [line.split(";")[5:] for line in lines] == [["nav rādīti", "", "", "", "nav rādīti", "", "", ""]] * 2


def test_the_whole_is_what_the_report_of_the_day_says(office, other_office):
    hired(office, 6, met=2)
    hired(other_office, 9, met=9)
    yearly = Yearly({"year": "2025"}, TODAY)
    assert yearly.data.whole[0] == yearly.data.totals.shown(TOTAL, TOTAL)


@pytest.mark.parametrize("address", [OWN, CSV, XLSX, ALL, ALL_CSV, ALL_XLSX])
def test_a_learner_sees_none_of_it(alice, address):
    client = Client()
    client.force_login(alice)
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("ministry", "queries"), [(False, 5), (True, 7)])
def test_lines_take_the_same_queries_for_any_number(bob, office, number, ministry, queries, django_assert_num_queries):
    for _ in range(number):
        hired(EmployerFactory(parent=office), 1)
    with django_assert_num_queries(queries):
        Yearly({"year": "2026"}, TODAY, manager=None if ministry else bob).lines  # noqa: B018 - reading is the point
