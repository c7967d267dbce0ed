from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from people import groups
from people.models import Employment
from tests.factories import AppointmentFactory, EmployerFactory, EmploymentFactory, UserFactory
from tests.offices.staffing import TODAY, earn, hire

pytestmark = pytest.mark.django_db
STAFF, CSV, XLSX = reverse("offices:staff"), reverse("offices:staff_csv"), reverse("offices:staff_xlsx")


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to(f"{TODAY} 10:00 +0200", tick=False)


@pytest.fixture
def as_bob(client, bob):
    client.force_login(bob)
    return client


def headline(response):
    text = response.content.decode()
    return " ".join(text[text.index("<h1>") + 4 : text.index("</h1>")].split())


def hired(office, *hours, year=2026):
    for earned in hours:
        person = UserFactory(last_name=f"Nr{earned}")
        hire(person, office, start=date(year, 1, 1))
        earn(person, earned, on=date(year, 2, 2))


def test_the_headline_says_how_many_lack_how_much(as_bob, office):
    hired(office, "30", "20", "0.5")
    assert headline(as_bob.get(STAFF)) == "2 no 3 darbiniekiem šogad vēl trūkst stundu. Kopā trūkst 27,5 stundas."


def test_the_headline_takes_the_singular_and_whole_hours(as_bob, office):
    hired(office, "21")
    assert headline(as_bob.get(STAFF)) == "1 no 1 darbinieka šogad vēl trūkst stundu. Kopā trūkst 3 stundu."


def test_a_past_year_is_told_in_the_past_tense(as_bob, office):
    hired(office, "3", "24", year=2025)
    assert headline(as_bob.get(STAFF, {"year": 2025})) == (
        "1 no 2 darbiniekiem 2025. gadā trūka stundu. Kopā trūka 21 stundas."
    )


def test_the_headline_says_when_everyone_has_met_the_norm(as_bob, office):
    hired(office, "24", "25")
    assert headline(as_bob.get(STAFF)) == "Šā gada norma ir izpildīta visiem darbiniekiem."


def test_an_empty_office_says_how_to_begin(as_bob):
    response = as_bob.get(STAFF)
    assert headline(response) == "Šeit būs jūsu darbinieki. Uzaiciniet viņus vai importējiet sarakstu."
    assert reverse("offices:invite") in response.content.decode()


@pytest.mark.parametrize("address", [STAFF, reverse("offices:imports")])
def test_a_manager_without_an_employer_is_told_so(client, address):
    client.force_login(UserFactory(groups=[groups.MANAGER]))
    assert "Jums vēl nav uzticēts neviens darba devējs." in client.get(address).content.decode()


def test_the_total_row_sums_what_each_lacks(as_bob, office):
    hired(office, "40", "20")
    assert '<td class="number first" data-label="Trūkst">4</td>' in as_bob.get(STAFF).content.decode()


@pytest.mark.parametrize("address", [STAFF, CSV, XLSX, reverse("offices:invite")])
def test_only_managers_enter(client, alice, address):
    client.force_login(alice)
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("address", [STAFF, CSV])
def test_nobody_of_another_office_is_in_any_answer(as_bob, charlie, other_office, address):
    hire(charlie, other_office, role="social_carer")
    response = as_bob.get(address)
    assert charlie.last_name not in response.getvalue().decode()


@pytest.mark.parametrize("query", [{"year": "x"}, {"page": "-3"}, {"unit": "x"}, {"status": "%00"}, {"name": "\x00'"}])
def test_bad_values_never_break_the_page(as_bob, office, query):
    hired(office, "1")
    assert as_bob.get(STAFF, query).status_code == 200


def test_csv_holds_the_filtered_rows_of_the_year(as_bob, office):
    hired(office, "24", "20")
    response = as_bob.get(CSV, {"status": "met"})
    assert response.getvalue().decode() == (
        "\ufeffDarbinieks;Amats;Darba devējs vai struktūrvienība;Norma;Ieskaitīts;Gaida;Trūkst;"
        "Supervīzijas sesijas;Sesiju norma;Statuss\r\n"
        "Nr24 Ilze;sociālais darbinieks;Ādažu novada Sociālais dienests;24;24;0;0;0;10;norma izpildīta\r\n"
    )
    assert response["Content-Disposition"] == (
        'attachment; filename="darbinieki-adazu-novada-socialais-dienests-2026.csv"'
    )


def test_csv_makes_a_persons_formula_harmless(as_bob, office):
    hire(UserFactory(last_name="=1+1", first_name="Ilze"), office)
    assert "\r\n'=1+1 Ilze;" in as_bob.get(CSV).getvalue().decode()


def test_xlsx_is_a_workbook_named_after_office_and_year(as_bob, office):
    hired(office, "24", year=2025)
    response = as_bob.get(XLSX, {"year": 2025})
    assert response.getvalue()[:2] == b"PK"
    assert response["Content-Disposition"] == (
        'attachment; filename="darbinieki-adazu-novada-socialais-dienests-2025.xlsx"'
    )


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_five_queries_besides_those_of_the_menu(as_bob, office, number, django_assert_max_num_queries):
    hired(office, *range(1, number + 1))
    EmploymentFactory.create_batch(number, employer=office, state=Employment.State.CLAIMED)
    as_bob.get(STAFF)
    with django_assert_max_num_queries(20) as asked:
        as_bob.get(STAFF)
    menu = "wagtailcore_", "compliance_externalcertificate"  # its links, and how many certificates wait
    assert len([query for query in asked if not any(name in query["sql"] for name in menu)]) == 5


def test_the_person_page_shows_the_year_and_its_sources(as_bob, office):
    person = UserFactory(first_name="Zane", last_name="Ābele")
    hire(person, office, start=date(2025, 1, 1))
    earn(person, "17.5", title="Saruna ar klientu")
    text = as_bob.get(reverse("offices:person", args=[person.pk])).content.decode()
    assert "Ābele Zane: 17,5 no 24 stundām" in text
    assert "Saruna ar klientu" in text


def test_the_person_page_opens_only_years_employed_here(as_bob, office, other_office):
    person = UserFactory()
    hire(person, other_office, start=date(2024, 1, 1), end=date(2025, 12, 31))
    hire(person, office)
    earn(person, "5", on=date(2025, 5, 5), title="Agrāk citur")
    response = as_bob.get(reverse("offices:person", args=[person.pk]), {"year": 2025})
    assert response.context["dossier"].years == [2026]
    assert "Agrāk citur" not in response.content.decode()
    assert other_office.name not in response.content.decode()


def test_another_employer_is_only_hinted_at(as_bob, office, other_office):
    person = UserFactory()
    hire(person, office)
    hire(person, other_office, role="social_carer")
    text = as_bob.get(reverse("offices:person", args=[person.pk])).content.decode()
    assert "2026. gadā šim darbiniekam ir arī cits darba devējs." in text
    assert other_office.name not in text


def test_a_unit_managers_person_page_ends_at_the_unit(office):
    unit, person = EmployerFactory(parent=office, name="Nodaļa"), UserFactory()
    hire(person, office)
    client = Client()
    client.force_login(AppointmentFactory(employer=unit).manager)
    assert client.get(reverse("offices:person", args=[person.pk])).status_code == 404


def test_nobodys_page_opens_for_outsiders_claims_or_forged_numbers(as_bob, office, charlie):
    claimant = EmploymentFactory(employer=office, state=Employment.State.CLAIMED).person
    for number in (charlie.pk, claimant.pk, 999_999_999, 2**63):
        assert as_bob.get(reverse("offices:person", args=[number])).status_code == 404


def test_a_file_shows_no_missing_hours_where_there_is_no_norm(as_bob, office):
    hire(UserFactory(last_name="Bez Normas"), office, role="family_assistant", start=date(2026, 1, 1))
    (line,) = [line for line in as_bob.get(CSV).getvalue().decode().splitlines() if "Bez Normas" in line]
    assert line.split(";")[3:7] == ["", "0", "0", ""]


def test_the_person_page_adds_sessions_up_by_who_held_them(as_bob, office):
    zane = UserFactory(last_name="Ābele")
    hire(zane, office)
    for day, provider in [(1, "Anna"), (8, "Anna"), (3, "Juris")]:
        earn(zane, 1, on=date(2026, 3, day), kind="supervision", provider=provider)
    credited = as_bob.get(reverse("offices:person", args=[zane.pk])).context["credited"]
    assert [(one.provider, one.amount, len(one.entries), one.start, one.end) for one in credited.sessions] == [
        ("Anna", 2, 2, date(2026, 3, 1), date(2026, 3, 8)),
        ("Juris", 1, 1, date(2026, 3, 3), date(2026, 3, 3)),
    ]
    assert credited.sources == []
