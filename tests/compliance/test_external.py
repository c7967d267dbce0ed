"""Certificates obtained elsewhere, from submitting to correcting."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from compliance import audit
from compliance.actions import balances, external_limits
from compliance.actions.external import (
    approve_external,
    correct_external,
    reject_external,
    resubmit_external,
    return_external,
    withdraw_external,
)
from compliance.models import CreditEntry, ExternalCertificate, Provider, YearBalance
from tests.factories import DocumentFactory, UserFactory, at, submitted

pytestmark = pytest.mark.django_db
NOW = at(2026, 11, 22)


def hours(person, year=2026, kind="training"):
    """Earned and pending."""
    row = YearBalance.objects.filter(person=person, year=year, kind=kind).first()
    return (row.earned, row.pending) if row else None


def verbs(certificate):
    return [step.verb for step in certificate.steps.all()]


def refusal(call):
    with pytest.raises(ValidationError) as refused:
        call()
    return refused.value


def test_submitted_hours_are_pending_at_once_and_earned_once_approved(alice, bob):
    certificate = submitted(alice)
    assert hours(alice) == (0, 6)
    entry = approve_external(certificate, by=bob, at=NOW)
    assert hours(alice) == (6, 0)
    assert (entry.legal_date, entry.source, entry.recorded_by) == (date(2026, 3, 1), "certificate", bob)


@pytest.mark.parametrize("kind", ["clock", "not_stated"])
def test_hours_that_are_not_academic_are_not_pending(alice, kind):
    submitted(alice, hours_kind=kind)
    assert hours(alice) is None


def test_hours_that_are_not_academic_need_an_amount_and_a_reason(alice, bob):
    certificate = submitted(alice, hours_kind="clock")
    assert "amount" in refusal(lambda: approve_external(certificate, by=bob, at=NOW)).error_dict
    amount = Decimal(8)
    assert "reason" in refusal(lambda: approve_external(certificate, by=bob, amount=amount, at=NOW)).error_dict
    approve_external(certificate, by=bob, amount=amount, reason="Pēc mācību plāna", at=NOW)
    assert hours(alice) == (8, 0)


def test_supervision_counts_its_own_sessions(alice, bob):
    certificate = submitted(alice, kind="supervision", sessions=3)
    assert hours(alice, kind="supervision") == (0, 3)
    entry = approve_external(certificate, by=bob, at=NOW)
    assert (entry.unit, entry.amount, hours(alice, kind="supervision")) == ("sessions", 3, (3, 0))


def test_returned_hours_are_neither_pending_nor_earned_until_submitted_again(alice, bob):
    certificate = return_external(submitted(alice), by=bob, reason="Nav redzams datums", at=NOW)
    assert hours(alice) is None
    resubmit_external(certificate, by=alice, hours=Decimal(8), at=NOW)
    assert hours(alice) == (0, 8)
    assert verbs(certificate) == ["submitted", "returned", "resubmitted"]


def test_rejected_and_withdrawn_bring_nothing(alice, bob):
    reject_external(submitted(alice), by=bob, reason="Nav par sociālo darbu", at=NOW)
    withdraw_external(submitted(alice), by=alice, at=NOW)
    assert hours(alice) is None


@pytest.mark.parametrize("decide", [return_external, reject_external])
def test_returning_and_rejecting_need_a_reason(alice, bob, decide):
    assert "reason" in refusal(lambda: decide(submitted(alice), by=bob, reason=" ", at=NOW)).error_dict


def test_decided_hours_and_year_need_a_reason_and_are_kept_beside_the_printed(alice, bob):
    certificate = submitted(alice, first_day=date(2025, 12, 30), last_day=date(2026, 1, 3))
    changed = {"amount": Decimal(4), "year": 2025}
    assert "reason" in refusal(lambda: approve_external(certificate, by=bob, **changed, at=NOW)).error_dict
    approve_external(certificate, by=bob, **changed, reason="Mācības bija decembrī", at=NOW)
    certificate.refresh_from_db()
    assert (certificate.hours, certificate.decided_amount, certificate.decided_year) == (6, 4, 2025)
    assert (hours(alice, 2025), hours(alice)) == ((4, 0), None)
    assert CreditEntry.objects.get().legal_date == date(2025, 12, 31)


def test_a_year_that_the_training_did_not_touch_is_refused(alice, bob):
    certificate = submitted(alice)
    call = lambda: approve_external(certificate, by=bob, year=2024, reason="Kļūda", at=NOW)  # noqa: E731
    assert "year" in refusal(call).error_dict


def test_correction_reverses_and_replaces_with_a_reason(alice, bob):
    certificate = submitted(alice)
    wrong = approve_external(certificate, by=bob, at=NOW)
    right = correct_external(certificate, by=bob, amount=Decimal(16), reason="Nepareizi nolasīts", at=NOW)
    assert (right.corrects, wrong.reversal.reason, hours(alice)) == (wrong, "Nepareizi nolasīts", (16, 0))
    correct_external(certificate, by=bob, amount=Decimal(12), reason="Vēlreiz", at=NOW)
    assert hours(alice) == (12, 0)
    assert (list(audit.findings()), balances.differences(at=NOW)) == ([], set())


def test_correction_to_nothing_is_a_reversal_alone_and_can_be_mended_again(alice, bob):
    certificate = submitted(alice)
    wrong = approve_external(certificate, by=bob, at=NOW)
    reversal = correct_external(certificate, by=bob, amount=Decimal(0), reason="Cita persona", at=NOW)
    assert (reversal.reverses, reversal.amount, hours(alice)) == (wrong, -6, (0, 0))
    said = refusal(lambda: correct_external(certificate, by=bob, amount=Decimal(0), reason="Vēlreiz", at=NOW))
    assert said.messages == ["Nekas nemainītos."]
    right = correct_external(certificate, by=bob, amount=Decimal(4), reason="Tomēr šī", at=NOW)
    assert (right.corrects, hours(alice), verbs(certificate)[-2:]) == (wrong, (4, 0), ["corrected", "corrected"])
    assert (list(audit.findings()), balances.differences(at=NOW)) == ([], set())


def test_who_paid_goes_from_the_form_to_the_ledger_and_can_be_set_right(alice, bob):
    certificate = submitted(alice, funding="person")
    entry = approve_external(certificate, by=bob, funding="employer", at=NOW)
    right = correct_external(certificate, by=bob, funding="project", reason="Projekts maksāja", at=NOW)
    certificate.refresh_from_db()
    assert (entry.funding, right.funding, certificate.funding) == ("employer", "project", "project")
    assert hours(alice) == (6, 0)


def test_who_paid_stays_as_submitted_where_nobody_says_otherwise(alice, bob):
    assert approve_external(submitted(alice, funding="person"), by=bob, at=NOW).funding == "person"


def test_correction_that_changes_nothing_is_refused(alice, bob):
    certificate = submitted(alice)
    approve_external(certificate, by=bob, at=NOW)
    said = refusal(lambda: correct_external(certificate, by=bob, amount=Decimal(6), reason="Tāpat", at=NOW))
    assert said.messages == ["Nekas nemainītos."]


def test_nobody_decides_about_their_own_nor_about_what_they_submitted(alice, bob):
    of_alice = submitted(alice, by=bob)
    for by, words in (
        (alice, "Par savām stundām lemj kāds cits."),
        (bob, "Par cita vietā iesniegtu apliecību lemj kāds cits, nevis iesniedzējs."),
    ):
        assert refusal(lambda by=by: approve_external(of_alice, by=by, at=NOW)).messages == [words]


def test_second_decision_is_told_that_another_was_first(alice, bob):
    certificate = submitted(alice)
    approve_external(certificate, by=bob, at=NOW)
    said = refusal(lambda: reject_external(certificate, by=UserFactory(), reason="Nē", at=NOW))
    assert said.messages == ["Šo iesniegumu jau izskatīja cits apstiprinātājs."]


def test_what_was_made_precise_meanwhile_is_looked_at_again(alice, bob):
    seen = submitted(alice)
    return_external(seen, by=bob, reason="Neskaidrs", at=NOW)
    resubmit_external(seen, by=alice, hours=Decimal(60), at=NOW)
    said = refusal(lambda: approve_external(seen, by=UserFactory(), at=NOW))
    assert said.messages == ["Apliecība pa šo laiku ir precizēta. Apskatiet to vēlreiz."]


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"hours": Decimal("1e9")}, "hours"),
        ({"hours": Decimal("NaN")}, "hours"),
        ({"hours": Decimal(-5)}, "hours"),
        ({"hours": Decimal(0)}, "hours"),
        ({"hours": Decimal("1.234")}, "hours"),
        ({"hours": None}, "hours"),
        ({"kind": "supervision", "sessions": None}, "sessions"),
        ({"last_day": date(2026, 3, 3)}, "last_day"),
        ({"first_day": date(2026, 3, 2)}, "last_day"),
    ],
)
def test_nonsense_is_refused_at_its_field(alice, bad, field):
    assert list(refusal(lambda: submitted(alice, **bad)).error_dict) == [field]
    assert not ExternalCertificate.objects.exists()


def test_days_before_anyone_here_was_born_are_called_so(alice):
    long_ago = date(1900, 1, 1)
    said = refusal(lambda: submitted(alice, first_day=long_ago, last_day=long_ago))
    assert said.message_dict == {"first_day": ["Norādiet dienu, kas nav agrāka par 1950. gadu."]}


@pytest.mark.parametrize(
    ("moment", "taken"), [(at(2026, 2, 15, 23, 59), True), (at(2026, 2, 16, 0, 0), False), (at(2027, 1, 2), False)]
)
def test_last_years_are_taken_until_15_february_in_latvia(alice, moment, taken):
    facts = {"first_day": date(2025, 12, 1), "last_day": date(2025, 12, 1), "at": moment}
    if taken:
        assert submitted(alice, **facts).last_day == date(2025, 12, 1)
    else:
        assert list(refusal(lambda: submitted(alice, **facts)).error_dict) == ["last_day"]


def test_returned_after_15_february_can_still_be_made_precise(alice, bob):
    certificate = submitted(alice, first_day=date(2025, 12, 1), last_day=date(2025, 12, 1), at=at(2026, 2, 14))
    return_external(certificate, by=bob, reason="Neskaidrs", at=at(2026, 2, 20))
    assert resubmit_external(certificate, by=alice, at=at(2026, 2, 21)).state == "submitted"


def test_the_same_file_is_refused_while_the_first_counts(alice, bob):
    first = submitted(alice, document=DocumentFactory(person=alice, digest="a" * 64))
    again = DocumentFactory(person=alice, digest="a" * 64)
    assert refusal(lambda: submitted(alice, document=again)).messages == ["Šis fails jau ir iesniegts."]
    withdraw_external(first, by=alice, at=NOW)
    assert submitted(alice, document=again).state == "submitted"


def test_providers_grow_by_approval_and_are_spelt_one_way(alice, bob):
    approve_external(submitted(alice, provider="Biedrība  Dardedze"), by=bob, at=NOW)
    assert list(Provider.objects.values_list("name", flat=True)) == ["Biedrība Dardedze"]
    assert submitted(alice, provider="BIEDRĪBA dardedze").provider == "Biedrība Dardedze"


def test_nobody_floods_the_queue(alice, bob, monkeypatch):
    monkeypatch.setattr(external_limits, "MOST_WAITING", 2)
    first, _second = submitted(alice), submitted(alice)
    assert refusal(lambda: submitted(alice)).messages == [
        "Pārāk daudz ierakstu jau gaida apstiprinājumu. Nākamo pievienojiet vēlāk."
    ]
    approve_external(first, by=bob, at=NOW)
    assert submitted(alice).state == "submitted"
