from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from compliance.models import YearBalance
from people import groups
from people.models import Employer, EmployerRequest, Employment, Invitation, Municipality, Role
from tests.factories import AppointmentFactory, EmployerFactory, EmploymentFactory, RoleFactory, UserFactory
from tests.offices.staffing import NOW, TODAY, hire

pytestmark = pytest.mark.django_db
CLAIMED, CONFIRMED, REJECTED = Employment.State.CLAIMED, Employment.State.CONFIRMED, Employment.State.REJECTED
STAFF, INVITE, UNMANAGED = reverse("offices:staff"), reverse("offices:invite"), reverse("offices:unmanaged")
VERBS = "confirm", "correct", "reject", "end"


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to(f"{TODAY} 10:00 +0200", tick=False)


@pytest.fixture
def as_bob(client, bob):
    client.force_login(bob)
    return client


@pytest.fixture
def diana():
    """An administrator."""
    return UserFactory(groups=[groups.ADMINISTRATOR])


@pytest.fixture
def as_diana(client, diana):
    client.force_login(diana)
    return client


@pytest.fixture
def claim(office):
    return EmploymentFactory(employer=office, state=CLAIMED, start=date(2026, 2, 2))


def url(verb, employment):
    return reverse(f"offices:{verb}", args=[employment.pk])


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def invitation_form(office, emails, **changes):
    return {"emails": emails, "employer": office.pk, "role": "social_worker", "start": "2026-11-01"} | changes


def test_confirming_counts_at_once(as_bob, bob, claim):
    response = as_bob.post(url("confirm", claim))
    claim.refresh_from_db()
    assert (claim.state, claim.decided_by, response.url) == (CONFIRMED, bob, STAFF)
    assert YearBalance.objects.get(person=claim.person, year=2026, kind="training").missing == 24


def test_a_second_click_says_that_it_is_confirmed_already(as_bob, claim):
    as_bob.post(url("confirm", claim))
    first = Employment.objects.get(pk=claim.pk)
    response = as_bob.post(url("confirm", claim))
    assert said(response)[-1] == "Šī darbavieta jau ir apstiprināta."
    assert Employment.objects.get(pk=claim.pk).decided_at == first.decided_at


def test_confirming_is_a_post(as_bob, claim):
    assert as_bob.get(url("confirm", claim)).status_code == 405


@pytest.mark.parametrize("verb", VERBS)
def test_others_employments_are_not_found(as_bob, charlie, verb):
    assert as_bob.post(url(verb, charlie.employments.get())).status_code == 404


@pytest.mark.parametrize("verb", VERBS)
def test_a_learner_decides_nothing(client, alice, claim, verb):
    client.force_login(alice)
    assert client.post(url(verb, claim)).status_code == 403


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("state", [CLAIMED, CONFIRMED])
def test_a_manager_never_decides_about_themselves(as_bob, bob, office, verb, state):
    own = EmploymentFactory(person=bob, employer=office, state=state)
    assert as_bob.post(url(verb, own)).status_code == 404


def test_a_managers_own_claim_goes_to_the_administrator(as_diana, bob, office):
    own = EmploymentFactory(person=bob, employer=office, state=CLAIMED)
    assert list(as_diana.get(UNMANAGED).context["claims"]) == [own]
    as_diana.post(url("confirm", own))
    assert Employment.objects.get(pk=own.pk).state == CONFIRMED


def test_correcting_rejects_the_claim_and_confirms_another_row(as_bob, office, claim):
    RoleFactory(code="social_carer")
    data = {"employer": office.pk, "role": "social_carer", "start": "2026-03-01", "end": "", "reason": "Cits amats"}
    assert as_bob.post(url("correct", claim), data).url == STAFF
    wrong, right = Employment.objects.get(pk=claim.pk), Employment.objects.get(replaces=claim)
    assert (wrong.state, right.state) == (REJECTED, CONFIRMED)
    assert (right.role_id, right.start, right.end, right.reason) == (
        "social_carer",
        date(2026, 3, 1),
        None,
        "Cits amats",
    )


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("start", "0001-01-01", "Izvēlieties dienu, kas nav agrāka par 1950. gadu un nav tālāk par gadu uz priekšu."),
        ("start", "2028-01-01", "Izvēlieties dienu, kas nav agrāka par 1950. gadu un nav tālāk par gadu uz priekšu."),
        ("end", "2026-01-01", "Pēdējā diena nevar būt pirms pirmās."),
        ("reason", "", "Aizpildiet šo lauku."),
    ],
)
def test_a_bad_correction_says_what_is_wrong(as_bob, office, claim, field, value, error):
    data = {"employer": office.pk, "role": "social_worker", "start": "2026-02-02", "reason": "x"} | {field: value}
    response = as_bob.post(url("correct", claim), data)
    assert response.context["form"].errors == {field: [error]}
    assert Employment.objects.get(pk=claim.pk).state == CLAIMED


@pytest.mark.parametrize(
    ("start", "errors"), [("2025-12-31", ["Agrāku gadu var norādīt tikai pats darbinieks."]), ("2026-01-01", None)]
)
def test_a_manager_opens_no_earlier_years(as_bob, office, claim, start, errors):
    data = {"employer": office.pk, "role": "social_worker", "start": start, "reason": "x"}
    form = (as_bob.post(url("correct", claim), data).context or {}).get("form")
    assert (form and form.errors["start"]) == errors


def test_an_administrator_may_add_earlier_years(as_diana, office, claim):
    data = {"employer": office.pk, "role": "social_worker", "start": "2020-01-01", "reason": "x"}
    as_diana.post(url("correct", claim), data)
    assert Employment.objects.get(replaces=claim).start == date(2020, 1, 1)


def test_a_manager_cannot_move_a_person_to_an_employer_of_others(as_bob, other_office, claim):
    data = {"employer": other_office.pk, "role": "social_worker", "start": "2026-02-02", "reason": "x"}
    assert list(as_bob.post(url("correct", claim), data).context["form"].errors) == ["employer"]


def test_a_correction_that_repeats_another_job_is_refused_in_words(as_bob, office, claim):
    hire(claim.person, office, role="social_carer")
    data = {"employer": office.pk, "role": "social_carer", "start": "2026-02-02", "reason": "x"}
    response = as_bob.post(url("correct", claim), data)
    assert response.status_code == 200
    assert len(response.context["form"].non_field_errors()) == 1


def test_rejecting_needs_a_reason_and_keeps_it(as_bob, claim):
    assert as_bob.post(url("reject", claim), {"reason": ""}).context["form"].errors == {
        "reason": ["Aizpildiet šo lauku."]
    }
    as_bob.post(url("reject", claim), {"reason": "Pie mums nestrādā"})
    claim.refresh_from_db()
    assert (claim.state, claim.reason) == (REJECTED, "Pie mums nestrādā")


@pytest.mark.parametrize(("verb", "state"), [("reject", CONFIRMED), ("end", CLAIMED), ("correct", REJECTED)])
def test_what_was_decided_before_is_told(as_bob, office, verb, state):
    employment = EmploymentFactory(employer=office, state=state)
    response = as_bob.get(url(verb, employment))
    assert (response.url, len(said(response))) == (STAFF, 1)


def test_ending_records_the_last_day_and_who_said_it(as_bob, bob, office):
    employment = hire(UserFactory(), office)
    as_bob.post(url("end", employment), {"end": "2026-10-31"})
    employment.refresh_from_db()
    assert (employment.end, employment.ended_by, employment.ended_at) == (date(2026, 10, 31), bob, NOW.replace(hour=10))


def test_another_profession_begins_on_the_next_day(as_bob, office):
    before = hire(UserFactory(), office)
    RoleFactory(code="social_carer")
    as_bob.post(url("end", before), {"end": "2026-06-30", "role": "social_carer"})
    after = Employment.objects.get(person=before.person, role="social_carer")
    before.refresh_from_db()
    assert (before.end, after.start, after.end, after.state) == (date(2026, 6, 30), date(2026, 7, 1), None, CONFIRMED)
    assert YearBalance.objects.get(person=before.person, year=2026, kind="training").required == 24


@pytest.mark.parametrize("end", ["2025-12-31", "2026-02-30", "rīt", "", "9999-12-31", "2027-11-24"])
def test_a_bad_last_day_is_refused(as_bob, office, end):
    employment = hire(UserFactory(), office)
    asked = {"end": end, "role": "social_carer"}
    assert as_bob.post(url("end", employment), asked).context["form"].errors
    assert Employment.objects.get(pk=employment.pk).end is None


def test_many_are_invited_at_once_and_repeats_are_told(as_bob, office):
    working = hire(UserFactory(email="strada@example.lv"), office)
    as_bob.post(INVITE, invitation_form(office, "anna@example.lv"))
    response = as_bob.post(
        INVITE,
        invitation_form(office, f"Anna@example.lv\nberta@example.lv, berta@example.lv\n\n{working.person.email}"),
    )
    assert list(Invitation.objects.order_by("pk").values_list("email", flat=True)) == [
        "anna@example.lv",
        "berta@example.lv",
    ]
    assert said(response)[-3:] == [
        "Nosūtīts 1 uzaicinājums.",
        "Šeit jau strādā: strada@example.lv.",
        "Uzaicinājums jau nosūtīts: anna@example.lv.",
    ]


def test_each_bad_address_is_named(as_bob, office):
    response = as_bob.post(INVITE, invitation_form(office, "anna@example.lv\nslikta adrese\nbez-domena@"))
    assert response.context["form"].errors == {
        "emails": ["„slikta adrese” nav e-pasta adrese.", "„bez-domena@” nav e-pasta adrese."]
    }
    assert Invitation.objects.count() == 0


def test_nobody_is_invited_to_an_employer_of_others(as_bob, other_office):
    response = as_bob.post(INVITE, invitation_form(other_office, "anna@example.lv"))
    assert list(response.context["form"].errors) == ["employer"]


def test_two_hundred_addresses_are_the_most(as_bob, office):
    emails = "\n".join(f"p{number}@example.lv" for number in range(201))
    assert list(as_bob.post(INVITE, invitation_form(office, emails)).context["form"].errors) == ["emails"]


def test_claims_without_a_manager_wait_for_the_administrator(as_diana, office, bob, other_office):
    EmploymentFactory(employer=office, state=CLAIMED)
    unit = EmployerFactory(parent=office)
    EmploymentFactory(employer=unit, state=CLAIMED)
    AppointmentFactory(employer=other_office, end=date(2026, 11, 21))
    waiting = EmploymentFactory(employer=other_office, state=CLAIMED)
    assert list(as_diana.get(UNMANAGED).context["claims"]) == [waiting]
    assert as_diana.post(url("confirm", waiting)).url == UNMANAGED


def test_an_administrator_decides_nothing_where_a_manager_can(as_diana, bob, claim):
    assert as_diana.post(url("confirm", claim)).status_code == 404


def test_a_manager_does_not_see_what_waits_for_the_administrator(as_bob):
    assert as_bob.get(UNMANAGED).status_code == 403


@pytest.fixture
def asked(alice):
    return EmployerRequest.objects.create(
        person=alice,
        name="Biedrība „Palīdzēt”",
        municipality=Municipality.objects.get(key="talsu-novads-2021"),
        role=Role.objects.get(code="social_carer"),
        start=date(2026, 1, 5),
        created_at=NOW,
    )


def answer(client, asked, **data):
    return client.post(f"{UNMANAGED}?request={asked.pk}", data)


def test_a_request_is_settled_by_an_employer_of_the_list(as_diana, asked, other_office):
    answer(as_diana, asked, answer="listed", employer=other_office.pk)
    asked.refresh_from_db()
    made = Employment.objects.get(person=asked.person, employer=other_office)
    assert (asked.state, asked.employer, made.state, made.start) == ("settled", other_office, CLAIMED, asked.start)


def test_a_request_is_settled_by_a_new_employer(as_diana, asked):
    answer(as_diana, asked, answer="added", name=asked.name, kind="provider", municipality=asked.municipality_id)
    made = Employer.objects.get(name=asked.name)
    assert (made.kind, made.municipality) == ("provider", asked.municipality)
    assert list(as_diana.get(UNMANAGED).context["claims"]) == [Employment.objects.get(employer=made)]


def test_a_request_is_declined(as_diana, asked):
    answer(as_diana, asked, answer="declined")
    assert EmployerRequest.objects.get().state == "declined"


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({"name": "x"}, ["answer"]),
        ({"answer": "king"}, ["answer"]),
        ({"answer": "listed"}, ["employer"]),
        ({"answer": "added", "kind": "office"}, ["name", "municipality"]),
        ({"answer": "listed", "employer": "999999"}, ["employer"]),
    ],
)
def test_an_incomplete_answer_says_what_lacks(as_diana, asked, data, wrong):
    assert list(answer(as_diana, asked, **data).context["form"].errors) == wrong
    assert EmployerRequest.objects.get().state == "open"


def test_an_employer_of_the_same_name_is_not_added_twice(as_diana, asked, other_office):
    data = {"name": other_office.name, "kind": "office", "municipality": other_office.municipality_id}
    assert list(answer(as_diana, asked, answer="added", **data).context["form"].errors) == ["name"]


@pytest.mark.parametrize("number", ["0", "x", "99999999999999999999"])
def test_a_forged_request_opens_nothing(as_diana, number):
    response = as_diana.get(UNMANAGED, {"request": number})
    assert (response.status_code, response.context["form"]) == (200, None)
