"""What an auditor, anyone with a code and anyone with a key sees of a year statement."""

import json
from datetime import date, timedelta

import pypdfium2
import pytest

from compliance import pdf, portal_keys, throttle
from compliance.models import AuditLink, Certificate
from tests.compliance.stating import NOW, earn, employed, settled

SITE = "http://127.0.0.1:8000"


@pytest.fixture
def statement(alice, office, time_machine):
    time_machine.move_to(NOW, tick=False)
    employed(alice, office)
    earn(alice, 24, provider="Biedrība")
    return settled(alice)[0]


@pytest.fixture
def link(statement):
    """The link and its address."""
    link, token = AuditLink.make(statement, lasting=timedelta(days=7), at=NOW)
    return link, f"/parbaudit/saite/{token}/"


def pages(drawn):
    with pypdfium2.PdfDocument(drawn) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def test_auditor_sees_everything_without_signing_in(client, link):
    page = client.get(link[1])
    for word in (
        "Ieskaitīts: 24 no 24 stundām. Norma izpildīta.",
        "Alise Ozola",
        "Seminārs",
        "Biedrība",
        "Ādažu novada",
    ):
        assert word in page.text
    assert "norma vēl nav pārbaudīta" in page.text
    assert "parakstīt" not in page.text


def test_nothing_of_it_is_kept_found_or_told_to_others(client, link):
    page = client.get(link[1])
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "no-referrer"


def test_auditor_gets_pdf_data_and_seal(client, link, statement):
    assert client.get(f"{link[1]}izzina.pdf").content[:5] == b"%PDF-"
    assert client.get(f"{link[1]}izzina.json").content.decode() == statement.facts
    assert len(client.get(f"{link[1]}izzina.sig").content) == 64


def test_openings_are_counted(client, link):
    client.get(link[1])
    client.get(link[1])
    link[0].refresh_from_db()
    assert (link[0].opened, link[0].last_opened_at) == (2, NOW)


def test_token_is_not_in_the_database(link):
    token = link[1].split("/")[3]
    assert token not in str(AuditLink.objects.values())


@pytest.mark.parametrize("path", ["", "izzina.pdf", "izzina.json", "izzina.sig"])
def test_expired_link_is_over(client, link, time_machine, path):
    time_machine.move_to(NOW + timedelta(days=7), tick=False)
    page = client.get(link[1] + path)
    assert page.status_code == 410
    assert "Saites derīguma termiņš ir beidzies. Pieprasiet jaunu." in page.text
    assert "Alise" not in page.text


@pytest.mark.parametrize("path", ["", "izzina.pdf", "izzina.json", "izzina.sig"])
def test_withdrawn_link_is_over(client, link, path):
    AuditLink.objects.update(withdrawn_at=NOW)
    assert client.get(link[1] + path).status_code == 410


@pytest.mark.parametrize("path", ["", "izzina.pdf", "izzina.json", "izzina.sig"])
def test_guessed_link_leads_nowhere(client, link, path):
    assert client.get(f"/parbaudit/saite/{'A' * 43}/{path}").status_code == 404


def test_guessing_links_is_throttled(client, link):
    for _time in range(throttle.LIMIT):
        client.get("/parbaudit/saite/guess/")
    assert client.get(link[1]).status_code == 429


def test_link_to_a_replaced_statement_says_so(client, link, statement, alice):
    earn(alice, 2, key="vēl")
    Certificate.objects.update(replaced_at=NOW)
    assert "Gada izziņa ir aizstāta. Palūdziet īpašniekam jauno." in client.get(link[1]).text


def test_anyone_with_the_code_sees_only_the_outcome(client, statement):
    page = client.get(f"/parbaudit/{statement.code}/")
    for word in (
        "Gada izziņa ir derīga",
        "Alise Ozola",
        "Ieskaitīts: 24 no 24 stundām.",
        statement.digest,
        statement.key_id,
    ):
        assert word in page.text
    assert ("Seminārs" in page.text, "Ādažu" in page.text) == (False, False)


def test_statement_changed_in_the_database_is_not_relied_on(client, statement, link):
    Certificate.objects.update(facts=statement.facts.replace('"hours":"24.00"', '"hours":"99.00"'))
    assert "Uz šo gada izziņu nevar paļauties." in client.get(f"/parbaudit/{statement.code}/").text
    assert "Dati neatbilst tiem, par kuriem portāls izsniedza izziņu." in client.get(link[1]).text


def test_verification_survives_a_new_key_that_names_the_old(client, statement, settings):
    old = portal_keys.private(settings.STATEMENT_KEY).public_key()
    settings.STATEMENT_KEY, _public = portal_keys.new()
    assert "nevar paļauties" in client.get(f"/parbaudit/{statement.code}/").text
    settings.STATEMENT_OLD_KEYS = [portal_keys.base64.b64encode(old.public_bytes_raw()).decode()]
    assert "Gada izziņa ir derīga" in client.get(f"/parbaudit/{statement.code}/").text


def test_replaced_statement_leads_to_the_newer(client, statement, alice, bob):
    earn(alice, 2, key="vēl")
    newer = Certificate.objects.get()
    newer.pk, newer.code, newer.replaced_at = None, "B" * 20, None
    Certificate.objects.update(replaced_at=NOW)
    newer.save()
    Certificate.objects.filter(pk=statement.pk).update(replaced_by=newer)
    page = client.get(f"/parbaudit/{statement.code}/")
    assert "Gada izziņa ir aizstāta." in page.text
    assert f"/parbaudit/{newer.code}/" in page.text


def test_keys_are_published_with_how_to_check(client, db):
    page, (key, *_older) = client.get("/parbaudit/atslegas/"), portal_keys.published()
    assert f"{key}.pem" in page.text
    assert client.get(f"/parbaudit/atslegas/{key}.pem").content.startswith(b"-----BEGIN PUBLIC KEY-----")
    assert client.get("/parbaudit/atslegas/0123456789abcdef.pem").status_code == 404


def test_owner_gets_the_data_and_nobody_else(client, statement, alice, bob):
    address = f"/mans-gads/apliecibas/{statement.code}.json"
    client.force_login(alice)
    assert json.loads(client.get(address).content)["name"] == "Alise Ozola"
    client.force_login(bob)
    assert client.get(address).status_code == 404


def test_pdf_is_tagged_and_the_same_each_time(statement):
    drawn = pdf.render(statement, site=SITE)
    assert (b"pdfuaid" in drawn, drawn == pdf.render(statement, site=SITE)) == (True, True)
    (text,) = pages(drawn)
    for word in ("Gada izziņa par 2026. gadu", "Alise Ozola", "Norma izpildīta.", "Seminārs", statement.digest):
        assert word in text
    assert "parakst" not in text


def test_many_entries_go_on_over_the_page_under_the_same_heading(statement, alice):
    for number in range(60):
        earn(alice, "0.5", key=f"lekcija {number}", on=date(2026, 6, 1), provider="Ļoti gara nosaukuma biedrība " * 4)
    long = settled(alice)[0]
    long.facts = Certificate.objects.get().facts
    Certificate.objects.update(replaced_at=NOW)
    drawn = pages(pdf.render(settled(alice)[-1], site=SITE))
    assert len(drawn) > 3
    assert all("Mācības un īstenotājs" in page for page in drawn[1:-1])


@pytest.mark.parametrize("name", ["Žółć Иванова", "李明 😀", "Ģirts <b>“A”</b> #[x] $y$"])
def test_any_name_makes_a_pdf(alice, office, name):
    alice.first_name, alice.last_name = name, ""
    alice.save()
    employed(alice, office)
    earn(alice, 24)
    assert pdf.render(settled(alice)[0], site=SITE)[:5] == b"%PDF-"
