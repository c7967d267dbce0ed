from datetime import date
from decimal import Decimal
from operator import attrgetter

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from compliance import audit, canonical, seals, triggers
from compliance.actions.ledger import Original, award, correct
from compliance.actions.sealing import seal_ledger
from compliance.models import CreditEntry, Extract, LedgerHead, Seal
from people.models import Notice
from tests.factories import at

NOW = at(2026, 6, 1)


def hours(person, key, amount=4):
    return Original(person.pk, "training", Decimal(amount), date(2026, 5, 31), "course", key, "Kurss")


@pytest.fixture
def ledger(alice, bob):
    """Five entries: three of alice (the first reversed and corrected), one more of each; sealed in between."""
    first, _second = award([hours(alice, "a"), hours(bob, "a")], at=NOW)
    seal_ledger(at=at(2026, 6, 1))
    correct(first, reason="Kļūda", by=bob, amount=Decimal(3), at=NOW)
    seal_ledger(at=at(2026, 6, 2))
    award([hours(alice, "b")], at=NOW)
    return first


def tamper(sql, *values):
    """What only someone with the database in hand can do: the triggers step aside and come back."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name in triggers.LEDGER.wanted(connection.vendor):
                cursor.execute(f"DROP TRIGGER {name}")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE compliance_creditentry DISABLE TRIGGER USER")
        cursor.execute(sql, values)
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE compliance_creditentry ENABLE TRIGGER USER")
        triggers.install(connection)


def step_aside(trigger, table):
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"DROP TRIGGER {trigger}")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"DROP TRIGGER {trigger} ON {table}")


def found():
    return list(audit.findings())


def test_sound_ledger_has_no_findings(ledger, capsys):
    assert found() == []
    call_command("verify_ledger")
    assert capsys.readouterr().out == "The ledger is sound.\n"


def test_extract_written_over_is_named(ledger, office):
    extract = Extract.objects.create(
        employer=office, person=ledger.person, left_on=date(2026, 5, 31), facts='{"left_on":"2026-05-31"}',
        digest=canonical.digest('{"left_on":"2026-05-31"}'), frozen_at=NOW,
    )  # fmt: skip
    assert found() == []
    step_aside("extracts_refuses_update", "compliance_extract")
    Extract.objects.update(left_on=date(2027, 5, 31))
    assert found() == [
        "trigger extracts_refuses_update is missing",
        f"extract {extract.pk}: the columns do not say what the facts say",
    ]
    Extract.objects.update(facts='{"left_on":"2027-05-31"}')
    assert found()[1:] == [f"extract {extract.pk}: the digest does not fit the facts"]


def test_empty_ledger_is_sound(db):
    seal = seal_ledger(at=NOW)
    assert (seal.people, seal.entries, found()) == (0, 0, [])


def test_command_names_the_row_and_exits_with_1(ledger, capsys):
    tamper("UPDATE compliance_creditentry SET amount = 40 WHERE id = %s", ledger.pk)
    with pytest.raises(CommandError) as error:
        call_command("verify_ledger")
    assert error.value.returncode == 1
    assert f"entry {ledger.pk} (person {ledger.person_id})" in capsys.readouterr().out


@pytest.mark.parametrize(
    "change",
    [
        "amount = 40",
        "legal_date = '2025-05-31'",
        "year = 2025",
        "kind = 'supervision'",
        "title = 'Cits kurss'",
        "source_version = 'v9'",
        "recorded_at = '2020-01-01 00:00:00+00:00'",
        "reason = 'cits'",
        "funding = 'person'",
        "source_key = 'x', sequence = 9, person_id = (SELECT min(id) FROM people_user WHERE id <> person_id)",
    ],
)
def test_changed_column_is_found(ledger, change):
    tamper(f"UPDATE compliance_creditentry SET {change} WHERE id = %s", ledger.pk)  # noqa: S608 - own words
    assert any(f"entry {ledger.pk} " in finding for finding in found())


def test_changed_column_with_its_text_is_found_by_the_hash(ledger):
    text = ledger.text.replace('"4.00"', '"9.00"')
    tamper("UPDATE compliance_creditentry SET amount = 9, text = %s WHERE id = %s", text, ledger.pk)
    assert found() == [f"entry {ledger.pk} (person {ledger.person_id}): the hash does not fit the text"]


def test_rehashed_entry_is_found_by_the_one_after_it(ledger):
    text = ledger.text.replace('"4.00"', '"9.00"')
    tamper(
        "UPDATE compliance_creditentry SET amount = 9, text = %s, hash = %s WHERE id = %s",
        text,
        canonical.link("", text),
        ledger.pk,
    )
    follower = CreditEntry.objects.get(person=ledger.person_id, sequence=2)
    assert f"entry {follower.pk} (person {ledger.person_id}): it does not follow the entry before it" == found()[0]


def test_entry_of_format_1_stays_verifiable(ledger, bob):
    """As an entry that was written before the ledger knew who paid."""
    entry = CreditEntry.objects.get(person=bob)
    text = canonical.entry_text(attrgetter(*canonical.STATED)(entry), 1)
    link = canonical.link("", text)
    Seal.objects.all().delete()
    tamper("UPDATE compliance_creditentry SET text = %s, hash = %s WHERE id = %s", text, link, entry.pk)
    LedgerHead.objects.filter(person=bob).update(hash=link)
    assert found() == []
    tamper("UPDATE compliance_creditentry SET funding = 'person' WHERE id = %s", entry.pk)
    assert found() == [f"entry {entry.pk} (person {bob.pk}): the columns do not say what the text says"]


def test_changed_last_entry_is_found_by_the_head(ledger):
    last = CreditEntry.objects.get(person=ledger.person_id, sequence=4)
    text = last.text.replace('"4.00"', '"9.00"')
    link = canonical.link(last.previous_hash, text)
    tamper("UPDATE compliance_creditentry SET amount = 9, text = %s, hash = %s WHERE id = %s", text, link, last.pk)
    assert found() == [f"person {ledger.person_id}: the head is not entry {last.pk}, the last one"]


def test_chain_rewritten_with_its_head_is_found_by_the_seal(ledger, bob):
    last = CreditEntry.objects.get(person=bob)
    text = last.text.replace('"4.00"', '"9.00"')
    link = canonical.link("", text)
    tamper("UPDATE compliance_creditentry SET amount = 9, text = %s, hash = %s WHERE id = %s", text, link, last.pk)
    LedgerHead.objects.filter(person=bob).update(hash=link)
    assert found() == [f"seal {Seal.objects.order_by('pk').first().pk} does not fit the entries"]


@pytest.mark.parametrize("sequence", [2, 4])
def test_deleted_entry_is_found(ledger, sequence):
    tamper(
        "DELETE FROM compliance_creditentry WHERE person_id = %s AND sequence = %s AND corrects_id IS NULL",
        ledger.person_id,
        sequence,
    )
    assert any(f"person {ledger.person_id}" in finding for finding in found())


def test_chain_deleted_with_its_head_is_found_by_the_seal(ledger, bob):
    tamper("DELETE FROM compliance_creditentry WHERE person_id = %s", bob.pk)
    assert found()[0] == f"person {bob.pk}: entries up to 1 are gone"
    LedgerHead.objects.filter(person=bob).delete()
    first, second = Seal.objects.order_by("pk")
    assert found() == [f"seal {first.pk} does not fit the entries", f"seal {second.pk} does not fit the entries"]


def test_reversal_turned_to_another_entry_is_found(ledger):
    other = CreditEntry.objects.get(person=ledger.person_id, sequence=4)
    tamper("UPDATE compliance_creditentry SET reverses_id = %s WHERE reverses_id = %s", other.pk, ledger.pk)
    (finding,) = found()
    assert "the columns do not say what the text says" in finding


def test_missing_trigger_is_found(ledger):
    with connection.cursor() as cursor:
        on = "" if connection.vendor == "sqlite" else " ON compliance_creditentry"
        cursor.execute(f"DROP TRIGGER ledger_refuses_delete{on}")
    assert found() == ["trigger ledger_refuses_delete is missing"]


def test_changed_seal_is_found(ledger):
    seal = Seal.objects.order_by("pk").last()
    Seal.objects.filter(pk=seal.pk).update(entries=seal.entries + 1)
    assert found() == [f"seal {seal.pk} does not fit the entries"]


def test_seal_is_taken_once_a_day_and_mailed_if_an_address_is_set(ledger, settings):
    settings.SEAL_EMAIL = "zimogs@example.lv"
    seal = seal_ledger(at=at(2026, 6, 3, 2))
    assert seal_ledger(at=at(2026, 6, 3, 3)) == seal
    assert (seal.people, seal.entries) == (2, 5)
    assert [(notice.key, notice.email) for notice in Notice.objects.all()] == [(f"seal:{seal.pk}", "zimogs@example.lv")]
    assert found() == []


links = st.lists(st.tuples(st.integers(1, 3), st.sampled_from("abc")), max_size=12)


@given(links, st.lists(st.integers(0, 12), max_size=4))
def test_recount_agrees_with_seals_taken_as_the_ledger_grew(written, sealed_after):
    """Entries numbered as they come; a seal after some of them; then everything recounted person by person."""
    chains, taken = {}, []
    for entry in range(len(written) + 1):
        for _again in range(sealed_after.count(entry)):
            since = taken[-1][1] if taken else 0
            digest = seals.begun(taken[-1][-1] if taken else "")
            moved = [(p, s, h) for p in sorted(chains) for e, s, h in chains[p] if e > since]
            for head in seals.last_of_each(moved):
                seals.add(digest, *head)
            taken.append((len(taken), entry, len(chains), entry, digest.hexdigest()))
        if entry < len(written):
            person, letter = written[entry]
            chain = chains.setdefault(person, [])
            chain.append((entry + 1, len(chain) + 1, letter))
    recount = seals.Recount(taken)
    for person in sorted(chains):
        recount.read(person, chains[person])
    assert list(recount.broken()) == []
