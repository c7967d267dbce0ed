"""Why someone should look closer at a certificate from elsewhere."""

from datetime import date
from decimal import Decimal

import pytest

from compliance import flags
from compliance.actions.external import reject_external
from compliance.actions.ledger import Original, award
from compliance.models import ExternalCertificate
from tests.factories import DocumentFactory, EmploymentFactory, at, submitted

pytestmark = pytest.mark.django_db
NOW = at(2026, 11, 22)


@pytest.fixture
def alice(alice, office):
    EmploymentFactory(person=alice, employer=office, start=date(2025, 1, 1))
    return alice


def given(person, **facts):
    """Submitted with a file of its own."""
    return submitted(person, **{"document": DocumentFactory(person=person)} | facts)


def words(certificate):
    return [flag.words for flag in flags.found([certificate])[certificate.pk]]


def test_a_plain_certificate_has_no_flag(alice):
    certificate = given(alice)
    assert (certificate.flags, words(certificate)) == ([], [])


def test_a_certificate_without_a_file_is_flagged(alice):
    assert words(submitted(alice)) == ["Fails nav pievienots."]


def test_the_file_of_somebody_else_is_flagged(alice, charlie):
    EmploymentFactory(person=charlie)
    given(alice, document=DocumentFactory(person=alice, digest="a" * 64))
    same = given(charlie, document=DocumentFactory(person=charlie, digest="a" * 64))
    assert words(same) == ["Tas pats fails iesniegts arī par citu personu."]


def test_a_file_rejected_before_is_flagged(alice, bob):
    reject_external(given(alice, document=DocumentFactory(person=alice, digest="a" * 64)), by=bob, reason="Nē", at=NOW)
    again = given(alice, document=DocumentFactory(person=alice, digest="a" * 64))
    assert words(again) == ["Tas pats fails jau reiz noraidīts."]


def test_hours_that_are_not_academic_are_flagged(alice):
    assert words(given(alice, hours_kind="clock")) == ["Dokumentā nav norādītas akadēmiskās stundas."]


@pytest.mark.parametrize(("days", "flagged"), [(1, True), (2, False)])
def test_more_hours_a_day_than_plausible_are_flagged(alice, days, flagged):
    certificate = given(alice, hours=Decimal("10.5"), last_day=date(2026, 3, days), at=at(2026, 3, 9))
    assert words(certificate) == ["Vienā dienā iznāk 10,5; ticami ir ne vairāk kā 10."] * flagged


def test_the_same_days_with_a_title_alike_or_one_provider_are_flagged(alice):
    given(alice, title="Ievads krīzes intervencē", provider="A")
    assert words(given(alice, title="Ievads krīzes intervence", provider="B")) == [
        "Tajās pašās dienās ir arī „Ievads krīzes intervencē”."
    ]
    assert words(given(alice, title="Pirmā palīdzība", provider="a")) == [
        "Tajās pašās dienās ir arī „Ievads krīzes intervencē”."
    ]
    assert words(given(alice, title="Valsts valoda", provider="C")) == []


def test_what_is_credited_already_is_an_overlap(alice):
    award([Original(alice.pk, "training", Decimal(4), date(2026, 3, 1), "event", "a", "Krīzes intervence")], at=NOW)
    assert words(given(alice)) == ["Tajās pašās dienās ir arī „Krīzes intervence”."]


def test_days_outside_of_employment_are_flagged(charlie):
    EmploymentFactory(person=charlie, start=date(2026, 3, 2))
    assert words(given(charlie)) == ["Mācību dienās apstiprinātas darbavietas nebija."]


def test_training_over_the_end_of_a_year_is_flagged(alice):
    certificate = given(alice, first_day=date(2025, 12, 30), last_day=date(2026, 1, 2))
    assert words(certificate) == ["Mācības notika divu gadu mijā; pēc pēdējās dienas tās ieskaitāmas 2026. gadā."]
    assert certificate.flags == ["across_years"]


@pytest.mark.parametrize("number", [1, 3])
def test_flags_of_a_page_take_four_queries(alice, number, django_assert_num_queries):
    for day in range(1, number + 1):
        given(alice, first_day=date(2026, 2, day), last_day=date(2026, 2, day))
    rows = list(ExternalCertificate.objects.select_related("document"))
    with django_assert_num_queries(4):
        flags.found(rows)
