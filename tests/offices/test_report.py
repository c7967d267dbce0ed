from datetime import date

import pytest
from django.urls import reverse

from people import groups
from tests.factories import EmployerFactory, MunicipalityFactory, UserFactory
from tests.offices.staffing import TODAY, earn, hire

pytestmark = pytest.mark.django_db
PAGE, CSV, XLSX = reverse("offices:totals"), reverse("offices:totals_csv"), reverse("offices:totals_xlsx")


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to(f"{TODAY} 10:00 +0200", tick=False)


@pytest.fixture
def as_analyst(client):
    client.force_login(UserFactory(groups=[groups.ANALYST]))
    return client


@pytest.fixture
def staffed(office, other_office):
    """Six workers in Ādaži, one with the norm met; twelve in Talsi, and three carers there."""
    for employer, number, role in (
        (office, 6, "social_worker"),
        (other_office, 12, "social_worker"),
        (other_office, 3, "carer"),
    ):
        for _ in range(number):
            hire(UserFactory(last_name="Slepenā"), employer, start=date(2025, 1, 1), role=role)
    earn(office.employments.first().person, "24.5")


def headline(response):
    text = response.content.decode()
    return " ".join(text[text.index("<h1>") + 4 : text.index("</h1>")].split())


def people(lines):
    return [line.hours and line.hours.people for line in lines]


def test_the_headline_says_how_many_met_the_norm(as_analyst, staffed):
    assert headline(as_analyst.get(PAGE)) == "Norma izpildīta 1 no 21 cilvēka (4,8 %). Kopā trūkst 432 stundu."


def test_no_page_and_no_file_names_anyone(as_analyst, staffed):
    for address in PAGE, CSV:
        assert "Slepenā" not in as_analyst.get(address).getvalue().decode()


def test_small_groups_are_hidden_in_every_view_of_the_table(as_analyst, staffed, other_office):
    talsi = other_office.municipality.key
    whole = as_analyst.get(PAGE).context["report"]
    assert (people(whole.by_municipality), people(whole.by_role)) == ([6, 15], [None, None])
    carers = as_analyst.get(PAGE, {"role": "carer"}).context["report"]
    assert (people(carers.by_municipality), carers.whole.hours) == ([None], None)
    assert people(as_analyst.get(PAGE, {"municipality": talsi}).context["report"].by_role) == [None, None]


def test_a_hidden_group_is_called_so(as_analyst, staffed):
    assert headline(as_analyst.get(PAGE, {"role": "carer"})) == (
        "Šī grupa nav rādīta: tā ir pārāk maza vai ļautu aprēķināt kādu mazu grupu."
    )


def test_a_day_without_people_says_so(as_analyst, staffed):
    assert headline(as_analyst.get(PAGE, {"d": "2024-12-31"})) == "Šajā dienā nevienam nav normas."


@pytest.mark.parametrize("day", ["2026-11-23", "1999-12-31", "2026-02-30", "rīt", "", "0", "-1", "9" * 30])
def test_a_day_that_cannot_be_is_today(as_analyst, staffed, day):
    assert as_analyst.get(PAGE, {"d": day}).context["report"].day == TODAY


def test_a_refused_day_is_told(as_analyst):
    assert "Izvēlieties dienu no 2000. gada līdz šodienai." in as_analyst.get(PAGE, {"d": "x"}).content.decode()


def test_a_past_year_is_its_last_day(as_analyst, staffed, office):
    earn(office.employments.last().person, "3", on=date(2025, 4, 4))
    report = as_analyst.get(PAGE, {"year": "2025", "d": "2026-03-03"}).context["report"]
    assert (report.years, report.day) == ([2026, 2025], date(2025, 12, 31))
    assert [year for year, share in report.shares] == [2025]


@pytest.mark.parametrize("query", [{"year": "x"}, {"year": "2012"}, {"municipality": "0"}, {"role": "king"}])
def test_unknown_values_are_ignored(as_analyst, staffed, query):
    report = as_analyst.get(PAGE, query).context["report"]
    assert (report.day, people(report.by_municipality)) == (TODAY, [6, 15])


def test_csv_holds_every_group_and_every_sum(as_analyst):
    for key, name, number in ("a", "Ābeļu novads", 5), ("b", "Bērzu novads", 6):
        municipality = MunicipalityFactory(key=key, name=name, region="kurzeme")
        employer = EmployerFactory(municipality=municipality)
        for _ in range(number):
            hire(UserFactory(), employer)
    response = as_analyst.get(CSV)
    assert response.getvalue().decode().splitlines()[1:] == [
        "Ābeļu novads;sociālais darbinieks;rādīti;5;0;0;0;120;rādīti;5;0;0",
        "Ābeļu novads;Visi amati;rādīti;5;0;0;0;120;rādīti;5;0;0",
        "Bērzu novads;sociālais darbinieks;rādīti;6;0;0;0;144;rādīti;6;0;0",
        "Bērzu novads;Visi amati;rādīti;6;0;0;0;144;rādīti;6;0;0",
        "Kurzemes plānošanas reģions;sociālais darbinieks;rādīti;11;0;0;0;264;rādīti;11;0;0",
        "Kurzemes plānošanas reģions;Visi amati;rādīti;11;0;0;0;264;rādīti;11;0;0",
        "Visas pašvaldības;sociālais darbinieks;rādīti;11;0;0;0;264;rādīti;11;0;0",
        "Visas pašvaldības;Visi amati;rādīti;11;0;0;0;264;rādīti;11;0;0",
    ]
    assert response["Content-Disposition"] == 'attachment; filename="parskats-2026-11-22.csv"'


def test_files_hide_what_the_page_hides(as_analyst, staffed):
    lines = as_analyst.get(CSV, {"role": "carer"}).getvalue().decode().splitlines()
    assert lines[1:] == [
        f"{place};aprūpētājs;nav rādīti;;;;;;rādīti;0;0;"
        for place in ("Talsu novads", "Kurzemes plānošanas reģions", "Visas pašvaldības")
    ]


def test_xlsx_is_a_workbook(as_analyst, staffed):
    assert as_analyst.get(XLSX).getvalue()[:2] == b"PK"


@pytest.mark.parametrize("address", [PAGE, CSV, XLSX])
def test_a_manager_and_a_learner_may_not_see_it(client, bob, alice, address):
    for person in bob, alice:
        client.force_login(person)
        assert client.get(address).status_code == 403


def test_an_administrator_may_see_it(client):
    client.force_login(UserFactory(groups=[groups.ADMINISTRATOR]))
    assert client.get(PAGE).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_nine_queries_besides_those_of_the_menu(
    as_analyst, office, number, django_assert_max_num_queries
):
    for _ in range(number):
        hire(UserFactory(), office)
    as_analyst.get(PAGE)
    with django_assert_max_num_queries(20) as asked:
        as_analyst.get(PAGE)
    assert len([query for query in asked if "wagtailcore_" not in query["sql"]]) == 9
