"""Absences that a manager records, and exemptions from asking to decision."""

from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from compliance.actions.absence_requests import ask_absence, confirm_absence
from compliance.actions.absences import record_absence
from compliance.actions.exemptions import ask_exemption, decide_exemption
from compliance.models import Exemption
from people import groups
from people.models import Absence, AbsenceRequest
from tests.factories import EmploymentFactory, UserFactory
from tests.offices.staffing import NOW, TODAY, hire

pytestmark = pytest.mark.django_db
FROM = date(2026, 2, 1)
EXEMPTIONS = reverse("offices:exemptions")


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to(f"{TODAY} 10:00 +0200", tick=False)


@pytest.fixture
def eva(office):
    """A social worker of the office, who owes 24 hours."""
    return UserFactory(first_name="Eva", last_name="Liepa")


@pytest.fixture
def job(eva, office):
    return hire(eva, office)


@pytest.fixture
def rita():
    """A reviewer."""
    return UserFactory(groups=[groups.REVIEWER])


@pytest.fixture
def as_bob(client, bob):
    client.force_login(bob)
    return client


@pytest.fixture
def as_rita(client, rita):
    client.force_login(rita)
    return client


def at_job(job):
    return reverse("offices:record_absence", args=[job.pk])


def page_of(client, person):
    return client.get(reverse("offices:person", args=[person.pk])).content.decode()


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_manager_records_dates_only(as_bob, bob, eva, job):
    response = as_bob.post(at_job(job), {"start": "2026-02-01", "end": "2026-03-31"})
    assert response.url == reverse("offices:person", args=[eva.pk])
    absence = Absence.objects.get()
    assert (absence.person, absence.start, absence.end, absence.recorded_by) == (eva, FROM, date(2026, 3, 31), bob)
    assert "01.02.2026–31.03.2026" in page_of(as_bob, eva)


@pytest.mark.parametrize(
    ("dates", "field", "error"),
    [
        ({"start": "2027-02-29", "end": ""}, "start", "Jāievada derīgs datums."),
        ({"start": "2026-03-01", "end": "2026-02-01"}, "end", "Pēdējā diena nevar būt pirms pirmās."),
        ({"start": "2025-03-01", "end": ""}, "__all__", "Prombūtnes dienām jābūt darba attiecību laikā."),
        ({"start": "", "end": ""}, "start", "Aizpildiet šo lauku."),
    ],
)
def test_bad_dates_are_told_in_the_form(as_bob, job, dates, field, error):
    assert as_bob.post(at_job(job), dates).context["form"].errors == {field: [error]}
    assert not Absence.objects.exists()


def test_absence_stands_quietly_beside_the_shortfall(as_bob, bob, job):
    record_absence(job, start=FROM, by=bob, at=NOW)
    table = as_bob.get(reverse("offices:staff")).content.decode()
    assert '<span class="note small">attaisnota prombūtne</span>' in table


def test_absence_from_another_employer_is_not_shown(as_bob, bob, eva, job, other_office):
    record_absence(hire(eva, other_office), start=FROM, by=bob, at=NOW)
    assert "attaisnota prombūtne" not in as_bob.get(reverse("offices:staff")).content.decode()
    assert "Attaisnotas prombūtnes" not in page_of(as_bob, eva)


def test_withdrawing_twice_does_nothing_more(as_bob, bob, job):
    absence = record_absence(job, start=FROM, by=bob, at=NOW)
    withdraw = reverse("offices:withdraw_absence", args=[absence.pk])
    assert said(as_bob.post(withdraw))[-1] == "Prombūtne ir atsaukta."
    assert said(as_bob.post(withdraw))[-1] == "Šī prombūtne jau ir atsaukta."
    assert Absence.objects.get().withdrawn_by == bob


def test_manager_neither_excuses_nor_exempts_themselves(as_bob, bob, office):
    own = EmploymentFactory(person=bob, employer=office)
    assert as_bob.post(at_job(own), {"start": "2026-02-01"}).status_code == 404
    assert as_bob.get(reverse("offices:ask_exemption", args=[bob.pk])).status_code == 404


def test_manager_asks_for_an_exemption_of_a_year(as_bob, bob, eva, job):
    address = reverse("offices:ask_exemption", args=[eva.pk], query={"year": 2026})
    as_bob.post(address, {"kind": "training", "reason": "Studijas"})
    exemption = Exemption.objects.get()
    assert (exemption.person, exemption.year, exemption.asked_by, exemption.state) == (eva, 2026, bob, "asked")
    assert "Gaida lēmumu" in page_of(as_bob, eva)


def test_reviewer_decides_and_the_exemption_stands_beside_the_shortfall(as_rita, bob, eva, job, rita):
    exemption = ask_exemption(person=eva, year=2026, reason="Studijas", by=eva, at=NOW)
    assert "Studijas" in as_rita.get(EXEMPTIONS).content.decode()
    decide = reverse("offices:decide_exemption", args=[exemption.pk])
    assert as_rita.post(decide, {"answer": "grant", "reason": "Pamatots"}).url == EXEMPTIONS
    as_rita.force_login(bob)
    table = as_rita.get(reverse("offices:staff")).content.decode()
    assert '<span class="note small">atbrīvojums no normas</span>' in table
    assert 'data-label="Trūkst"><strong>24</strong>' in table


def test_second_decision_is_told_that_it_came_too_late(as_rita, eva, job):
    exemption = ask_exemption(person=eva, year=2026, reason="Studijas", by=eva, at=NOW)
    decide_exemption(exemption, granted=False, decision="Nē", by=UserFactory(groups=[groups.REVIEWER]), at=NOW)
    response = as_rita.post(
        reverse("offices:decide_exemption", args=[exemption.pk]), {"answer": "grant", "reason": "Jā"}
    )
    assert said(response) == ["Šo iesniegumu jau izskatīja cits apstiprinātājs."]
    assert Exemption.objects.get().state == "refused"


def test_reviewer_does_not_see_their_own(as_rita, rita, office):
    hire(rita, office)
    own = ask_exemption(person=rita, year=2026, reason="Studijas", by=rita, at=NOW)
    assert "Studijas" not in as_rita.get(EXEMPTIONS).content.decode()
    assert as_rita.get(reverse("offices:decide_exemption", args=[own.pk])).status_code == 404


def test_norm_that_is_not_verified_says_so_to_the_manager(as_bob, eva, job):
    assert "norma vēl nav pārbaudīta" in page_of(as_bob, eva)


@pytest.mark.parametrize("number", [1, 3])
def test_list_of_exemptions_takes_two_queries_besides_those_of_the_menu(
    as_rita, office, number, django_assert_max_num_queries
):
    for _number in range(number):
        person = UserFactory()
        hire(person, office)
        ask_exemption(person=person, year=2026, reason="Studijas", by=person, at=NOW)
    with django_assert_max_num_queries(20) as asked:
        as_rita.get(EXEMPTIONS)
    assert len([query for query in asked if "compliance_exemption" in query["sql"]]) == 2


def test_manager_confirms_in_the_dossier_what_a_person_asked_for(as_bob, bob, eva, job):
    asked = ask_absence(job, start=FROM, end=date(2026, 3, 31), at=NOW)
    assert "Prombūtne gaida jūsu lēmumu" in page_of(as_bob, eva)
    response = as_bob.post(reverse("offices:confirm_absence", args=[asked.pk]))
    assert (response.url, said(response)) == (reverse("offices:person", args=[eva.pk]), ["Prombūtne ir ierakstīta."])
    assert (Absence.objects.get().recorded_by, "Prombūtne gaida" in page_of(as_bob, eva)) == (bob, False)


def test_whoever_answers_second_is_told_so(as_bob, bob, job):
    asked = ask_absence(job, start=FROM, at=NOW)
    confirm_absence(asked, by=bob, at=NOW)
    second = as_bob.post(reverse("offices:decline_absence", args=[asked.pk]))
    assert said(second) == ["Šo iesniegumu jau izskatīja cits apstiprinātājs."]


def test_administrator_declines_where_nobody_manages(client, eva, other_office):
    asked = ask_absence(hire(eva, other_office), start=FROM, at=NOW)
    client.force_login(UserFactory(groups=[groups.ADMINISTRATOR]))
    unmanaged = reverse("offices:unmanaged")
    assert "Eva Liepa: " in client.get(unmanaged).content.decode()
    assert client.post(reverse("offices:decline_absence", args=[asked.pk])).url == unmanaged
    assert AbsenceRequest.objects.get().state == "declined"
