import json
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from compliance import canonical, codes, throttle
from compliance.actions.certificates import issue, revoke
from compliance.models import Certificate
from tests.factories import at

NOW = at(2026, 11, 22)


def issued(person, key="course-1", **facts):
    known = {"title": "Supervīzijas saņemšana", "hours": Decimal("92.67"), "completed_on": date(2026, 11, 21)}
    return issue(kind="course", person=person, source_key=key, facts=known | facts, at=NOW)


@pytest.fixture
def certificate(alice):
    return issued(alice)


def words(response):
    """The text of the PDF's only page."""
    with pypdfium2.PdfDocument(response.content) as document:
        (page,) = document
        return page.get_textpage().get_text_bounded()


def pdf_of(client, certificate):
    return client.get(f"/mans-gads/apliecibas/{certificate.code}.pdf")


def test_facts_are_frozen_with_their_digest(certificate, alice):
    facts = json.loads(certificate.facts)
    assert (facts["name"], facts["hours"], facts["issued_on"]) == ("Alise Ozola", "92.67", "2026-11-22")
    assert certificate.digest == canonical.digest(certificate.facts)
    assert (len(certificate.code), set(certificate.code) <= set(codes.ALPHABET)) == (20, True)


def test_codes_hold_a_hundred_bits():
    assert len(set(codes.ALPHABET)) ** codes.LENGTH == 2**100


def test_one_certificate_stands_for_a_source(certificate, alice, bob):
    with pytest.raises(IntegrityError), transaction.atomic():
        issued(alice)
    revoke(certificate, reason="Kļūda", by=bob, at=NOW)
    assert issued(alice).state == "valid"


def test_revoking_needs_a_reason_and_happens_once(certificate, bob):
    with pytest.raises(ValidationError):
        revoke(certificate, reason=" ", by=bob, at=NOW)
    assert revoke(certificate, reason="Kļūda", by=bob, at=NOW).revoked_by == bob
    with pytest.raises(ValidationError):
        revoke(certificate, reason="Kļūda", by=bob, at=NOW)


def test_pdf_says_what_was_learnt_in_latvian(client, certificate, alice):
    client.force_login(alice)
    response = pdf_of(client, certificate)
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    text = words(response)
    for word in ("Apliecība", "Alise Ozola", "Supervīzijas saņemšana", "92,67 akadēmiskās stundas", certificate.digest):
        assert word in text
    assert f"/parbaudit/{certificate.code}/" in text


def test_pdf_is_drawn_for_a_moment_between_two_seconds(client, certificate, alice):
    Certificate.objects.update(issued_at=NOW.replace(microsecond=123_456))
    client.force_login(alice)
    assert pdf_of(client, certificate).status_code == 200


def test_pdf_is_tagged_for_screen_readers(client, certificate, alice):
    client.force_login(alice)
    drawn = pdf_of(client, certificate).content
    assert b"/MarkInfo" in drawn
    assert b"pdfuaid" in drawn


def test_pdf_never_changes_once_it_was_drawn(client, certificate, alice):
    client.force_login(alice)
    before = pdf_of(client, certificate).content
    alice.last_name = "Kalniņa"
    alice.save()
    assert pdf_of(client, certificate).content == before


def test_renaming_before_the_first_request_changes_nothing_either(client, certificate, alice):
    alice.last_name = "Kalniņa"
    alice.save()
    client.force_login(alice)
    assert "Alise Ozola" in words(pdf_of(client, certificate))


@pytest.mark.parametrize("name", ["Žółć Иванова", "李明 😀", "Ģirts <b>“A”</b> #[x] $y$"])
def test_any_name_makes_a_pdf(client, alice, name):
    client.force_login(alice)
    assert pdf_of(client, issued(alice, name=name)).status_code == 200


def test_pdf_follows_the_language_of_the_course(client, alice):
    client.force_login(alice)
    text = words(pdf_of(client, issued(alice, language="en", hours=Decimal(1))))
    assert "1 academic hour" in text
    assert "Completed on 21 November 2026" in text


def test_pdf_of_someone_else_does_not_exist(client, certificate, bob):
    client.force_login(bob)
    assert pdf_of(client, certificate).status_code == 404


def test_guest_signs_in_before_the_pdf(client, certificate):
    assert pdf_of(client, certificate).status_code == 302


def test_anyone_can_verify_a_certificate(client, certificate):
    response = client.get(f"/parbaudit/{certificate.code}/")
    for word in (
        "Apliecība ir derīga",
        "Alise Ozola",
        "Supervīzijas saņemšana",
        "92,67",
        "Socdarbs",
        certificate.digest,
    ):
        assert word in response.text
    assert "2026. gada 21. novembris" in response.text


def test_page_exists_in_english(client, certificate):
    response = client.get(f"/en/parbaudit/{certificate.code}/")
    assert "The certificate is valid." in response.text
    assert "92.67 academic hours" in response.text


def test_revoked_certificate_says_so(client, certificate, bob):
    revoke(certificate, reason="Kļūda", by=bob, at=NOW)
    response = client.get(f"/parbaudit/{certificate.code}/")
    assert response.status_code == 200
    assert "Apliecība ir anulēta" in response.text


def test_replaced_certificate_leads_to_its_successor(client, certificate, alice):
    successor = issued(alice, key="course-2")
    Certificate.objects.filter(pk=certificate.pk).update(replaced_by=successor, replaced_at=NOW)
    response = client.get(f"/parbaudit/{certificate.code}/")
    assert "Apliecība ir aizstāta" in response.text
    assert f"/parbaudit/{successor.code}/" in response.text


def test_code_may_be_typed_in_any_case_with_dashes(client, certificate):
    typed = codes.written(certificate.code).lower()
    assert "-" in typed
    assert "Alise Ozola" in client.get(f"/parbaudit/{typed}/").text
    response = client.get("/parbaudit/", {"code": f" {typed} "})
    assert (response.status_code, response.url) == (302, f"/parbaudit/{certificate.code}/")


def test_mistyped_code_gets_a_clear_answer(client, db):
    assert "Kodā ir 20 burti un cipari" in client.get("/parbaudit/", {"code": "ABC"}).text
    assert client.get(f"/parbaudit/{'A' * 20}/").status_code == 404
    assert "Šādas apliecības nav" in client.get(f"/parbaudit/{'A' * 20}/").text


def test_looking_codes_up_is_throttled_for_each_address(client, certificate):
    for _time in range(throttle.LIMIT):
        assert client.get(f"/parbaudit/{'A' * 20}/").status_code == 404
    assert client.get(f"/parbaudit/{certificate.code}/").status_code == 429
    assert client.get(f"/parbaudit/{certificate.code}/", REMOTE_ADDR="127.0.0.2").status_code == 200


@pytest.mark.parametrize("path", ["/parbaudit/", "/parbaudit/ABC/"])
def test_nothing_is_posted_to_the_verification(client, db, path):
    assert client.post(path).status_code == 405
