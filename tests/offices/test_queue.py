"""The queue of certificates from elsewhere: decided one by one, or the plain ones at once."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from compliance.actions.absence_requests import ask_absence
from compliance.actions.external import approve_external, return_external, withdraw_external
from compliance.models import CreditEntry, ExternalCertificate
from offices.queue import Queue
from people import groups
from people.actions import name_approver
from people.models import Approver
from tests.factories import DocumentFactory, EmploymentFactory, UserFactory, at, submitted

pytestmark = pytest.mark.django_db
QUEUE, ALL, SAMPLE = reverse("offices:queue"), reverse("offices:approve_all"), reverse("offices:sample")
APPROVERS = reverse("offices:approvers")
FIRST = "Šo iesniegumu jau izskatīja cits apstiprinātājs."


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to("2026-11-22 10:00 +0200", tick=False)


@pytest.fixture
def as_bob(client, bob):
    client.force_login(bob)
    return client


@pytest.fixture
def rita(db):
    return UserFactory(groups=[groups.REVIEWER])


def waiting(person, day=1, **facts):
    """A certificate that nothing speaks against."""
    days = {"first_day": date(2026, 3, day), "last_day": date(2026, 3, day), "at": at(2026, 3, 20)}
    return submitted(person, **{"document": DocumentFactory(person=person)} | days | facts)


def url(certificate):
    return reverse("offices:certificate", args=[certificate.pk])


def decide(client, certificate, decision="approve", **changes):
    typed = {"decision": decision, "amount": "6", "year": "2026", "reason": "", "revision": "1"} | changes
    return client.post(url(certificate), typed)


def state(certificate):
    return ExternalCertificate.objects.get(pk=certificate.pk).state


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def errors(response):
    return {field: list(words) for field, words in response.context["form"].errors.items()}


def test_flagged_ones_come_first_with_their_reasons(as_bob, alice):
    plain, flagged = waiting(alice), waiting(alice, 9, hours=Decimal(20))
    shown = as_bob.get(QUEUE)
    assert shown.context["queue"].rows == [flagged, plain]
    assert "Vienā dienā iznāk 20; ticami ir ne vairāk kā 10." in shown.content.decode()


def test_an_empty_queue_says_what_will_be_here(as_bob):
    assert "Šeit būs viss, par ko jālemj jums." in as_bob.get(QUEUE).content.decode()


def test_approving_takes_one_press_and_opens_the_next(as_bob, alice):
    first, second = waiting(alice, 1), waiting(alice, 9)
    response = decide(as_bob, first)
    assert (response.url, said(response)) == (url(second), ["Apstiprināta: Krīzes intervence."])
    assert decide(as_bob, second).url == QUEUE
    assert alice.year_balances.get(year=2026, kind="training").earned == 12


@pytest.mark.parametrize(("decision", "after"), [("return", "returned"), ("reject", "rejected")])
def test_returning_and_rejecting_ask_for_a_reason(as_bob, alice, decision, after):
    certificate = waiting(alice)
    assert errors(decide(as_bob, certificate, decision)) == {"reason": ["Ierakstiet pamatojumu."]}
    decide(as_bob, certificate, decision, reason="Nav redzams datums")
    assert state(certificate) == after


def test_other_hours_and_year_ask_for_a_reason(as_bob, alice):
    certificate = waiting(alice, first_day=date(2025, 12, 30), last_day=date(2026, 1, 2))
    changed = {"amount": "4,5", "year": "2025"}
    assert errors(decide(as_bob, certificate, **changed)) == {"reason": ["Ierakstiet pamatojumu."]}
    decide(as_bob, certificate, **changed, reason="Pēc mācību plāna")
    assert CreditEntry.objects.values_list("amount", "year").get() == (Decimal("4.5"), 2025)


def test_who_comes_second_is_told_and_led_on(as_bob, alice):
    certificate, other = waiting(alice), waiting(alice, 9)
    approve_external(certificate, by=UserFactory())
    response = decide(as_bob, certificate, "reject", reason="Nē")
    assert (said(response), response.url, state(certificate)) == ([FIRST], url(other), "approved")


def test_what_its_person_withdrew_meanwhile_is_called_so(as_bob, alice):
    certificate = waiting(alice)
    withdraw_external(certificate, by=alice)
    assert said(decide(as_bob, certificate))[-1] == "Šī apliecība ir atsaukta."


def test_what_was_made_precise_meanwhile_is_shown_again(as_bob, alice):
    certificate = waiting(alice)
    ExternalCertificate.objects.update(revision=2)
    assert errors(decide(as_bob, certificate)) == {
        "__all__": ["Apliecība pa šo laiku ir precizēta. Apskatiet to vēlreiz."]
    }


def test_bulk_approves_the_chosen_that_nothing_speaks_against(as_bob, alice):
    plain, left, flagged = waiting(alice), waiting(alice, 9), waiting(alice, 16, hours=Decimal(20))
    response = as_bob.post(ALL, {"certificate": [plain.pk, flagged.pk, "x"]})
    assert [state(one) for one in (plain, left, flagged)] == ["approved", "submitted", "submitted"]
    assert said(response) == [
        "Apstiprināta 1 apliecība.",
        "Dažas no izvēlētajām nav apstiprinātas: par tām lēmums jau pieņemts vai tās jāapskata atsevišķi.",
    ]


def test_of_other_offices_nothing_is_seen_or_decided(as_bob, charlie):
    certificate = waiting(charlie)
    assert as_bob.get(url(certificate)).status_code == decide(as_bob, certificate).status_code == 404
    assert charlie.email not in as_bob.get(QUEUE).content.decode()


def test_nobody_decides_on_their_own(as_bob, bob, office):
    EmploymentFactory(person=bob, employer=office)
    assert decide(as_bob, waiting(bob)).status_code == 404


def test_specialists_do_not_enter(client, alice):
    client.force_login(alice)
    assert client.get(QUEUE).status_code == 403


def test_a_correction_is_recorded_with_its_reason(as_bob, bob, alice):
    certificate = waiting(alice)
    approve_external(certificate, by=bob)
    correct = reverse("offices:correct_certificate", args=[certificate.pk])
    assert errors(as_bob.post(correct, {"amount": "16", "year": "2026"})) == {"reason": ["Aizpildiet šo lauku."]}
    as_bob.post(correct, {"amount": "16", "year": "2026", "reason": "Nepareizi nolasīts"})
    assert alice.year_balances.get(year=2026, kind="training").earned == 16


def test_a_wrong_approval_is_taken_back_whole_and_its_person_reads_why(client, as_bob, bob, alice):
    certificate = waiting(alice)
    approve_external(certificate, by=bob)
    correct = reverse("offices:correct_certificate", args=[certificate.pk])
    as_bob.post(correct, {"amount": "0", "year": "2026", "reason": "Cita cilvēka apliecība"})
    assert alice.year_balances.get(year=2026, kind="training").earned == 0
    client.force_login(alice)
    assert "Cita cilvēka apliecība" in client.get(reverse("lms:outside", args=[certificate.pk])).content.decode()
    assert '<span class="tag">ieraksts atcelts</span>' in client.get(reverse("lms:home")).content.decode()


def test_form_tells_what_clock_hours_need(as_bob, alice):
    address = reverse("offices:certificate", args=[waiting(alice, hours_kind="clock").pk])
    form = as_bob.get(address).context["form"]
    assert (form.fields["amount"].required, form.fields["reason"].required) == (True, True)
    said = errors(as_bob.post(address, {"decision": "approve", "year": "2026", "revision": "1", "reason": "45 min"}))
    assert said == {"amount": ["Ievadiet ieskaitāmās akadēmiskās stundas."]}


def test_who_paid_is_shown_and_set_right_by_who_decides(as_bob, alice):
    certificate = waiting(alice, funding="person")
    page = as_bob.get(reverse("offices:certificate", args=[certificate.pk]))
    assert page.context["form"]["funding"].value() == "person"
    decide(as_bob, certificate, funding="employer")
    assert alice.credit_entries.get().funding == "employer"


@pytest.mark.parametrize("number", [1, 3])
def test_the_queue_takes_eight_queries_besides_those_of_the_menu(as_bob, alice, number, django_assert_max_num_queries):
    for day in range(1, number + 1):
        waiting(alice, day * 5)
    with django_assert_max_num_queries(30) as asked:
        as_bob.get(QUEUE)
    ours = [
        query
        for query in asked.captured_queries
        if "compliance_" in query["sql"] or "people_employment" in query["sql"]
    ]
    assert len(ours) == 8


def test_the_count_stands_in_the_menu_and_above_the_staff(as_bob, alice):
    waiting(alice)
    shown = as_bob.get(reverse("offices:staff")).content.decode()
    assert shown.count("Apstiprināšana (1)") == 2


def test_a_manager_names_and_ends_an_approver(as_bob, bob, alice, office):
    as_bob.post(APPROVERS, {"email": alice.email.upper(), "employer": office.pk})
    approver = Approver.objects.get()
    assert (approver.person, approver.named_by, approver.start) == (alice, bob, date(2026, 11, 22))
    end = reverse("offices:end_approver", args=[approver.pk])
    assert [said(as_bob.post(end))[-1] for _press in range(2)] == [
        "Apliecības vairs neapstiprina Alise Ozola.",
        "Šīs pilnvaras jau ir atceltas.",
    ]
    assert not Approver.objects.deciding(date(2026, 11, 22)).exists()


def test_only_staff_of_the_employer_can_be_named(as_bob, charlie, office):
    response = as_bob.post(APPROVERS, {"email": charlie.email, "employer": office.pk})
    assert errors(response) == {"email": ["Ar šādu adresi tur neviens nestrādā."]}


def test_an_approver_of_another_office_is_not_ended(as_bob, bob, charlie, other_office):
    approver = name_approver(person=charlie, employer=other_office, by=bob)
    assert as_bob.post(reverse("offices:end_approver", args=[approver.pk])).status_code == 404


def test_nobody_else_goes_on_with_a_file_that_a_manager_brought(as_bob, bob, alice):
    theirs = DocumentFactory(person=alice, uploaded_by=UserFactory())
    assert as_bob.get(reverse("offices:describe_for", args=[alice.pk, theirs.pk])).status_code == 404


def test_a_manager_submits_for_staff_and_leaves_the_decision_to_another(as_bob, bob, alice, rita):
    document = DocumentFactory(person=alice, uploaded_by=bob)
    typed = {"title": "Kursi", "provider": "Biedrība", "first_day": "2026-03-01", "last_day": "2026-03-01"}
    address = reverse("offices:describe_for", args=[alice.pk, document.pk])
    as_bob.post(address, typed | {"hours": "6", "hours_kind": "academic"})
    certificate = ExternalCertificate.objects.get()
    assert (certificate.person, certificate.submitted_by) == (alice, bob)
    assert decide(as_bob, certificate).status_code == 404
    as_bob.force_login(rita)
    decide(as_bob, certificate)
    assert state(certificate) == "approved"


def test_a_person_that_no_database_can_hold_is_not_found(as_bob, office):
    assert as_bob.get(reverse("offices:submit_for", args=[10**20])).status_code == 404


def test_the_sample_of_a_month_is_the_same_each_time_and_holds_a_tenth(client, rita, alice, bob):
    for day in range(1, 13):
        approve_external(waiting(alice, day, title=f"Kurss {day}", provider=f"B{day}"), by=bob, at=at(2026, 11, 3))
    client.force_login(rita)
    drawn, again = (client.get(SAMPLE).context["sample"].rows for _look in range(2))
    assert (len(drawn), drawn) == (10, again)
    assert client.get(SAMPLE, {"month": "2026-10"}).context["sample"].rows == []


def test_the_sample_says_what_was_credited_in_its_unit(client, rita, alice, bob):
    approve_external(waiting(alice), by=bob, at=at(2026, 11, 3))
    client.force_login(rita)
    assert "· 6 akadēmiskās stundas ·" in client.get(SAMPLE).content.decode()


def test_looking_afterwards_is_recorded(client, rita, alice, bob):
    certificate = waiting(alice)
    approve_external(certificate, by=bob, at=at(2026, 11, 3))
    client.force_login(rita)
    client.post(reverse("offices:mark_seen", args=[certificate.pk]))
    assert [row.seen for row in client.get(SAMPLE).context["sample"].rows] == [True]


def test_a_returned_one_leaves_the_queue(as_bob, bob, alice):
    return_external(waiting(alice), by=bob, reason="Nav redzams datums")
    assert as_bob.get(QUEUE).context["queue"].rows == []


@pytest.fixture
def asked(alice):
    """An absence that alice asked for."""
    return ask_absence(alice.employments.get(), start=date(2026, 3, 1), end=date(2026, 3, 31), at=at(2026, 2))


def test_an_absence_that_waits_stands_in_the_queue_and_is_counted_in_the_menu(as_bob, asked):
    page = as_bob.get(QUEUE).content.decode()
    assert "1 prombūtne gaida jūsu lēmumu." in page
    assert ("Alise Ozola: " in page, "01.03.2026–31.03.2026" in page, "Apstiprināšana (1)" in page) == (True,) * 3


def test_certificates_and_absences_that_wait_are_counted_together(bob, alice, asked, django_assert_num_queries):
    waiting(alice)
    bob.belongs_to(groups.MANAGER)  # the groups are read once
    with django_assert_num_queries(1):
        assert Queue(bob, date(2026, 11, 22)).everything == 2


def test_an_approver_who_manages_nobody_counts_certificates_only(bob, alice, asked, office):
    approver = UserFactory()
    EmploymentFactory(person=approver, employer=office, start=date(2025, 1, 1))
    name_approver(person=approver, employer=office, by=bob)
    waiting(alice)
    queue = Queue(approver, date(2026, 11, 22))
    assert (queue.everything, queue.absences) == (1, [])
