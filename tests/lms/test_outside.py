"""A person submits a certificate obtained elsewhere, follows it, makes it precise and withdraws it."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from compliance.actions.external import approve_external, return_external
from compliance.models import Document, ExternalCertificate
from tests.compliance.documents.uploads import pdf
from tests.factories import DocumentFactory, at, submitted

pytestmark = pytest.mark.django_db
SUBMIT, HOME = reverse("lms:submit"), reverse("lms:home")
TYPED = {
    "title": "Krīzes intervence",
    "provider": "Biedrība",
    "first_day": "2026-03-01",
    "last_day": "2026-03-01",
    "hours": "24,5",
    "hours_kind": "academic",
    "academic_hour_minutes": "",
}


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to("2026-11-22 10:00 +0200", tick=False)


@pytest.fixture
def as_alice(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def document(alice):
    return DocumentFactory(person=alice)


def describe(client, document, kind="training", **changes):
    address = reverse("lms:describe", args=[document.pk], query={"kind": kind})
    return client.post(address, TYPED | changes)


def errors(response):
    return {field: list(words) for field, words in response.context["form"].errors.items()}


def test_upload_leads_to_the_form_filled_in_from_the_text(as_alice):
    text = "APLIECĪBA\nPar piedalīšanos mācībās\n„Krīzes intervence”\n2026. gada 3. martā\n16 akadēmiskās stundas"
    file = SimpleUploadedFile("apliecība.pdf", pdf(text))
    response = as_alice.post(SUBMIT, {"kind": "training", "file": file}, follow=True)
    assert response.redirect_chain == [
        (reverse("lms:describe", args=[Document.objects.get().pk]) + "?kind=training", 302)
    ]
    shown = response.context["form"]
    assert (shown["hours"].value(), shown["last_day"].value()) == ("16", date(2026, 3, 3))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("apliecība.pdf", b"<html><script>alert()</script>", "Šādu failu nevar pievienot."),
        ("apliecība.pdf", b"", "Fails ir tukšs."),
    ],
)
def test_a_file_of_another_kind_is_refused_at_its_field(as_alice, name, content, words):
    response = as_alice.post(SUBMIT, {"kind": "training", "file": SimpleUploadedFile(name, content)})
    assert errors(response)["file"][0].startswith(words)
    assert not Document.objects.exists()


def test_submitting_makes_the_hours_pending(as_alice, alice, document):
    assert describe(as_alice, document).url == HOME
    certificate = ExternalCertificate.objects.get()
    assert (certificate.hours, certificate.academic_hour_minutes, certificate.document) == (
        Decimal("24.5"),
        45,
        document,
    )
    assert alice.year_balances.get(year=2026, kind="training").pending == Decimal("24.5")


def test_who_paid_may_be_told_and_stands_among_the_hours(as_alice, alice, bob, document):
    describe(as_alice, document, funding="employer")
    approve_external(ExternalCertificate.objects.get(), by=bob)
    assert alice.credit_entries.get().funding == "employer"
    assert "kas maksāja vai nosūtīja: darba devējs" in as_alice.get(HOME).content.decode()


def test_supervision_asks_for_sessions(as_alice, alice, document):
    describe(as_alice, document, kind="supervision", sessions="2")
    assert alice.year_balances.get(year=2026, kind="supervision").pending == 2


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("hours", "1e9", "Ievadiet stundas kā skaitli, piemēram, 7,5."),
        ("hours", "1000000000", "Ievadiet stundas kā skaitli, piemēram, 7,5."),
        ("hours", "-5", "Ievadiet stundas kā skaitli, piemēram, 7,5."),
        ("hours", "0", "Ievadiet stundas kā skaitli, piemēram, 7,5."),
        ("hours", "NaN", "Ievadiet stundas kā skaitli, piemēram, 7,5."),
        ("last_day", "29.02.2027", "Jāievada derīgs datums."),
        ("last_day", "2026-11-23", "Mācības, kas vēl nav beigušās, nevar iesniegt."),
        ("last_day", "2026-02-28", "Pēdējā diena nevar būt pirms pirmās."),
        ("academic_hour_minutes", "5", "Ievadiet skaitli, kas nav mazāks par 30."),
    ],
)
def test_bad_values_are_told_at_their_field(as_alice, document, field, typed, words):
    assert errors(describe(as_alice, document, **{field: typed})) == {field: [words]}
    assert not ExternalCertificate.objects.exists()


def test_last_years_certificate_comes_too_late_after_15_february(as_alice, document):
    late = describe(as_alice, document, first_day="2025-03-01", last_day="2025-03-01")
    assert errors(late) == {"last_day": ["Iepriekšējā gada apliecības pieņem līdz 15. februārim."]}


def test_the_same_file_is_not_taken_twice(as_alice, alice):
    submitted(alice, document=DocumentFactory(person=alice, digest="a" * 64))
    again = describe(as_alice, DocumentFactory(person=alice, digest="a" * 64))
    assert errors(again) == {"__all__": ["Šis fails jau ir iesniegts."]}


def test_a_submitted_document_cannot_be_described_again(as_alice, alice, document):
    submitted(alice, document=document)
    assert describe(as_alice, document).status_code == 404


def test_a_returned_one_shows_why_and_is_submitted_again(as_alice, alice, bob):
    certificate = submitted(alice)
    return_external(certificate, by=bob, reason="Nav redzams datums", at=at(2026, 3, 3))
    address = reverse("lms:outside", args=[certificate.pk])
    assert "Nav redzams datums" in as_alice.get(address).content.decode()
    as_alice.post(address, TYPED | {"hours": "7,5"})
    certificate.refresh_from_db()
    assert (certificate.state, certificate.hours) == ("submitted", Decimal("7.5"))


def test_an_approved_one_is_not_changed_by_its_person(as_alice, alice):
    certificate = submitted(alice)
    as_alice.post(reverse("lms:outside", args=[certificate.pk]), TYPED)
    certificate.refresh_from_db()
    assert certificate.hours == 6


def test_withdrawing_while_it_waits(as_alice, alice):
    certificate = submitted(alice)
    response = as_alice.post(reverse("lms:withdraw", args=[certificate.pk]), follow=True)
    assert "Apliecība ir atsaukta." in response.content.decode()
    assert alice.year_balances.get(year=2026, kind="training").pending == 0


def test_my_year_lists_what_came_from_elsewhere_with_state_and_reason(as_alice, alice, bob):
    return_external(submitted(alice), by=bob, reason="Nav redzams datums", at=at(2026, 3, 3))
    shown = as_alice.get(HOME).content.decode()
    assert "atgriezta precizēšanai" in shown
    assert "Nav redzams datums" in shown
