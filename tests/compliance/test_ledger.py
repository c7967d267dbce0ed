from datetime import date
from decimal import Decimal
from operator import attrgetter

import pytest

from compliance import canonical
from compliance.actions.ledger import AlreadyCorrected, AlreadyCredited, Original, award, correct, reverse
from compliance.models import CreditEntry, LedgerHead, YearBalance
from tests.factories import UserFactory, at

NOON = at(2026, 6, 1)


def hours(person, amount="4", key="course-1", version="v1", day=date(2026, 5, 31), **more):
    facts = {"kind": "training", "source": "course", "title": "Supervīzijas saņemšana", **more}
    return Original(
        person_id=person.pk, amount=Decimal(amount), legal_date=day, source_key=key, source_version=version, **facts
    )


def earned(person):
    rows = YearBalance.objects.filter(person=person).exclude(earned=0)
    return list(rows.order_by("year", "kind").values_list("year", "kind", "earned"))


def test_award_writes_entry_chain_and_balance(alice):
    (entry,) = award([hours(alice)], at=NOON)
    entry.refresh_from_db()
    assert (entry.sequence, entry.year, entry.amount, entry.previous_hash) == (1, 2026, Decimal("4.00"), "")
    assert entry.text == canonical.entry_text(attrgetter(*canonical.STATED)(entry))
    assert entry.hash == canonical.link("", entry.text)
    assert LedgerHead.objects.get(person=alice).hash == entry.hash
    assert earned(alice) == [(2026, "training", Decimal(4))]


def test_award_continues_the_chain_of_each_person(alice, bob):
    award([hours(alice), hours(bob)], at=NOON)
    second, third = award([hours(alice, key="course-2"), hours(alice, key="course-3")], at=NOON)
    first = CreditEntry.objects.get(person=alice, sequence=1)
    assert (second.previous_hash, third.previous_hash) == (first.hash, second.hash)
    assert list(LedgerHead.objects.order_by("person").values_list("person", "sequence")) == sorted(
        [(alice.pk, 3), (bob.pk, 1)]
    )


def test_award_of_ten_thousand_takes_a_handful_of_queries(db, django_assert_max_num_queries):
    people = UserFactory.create_batch(3)
    many = [hours(person, key=f"course-{number}") for person in people for number in range(3334)]
    with django_assert_max_num_queries(20):
        assert len(award(many, at=NOON)) == 10_002
    assert earned(people[0]) == [(2026, "training", Decimal(4 * 3334))]


@pytest.mark.parametrize("again", [{}, {"version": "v2"}, {"version": "v2", "day": date(2026, 1, 1)}])
def test_course_is_credited_once_a_year(alice, again):
    award([hours(alice)], at=NOON)
    with pytest.raises(AlreadyCredited):
        award([hours(alice, **again)], at=NOON)
    assert earned(alice) == [(2026, "training", Decimal(4))]


def test_new_version_of_a_course_is_credited_in_a_later_year(alice):
    award([hours(alice, day=date(2025, 12, 31))], at=NOON)
    award([hours(alice, version="v2", day=date(2026, 1, 1))], at=NOON)
    assert earned(alice) == [(2025, "training", Decimal(4)), (2026, "training", Decimal(4))]


def test_course_version_is_credited_once_ever(alice):
    award([hours(alice, day=date(2025, 12, 31))], at=NOON)
    with pytest.raises(AlreadyCredited):
        award([hours(alice, day=date(2026, 1, 1))], at=NOON)


def test_same_credit_twice_in_one_list_is_refused_whole(alice, bob):
    with pytest.raises(AlreadyCredited):
        award([hours(bob), hours(alice), hours(alice)], at=NOON)
    assert CreditEntry.objects.count() == 0


@pytest.mark.parametrize("amount", ["-5", "0", "NaN", "sNaN", "Infinity", "0.001", "100000"])
def test_amounts_that_are_no_hours_are_refused(alice, amount):
    with pytest.raises(ValueError, match=r"amount|decimals"):
        award([hours(alice, amount)], at=NOON)
    assert CreditEntry.objects.count() == 0


@pytest.mark.parametrize(
    "nonsense",
    [
        {"unit": "sessions"},
        {"kind": "supervision"},
        {"kind": "sleep"},
        {"source": "gift"},
        {"key": ""},
        {"title": ""},
        {"title": "a" * 301},
        {"day": date(2026, 6, 2)},
    ],
)
def test_credits_that_make_no_sense_are_refused(alice, nonsense):
    with pytest.raises(ValueError, match=r"counted|source|longer|come"):
        award([hours(alice, **nonsense)], at=NOON)


def test_hundredths_add_up_exactly(alice):
    award([hours(alice, "0.1", key=str(number)) for number in range(30)], at=NOON)
    award([hours(alice, "92.67", key="long")], at=NOON)
    assert earned(alice) == [(2026, "training", Decimal("95.67"))]


def test_correct_reverses_and_writes_anew(alice, bob):
    (wrong,) = award([hours(alice)], at=NOON)
    right = correct(wrong, reason="Kļūda", by=bob, amount=Decimal("3.5"), legal_date=date(2025, 12, 30), at=NOON)
    reversal = wrong.reversal
    assert (reversal.amount, reversal.legal_date, reversal.sequence) == (Decimal(-4), wrong.legal_date, 2)
    assert (right.corrects, right.amount, right.year, right.sequence) == (wrong, Decimal("3.5"), 2025, 3)
    assert (right.reason, right.recorded_by) == ("Kļūda", bob)
    assert earned(alice) == [(2025, "training", Decimal("3.5"))]
    assert list(CreditEntry.objects.standing()) == [right]


def test_correction_can_be_corrected_but_not_the_same_entry_twice(alice, bob):
    (wrong,) = award([hours(alice)], at=NOON)
    right = correct(wrong, reason="Kļūda", by=bob, amount=Decimal(3), at=NOON)
    with pytest.raises(AlreadyCorrected):
        correct(wrong, reason="Kļūda", by=bob, amount=Decimal(2), at=NOON)
    with pytest.raises(AlreadyCorrected):
        correct(wrong.reversal, reason="Kļūda", by=bob, at=NOON)
    correct(right, reason="Vēl viena", by=bob, amount=Decimal(5), at=NOON)
    assert earned(alice) == [(2026, "training", Decimal(5))]


def test_reversed_entry_counts_no_more_and_gets_its_correction_later(alice, bob):
    (wrong,) = award([hours(alice)], at=NOON)
    reversal = reverse(wrong, reason="Kļūda", by=bob, at=NOON)
    assert (reversal.reverses, reversal.amount, list(CreditEntry.objects.standing())) == (wrong, -4, [])
    with pytest.raises(AlreadyCorrected):
        reverse(wrong, reason="Kļūda", by=bob, at=NOON)
    right = correct(wrong, reason="Tomēr", by=bob, amount=Decimal(2), at=NOON)
    assert (right.corrects, earned(alice)) == (wrong, [(2026, "training", Decimal(2))])


def test_correction_needs_a_reason_and_a_real_amount(alice, bob):
    (wrong,) = award([hours(alice)], at=NOON)
    for reason, amount in [(" ", Decimal(3)), ("Kļūda", Decimal(-3))]:
        with pytest.raises(ValueError, match=r"reason|amount"):
            correct(wrong, reason=reason, by=bob, amount=amount, at=NOON)
    assert CreditEntry.objects.count() == 1
