"""A person's own year statements and the links to them (lms/statements.py, lms/views/statements.py)."""

from datetime import date, timedelta

import pytest

from compliance.actions.statements import request_statement, settle
from compliance.models import AuditLink, Certificate
from lms.statements import OwnStatements
from tests.compliance.stating import NOW, earn, employed
from tests.factories import UserFactory

PLACE = "/mans-gads/izzinas/"


@pytest.fixture
def dace(office, client, time_machine):
    """Signed in, with a norm of 24 hours."""
    time_machine.move_to(NOW, tick=False)
    dace = UserFactory(first_name="Dace", last_name="Kalna", groups=["Specialists"])
    employed(dace, office)
    client.force_login(dace)
    return dace


@pytest.fixture
def statement(dace):
    earn(dace, 24)
    settle([dace.pk])
    return Certificate.objects.get()


def make_link(client, statement, days=7):
    return client.post(f"{PLACE}{statement.code}/saite/", {"days": days})


def test_who_has_nothing_is_told_how_to_begin(client, db, time_machine):
    time_machine.move_to(NOW)
    client.force_login(UserFactory())
    assert "Šeit būs jūsu gada izziņas." in client.get(PLACE).text
    assert "Par šo gadu vēl nav ko apliecināt." in client.get(f"{PLACE}2026/").text


def test_years_are_listed_with_their_statements(client, statement):
    page = client.get(PLACE)
    assert "Ieskaitīts: 24 no 24 stundām. Norma izpildīta." in page.text
    assert f"/mans-gads/apliecibas/{statement.code}.pdf" in page.text


def test_my_year_shows_it_among_the_documents(client, statement):
    assert "Gada izziņa par 2026. gadu" in client.get("/mans-gads/").text


def test_the_year_as_it_stands_is_one_button_away(client, dace):
    assert "2026. gada izziņa vēl nav izsniegta." in client.get(f"{PLACE}2026/").text
    client.post(f"{PLACE}2026/sanemt/")
    page = client.get(f"{PLACE}2026/").text
    assert "Izziņa par stāvokli 2026. gada 22. novembrī." in page
    assert "Izsniegt no jauna ar izmaiņām" not in page


def test_an_up_to_date_statement_is_one_button_away(client, statement, dace):
    earn(dace, 3, key="vēl")
    assert "Izsniegt no jauna ar izmaiņām" in client.get(f"{PLACE}2026/").text
    client.post(f"{PLACE}2026/sanemt/")
    page = client.get(f"{PLACE}2026/").text
    assert "Ieskaitīts: 27 no 24 stundām." in page
    assert "Iepriekšējās šā gada izziņas" in page


def test_pressing_twice_says_that_it_is_up_to_date(client, statement):
    page = client.post(f"{PLACE}2026/sanemt/", follow=True)
    assert "Gada izziņa jau atbilst pašreizējiem datiem." in page.text
    assert Certificate.objects.count() == 1


@pytest.mark.parametrize("year", [0, 2019, 2027, 99999999])
def test_other_years_do_not_exist(client, dace, year):
    assert client.get(f"{PLACE}{year}/").status_code == 404
    assert client.post(f"{PLACE}{year}/sanemt/").status_code == 404


def test_a_revoked_statement_says_why(client, statement):
    reason = "After a correction the norm of the year is no longer met."
    Certificate.objects.update(revoked_at=NOW, revoked_reason=reason)
    assert "anulēta: Pēc labojuma gada norma vairs nav izpildīta." in client.get(f"{PLACE}2026/").text


def test_link_is_shown_once_and_opens_the_statement(client, statement, dace):
    page = make_link(client, statement, days=30)
    address = page.context["made"]
    assert address in page.text
    assert address not in client.get(f"{PLACE}2026/").text
    client.logout()
    assert client.get(address.removeprefix("http://127.0.0.1:8000")).status_code == 200
    assert AuditLink.objects.get().expires_at == NOW + timedelta(days=30)


@pytest.mark.parametrize("days", ["", "0", "365", "-1", "1e9", "trīs"])
def test_link_lasts_as_long_as_is_offered_and_no_other(client, statement, days):
    page = make_link(client, statement, days=days)
    assert (page.status_code, bool(page.context["form"].errors)) == (200, True)
    assert not AuditLink.objects.exists()


def test_links_are_not_made_without_end(client, statement):
    for _time in range(11):
        page = make_link(client, statement)
    assert "Derīgu saišu jau ir pārāk daudz." in page.text
    assert AuditLink.objects.count() == 10


def test_withdrawn_link_leaves_the_list(client, statement):
    make_link(client, statement)
    link = AuditLink.objects.get()
    page = client.post(f"{PLACE}saites/{link.pk}/atsaukt/", follow=True)
    assert "Saite ir atsaukta." in page.text
    assert "atvērta 0 reižu" not in page.text
    link.refresh_from_db()
    assert link.withdrawn_at == NOW


def test_nobody_makes_or_withdraws_links_of_another(client, statement, alice):
    link, _token = AuditLink.make(statement, lasting=timedelta(days=7), at=NOW)
    client.force_login(alice)
    assert make_link(client, statement).status_code == 404
    assert client.post(f"{PLACE}saites/{link.pk}/atsaukt/").status_code == 404


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_asks_as_much_for_three_years_as_for_one(dace, django_assert_num_queries, many):
    for year in range(NOW.year, NOW.year - many, -1):
        earn(dace, 2, key=str(year), on=date(year, 5, 5))
        request_statement(person=dace, year=year, at=NOW)
    with django_assert_num_queries(2):
        assert len([stated.hours for _year, stated in OwnStatements(dace, today=NOW.date()).rows]) == many
