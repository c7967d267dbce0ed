"""Where a person works, as the person says it."""

from datetime import date
from decimal import Decimal

import pytest

from compliance.actions.absences import record_absence
from people.models import EmployerRequest, Employment, Invitation, Notice, Role
from tests.factories import EmployerFactory, EmploymentFactory, RoleFactory, at

pytestmark = pytest.mark.django_db
PAGE = "/mans-gads/darbavieta/"
State = Employment.State


@pytest.fixture(autouse=True)
def _in_may(time_machine):
    time_machine.move_to(at(2026, 5, 4))


@pytest.fixture
def dana(client, charlie):
    """Somebody signed in: charlie, employed at the other office since 2024."""
    client.force_login(charlie)
    return charlie


def claim(client, office, **changed):
    return client.post(PAGE, {"employer": office.pk, "role": "carer", "start": "2026-02-01"} | changed)


def end(client, employment, **data):
    return client.post(f"{PAGE}{employment.pk}/beigt/", data)


def invite(email, office, by):
    return Invitation.objects.create(
        email=email,
        employer=office,
        role=RoleFactory(),
        start=date(2026, 3, 1),
        invited_by=by,
        created_at=at(2026, 3, 1),
    )


def answer(client, invitation, word):
    return client.post(f"/mans-gads/aicinajumi/{invitation.pk}/{word}/")


def test_claim_waits_for_the_manager(client, dana, office, bob):
    assert claim(client, office).url == PAGE
    row = dana.employments.get(employer=office)
    assert (row.role.pk, row.start, row.state) == ("carer", date(2026, 2, 1), State.CLAIMED)
    assert "Vēl nav apstiprināts" in client.get(PAGE).content.decode()


def test_same_claim_twice_is_refused(client, dana, office):
    claim(client, office)
    assert claim(client, office).context["form"].non_field_errors()
    assert dana.employments.filter(employer=office).count() == 1


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"employer": ""}, "employer"),
        ({"employer": "999999"}, "employer"),
        ({"role": "minister"}, "role"),
        ({"start": ""}, "start"),
        ({"start": "2026-02-31"}, "start"),
        ({"start": "vakar"}, "start"),
        ({"start": "0001-01-01"}, "start"),
        ({"start": "1949-12-31"}, "start"),
        ({"start": "2027-05-06"}, "start"),
        ({"start": "9999-12-31"}, "start"),
    ],
)
def test_bad_claim_is_refused(client, dana, office, changed, field):
    assert field in claim(client, office, **changed).context["form"].errors
    assert not dana.employments.filter(employer=office).exists()


def test_sixth_claim_waits_until_another_is_decided(client, dana, bob, office):
    claims = [EmploymentFactory(person=dana, employer=EmployerFactory(), state=State.CLAIMED) for _ in range(5)]
    assert claim(client, office).context["form"].non_field_errors() == [
        "Pārāk daudz ierakstu jau gaida apstiprinājumu. Nākamo pievienojiet vēlāk."
    ]
    assert not Notice.objects.exists()
    claims[0].delete()
    assert claim(client, office).url == PAGE


def test_employers_are_listed_by_municipality_with_their_units(client, dana, office, other_office):
    unit = EmployerFactory(name="Nodaļa", parent=office)
    field = client.get(PAGE).context["form"].fields["employer"]
    assert [(group, [name for _, name in employers]) for group, employers in list(field.choices)[1:]] == [
        ("Ādažu novads", [office.name, str(unit)]),
        ("Talsu novads", [other_office.name]),
    ]


def test_page_shows_own_workplaces_only(client, dana, alice, office, other_office):
    rows = client.get(PAGE).context
    assert [row.person for row in [*rows["running"], *rows["others"]]] == [dana]


def test_rejection_is_shown_with_its_reason(client, dana, office):
    EmploymentFactory(person=dana, employer=office, state=State.REJECTED, reason="Pie mums nestrādājat.")
    assert "Noraidīts: Pie mums nestrādājat." in client.get(PAGE).content.decode()


def test_corrected_row_gives_way_to_the_right_one(client, dana, office):
    wrong = EmploymentFactory(person=dana, employer=office, state=State.REJECTED)
    right = EmploymentFactory(person=dana, employer=office, start=date(2024, 2, 1), replaces=wrong)
    shown = client.get(PAGE).context
    assert right in shown["running"]
    assert wrong not in shown["others"]


def test_last_day_is_recorded(client, dana):
    row = dana.employments.get()
    assert end(client, row, end="2026-04-30").url == PAGE
    row.refresh_from_db()
    assert (row.end, row.ended_by) == (date(2026, 4, 30), dana)


def test_new_profession_begins_the_day_after(client, dana):
    row = dana.employments.get()
    end(client, row, end="2026-04-30", role="unit_head")
    new = dana.employments.exclude(pk=row.pk).get()
    assert (new.role.pk, new.start, new.state, new.employer) == (
        "unit_head",
        date(2026, 5, 1),
        State.CLAIMED,
        row.employer,
    )


def test_refused_new_profession_leaves_the_old_one_running(client, dana, other_office):
    EmploymentFactory(person=dana, employer=other_office, role=Role.objects.get(pk="carer"), start=date(2025, 1, 1))
    row = dana.employments.get(role="social_worker")
    assert end(client, row, end="2026-04-30", role="carer").context["form"].non_field_errors()
    row.refresh_from_db()
    assert row.end is None


@pytest.mark.parametrize("day", ["2023-12-31", "2025-12-31", "9999-12-31", "", "rīt"])
@pytest.mark.parametrize("role", ["", "carer"])
def test_bad_last_day_is_refused(client, dana, day, role):
    row = dana.employments.get()
    assert end(client, row, end=day, role=role).context["form"].errors
    row.refresh_from_db()
    assert row.end is None


def test_workplace_of_another_cannot_be_ended(client, dana, alice):
    row = alice.employments.get()
    assert end(client, row, end="2026-04-30").status_code == 404
    row.refresh_from_db()
    assert row.end is None


def test_rejected_row_cannot_be_ended(client, dana, office):
    row = EmploymentFactory(person=dana, employer=office, state=State.REJECTED)
    assert end(client, row, end="2026-04-30").status_code == 404


def test_missing_employer_is_asked_for(client, dana):
    place = dana.employments.get().employer.municipality
    data = {"name": " Biedrība ", "municipality": place.pk, "role": "carer", "start": "2026-02-01"}
    assert client.post(f"{PAGE}nav-saraksta/", data).url == PAGE
    asked = EmployerRequest.objects.get()
    assert (asked.person, asked.name, asked.state) == (dana, "Biedrība", EmployerRequest.State.OPEN)
    assert "Biedrība" in client.get(PAGE).content.decode()


def test_same_employer_is_asked_for_once(client, dana):
    place = dana.employments.get().employer.municipality
    data = {"name": "Biedrība", "municipality": place.pk, "role": "carer", "start": "2026-02-01"}
    client.post(f"{PAGE}nav-saraksta/", data)
    again = client.post(f"{PAGE}nav-saraksta/", data | {"name": "BIEDRĪBA"})
    assert again.context["form"].errors["name"] == ["Šo darba devēju jūs jau lūdzāt pievienot."]


@pytest.mark.parametrize("day", ["0001-01-01", "1949-12-31", "2027-05-06", "9999-12-31"])
def test_missing_employer_is_not_asked_for_from_a_far_day(client, dana, day):
    place = dana.employments.get().employer.municipality
    data = {"name": "Biedrība", "municipality": place.pk, "role": "carer", "start": day}
    assert client.post(f"{PAGE}nav-saraksta/", data).context["form"].errors["start"]
    assert not EmployerRequest.objects.exists()


def test_sixth_request_waits_until_another_is_answered(client, dana):
    place = dana.employments.get().employer.municipality
    data = {"municipality": place.pk, "role": "carer", "start": "2026-02-01"}
    for number in range(5):
        client.post(f"{PAGE}nav-saraksta/", data | {"name": f"Biedrība {number}"})
    answer = client.post(f"{PAGE}nav-saraksta/", data | {"name": "Biedrība 5"})
    assert answer.context["form"].non_field_errors() == [
        "Pārāk daudz jūsu lūgumu gaida atbildi. Lūdziet vēlreiz vēlāk."
    ]
    EmployerRequest.objects.filter(name="Biedrība 0").update(state=EmployerRequest.State.DECLINED)
    assert client.post(f"{PAGE}nav-saraksta/", data | {"name": "Biedrība 5"}).url == PAGE


def test_accepted_invitation_is_a_confirmed_workplace(client, dana, bob, office):
    assert answer(client, invite(dana.email, office, bob), "pienemt").url == PAGE
    row = dana.employments.get(employer=office)
    assert (row.state, row.start, row.decided_by) == (State.CONFIRMED, date(2026, 3, 1), bob)


def test_invitation_of_a_former_manager_is_a_claim(client, dana, bob, office):
    bob.appointments.update(end=date(2026, 5, 3))
    answer(client, invite(dana.email, office, bob), "pienemt")
    assert dana.employments.get(employer=office).state == State.CLAIMED
    assert "Ierakstu apstiprinās jūsu vadītājs." in client.get(PAGE).content.decode()


def test_declined_invitation_leaves_the_page(client, dana, bob, office):
    invitation = invite(dana.email, office, bob)
    assert office.name in client.get(PAGE).content.decode()
    answer(client, invitation, "noraidit")
    assert list(client.get(PAGE).context["invitations"]) == []
    assert not dana.employments.filter(employer=office).exists()


@pytest.mark.parametrize("word", ["pienemt", "noraidit"])
def test_invitation_of_another_is_not_found(client, dana, bob, office, alice, word):
    invitation = invite("cita@example.lv", office, bob)
    assert answer(client, invitation, word).status_code == 404
    invitation.refresh_from_db()
    assert (invitation.accepted_at, invitation.declined_at) == (None, None)


@pytest.mark.parametrize("word", ["pienemt", "noraidit"])
def test_invitation_is_answered_once_and_by_post(client, dana, bob, office, word):
    invitation = invite(dana.email, office, bob)
    assert client.get(f"/mans-gads/aicinajumi/{invitation.pk}/{word}/").status_code == 405
    answer(client, invitation, word)
    answer(client, invitation, word)
    assert "Uz šo aicinājumu jau ir atbildēts." in client.get(PAGE).content.decode()


def test_manager_is_told_of_the_claim(client, dana, bob, office):
    claim(client, office)
    assert [notice.person for notice in Notice.objects.filter(kind="employment_claimed")] == [bob]


def test_page_costs_the_same_for_one_and_three_of_everything(client, dana, bob, django_assert_max_num_queries):
    place = dana.employments.get().employer.municipality

    def cost():
        employment = EmploymentFactory(person=dana, employer=EmployerFactory(municipality=place))
        invite(dana.email, employment.employer, bob)
        asked = {"person": dana, "role": employment.role, "municipality": place, "start": employment.start}
        EmployerRequest.objects.create(name="Biedrība", created_at=at(2026), **asked)
        with django_assert_max_num_queries(20) as queries:
            client.get(PAGE)
        return len(queries)

    cost()
    one, two, three = cost(), cost(), cost()
    assert one == two == three


@pytest.mark.parametrize(("typed", "kept"), [("0,5", "0.50"), ("", None), ("1.5", "1.50")])
def test_workload_is_kept_as_it_was_named(client, dana, office, typed, kept):
    claim(client, office, workload=typed)
    row = dana.employments.get(employer=office)
    assert row.workload == (kept and Decimal(kept))


@pytest.mark.parametrize("typed", ["2", "-1", "0", "puse", "0,125"])
def test_workload_that_is_no_part_of_full_time_is_told_in_the_form(client, dana, office, typed):
    errors = claim(client, office, workload=typed).context["form"].errors
    assert errors == {"workload": ["Ievadiet slodzi kā skaitli līdz 1,5, piemēram, 0,5."]}


def test_own_absences_stand_beside_the_workplaces(client, dana, other_office, bob):
    record_absence(dana.employments.get(), start=date(2026, 2, 1), end=date(2026, 3, 31), by=bob, at=at(2026, 5, 4))
    page = client.get(PAGE).content.decode()
    assert "2026. gada 1. februāris – 2026. gada 31. marts" in page


def test_absence_is_asked_for_by_its_dates(client, dana):
    job = dana.employments.get()
    page = f"{PAGE}{job.pk}/prombutne/"
    assert page in client.get(PAGE).content.decode()
    assert client.post(page, {"start": "2026-02-01", "end": "2026-02-28"}).url == PAGE
    assert (dana.absence_requests.get().start, dana.absences.count()) == (date(2026, 2, 1), 0)
    assert "gaida lēmumu" in client.get(PAGE).content.decode()
    again = client.post(page, {"start": "2026-02-28"})
    assert again.context["form"].errors == {"__all__": ["Dažām no šīm dienām prombūtne jau ir lūgta."]}


def test_who_is_not_confirmed_is_not_offered_to_ask_for_an_absence(client, dana):
    dana.employments.update(state=State.CLAIMED)
    page = f"{PAGE}{dana.employments.get().pk}/prombutne/"
    assert page not in client.get(PAGE).content.decode()
    assert client.get(page).status_code == 404
