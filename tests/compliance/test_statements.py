"""When year statements are issued, replaced and revoked (compliance/actions/statements.py), and what they say."""

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from compliance import canonical, tasks
from compliance.actions.certificates import revoke
from compliance.actions.employments import end_employment, reject_employment
from compliance.actions.ledger import correct, reverse
from compliance.actions.rules import replace_rule
from compliance.actions.statements import request_statement, settle, settle_all
from compliance.models import Certificate, Rule
from compliance.pdf.statement import sheet
from compliance.stated import Stated
from people.models import Notice
from people.tasks import send_notices
from tests.compliance.stating import NOW, earn, employed, settled
from tests.factories import UserFactory

LATER = NOW + timedelta(days=1)


@pytest.fixture
def job(alice, office):
    return employed(alice, office)


@pytest.fixture
def met(alice, job):
    """24 hours of 24: two entries."""
    return earn(alice, 20), earn(alice, 4, key="lekcija", on=date(2026, 5, 6))


def states(person):
    return [one.state for one in Certificate.objects.statements().filter(person=person).order_by("pk")]


def told():
    return list(Notice.objects.filter(kind__startswith="statement").order_by("pk").values_list("kind", flat=True))


def test_one_is_issued_when_the_norm_is_met(alice, job):
    earn(alice, "23.99")
    assert settled(alice) == []
    earn(alice, "0.01", key="lekcija", on=date(2026, 5, 6))
    (statement,) = settled(alice)
    facts = json.loads(statement.facts)
    assert (facts["year"], facts["state"], facts["hours"], facts["required"]) == (2026, "met", "24.00", "24.00")
    assert facts["completed_on"] == "2026-05-06"
    assert (statement.source_key, statement.state, statement.is_intact) == ("2026", "valid", True)


def test_the_lines_under_the_belt_are_latvian(alice, met):
    (statement,) = settled(alice)
    lines = sheet(statement, address="", qr="")["facts"]
    assert lines[:2] == ["Norma sasniegta: 2026. gada 6. maijs", "Pēc avota: Klātienes mācības: 24"]


def test_a_norm_of_one_session_is_latvian(alice, met):
    (statement,) = settled(alice)
    facts = json.loads(statement.facts)
    facts["supervision"]["norm"]["amount"] = "1"
    statement.facts = json.dumps(facts)
    assert [says for _norm, says in Stated(statement).norms][1] == "Sociālais darbinieks: supervīzija, 1 sesija gadā"


def test_it_says_everything_about_the_year(alice, met):
    earn(alice, 1, key="7", source="certificate", kind="supervision", on=date(2026, 6, 7), provider="Biedrība")
    facts = json.loads(settled(alice)[0].facts)
    assert [(one["date"], one["title"], one["amount"]) for one in facts["entries"]] == [
        ("2026-03-04", "Seminārs", "20.00"),
        ("2026-05-06", "Seminārs", "4.00"),
    ]
    assert facts["sources"] == {"event": "24.00"}
    assert (facts["supervision"]["earned"], facts["supervision"]["required"]) == ("1.00", "10.00")
    (session,) = facts["supervision"]["entries"]
    assert (session["provider"], session["document"]) == ("Biedrība", "iesniegums Nr. 7")
    (employer,) = facts["employers"]
    assert (employer["employer"], employer["from"], employer["to"]) == (
        "Ādažu novada Sociālais dienests",
        "2026-01-01",
        None,
    )
    assert (facts["norm"]["profession"], facts["norm"]["verified"]) == ("sociālais darbinieks", False)


def test_earlier_years_of_a_period_count_in_the_year_when_its_norm_falls_due(alice, office, bob):
    norm = Rule.objects.in_force().get(role="social_worker", kind="training", valid_from=date(2017, 7, 1))
    replace_rule(norm, years=2, valid_from=date(2025, 1, 1), amount=Decimal(30), reason="Precizēts", by=bob, at=NOW)
    employed(alice, office, start=date(2025, 1, 1))
    before = earn(alice, 20, on=date(2025, 3, 4))
    earn(alice, 10, key="lekcija", on=date(2026, 5, 6))
    (statement,) = settled(alice)
    facts = json.loads(statement.facts)
    assert (facts["carried"], facts["hours"], facts["completed_on"]) == ("20.00", "10.00", "2026-05-06")
    assert Stated(statement).hours == "Ieskaitīts: 30 no 30 stundām."
    correct(before, amount=Decimal(1), reason="Kļūda", by=bob, at=LATER)
    assert [one.state for one in settled(alice, moment=LATER)] == ["revoked"]


def test_a_norm_that_earlier_years_met_has_no_day_of_this_one(alice, office, bob):
    norm = Rule.objects.in_force().get(role="social_worker", kind="training", valid_from=date(2017, 7, 1))
    replace_rule(norm, years=2, valid_from=date(2025, 1, 1), amount=Decimal(30), reason="Precizēts", by=bob, at=NOW)
    employed(alice, office, start=date(2025, 1, 1))
    earn(alice, 30, on=date(2025, 3, 4))
    (statement,) = settled(alice)
    assert (statement.shown["completed_on"], Stated(statement).meaning) == (None, "Norma izpildīta.")


def test_doing_it_twice_changes_nothing(alice, met):
    assert settled(alice) == settled(alice, moment=LATER)
    assert told() == ["statement_issued"]


def test_hours_that_come_later_make_no_new_one(alice, met):
    settled(alice)
    earn(alice, 8, key="vēl", on=date(2026, 9, 1))
    assert [one.state for one in settled(alice, moment=LATER)] == ["valid"]


def test_its_task_runs_after_an_award(alice, office, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        employed(alice, office)
        earn(alice, 24)
    assert states(alice) == ["valid"]


def test_its_task_asks_little_where_there_is_nothing_to_do(alice, job, django_assert_num_queries):
    earn(alice, 5)
    with django_assert_num_queries(5):  # two of them begin and end a savepoint of the test
        settle([alice.pk], at=NOW)


def test_many_at_once_are_left_to_the_sweep(office, django_capture_on_commit_callbacks, monkeypatch):
    monkeypatch.setattr("compliance.actions.balances.FEW", 0)
    people = UserFactory.create_batch(2)
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        for person in people:
            employed(person, office)
            earn(person, 24)
    assert (callbacks, Certificate.objects.count()) == ([], 0)
    settle_all(at=NOW)
    assert sorted(Certificate.objects.values_list("person", flat=True)) == sorted(one.pk for one in people)


def test_sweep_takes_as_many_queries_for_three_as_for_one(office, django_assert_num_queries):
    for many in (1, 3):
        for person in UserFactory.create_batch(many):
            employed(person, office)
            earn(person, 24)
        with django_assert_num_queries(14):
            settle_all(at=NOW)


def test_the_nightly_task_settles_everyone(alice, met, time_machine):
    time_machine.move_to(NOW)
    tasks.settle_all_statements()
    assert states(alice) == ["valid"]


def test_a_correction_replaces_it(alice, met, bob):
    (old,) = settled(alice)
    correct(met[0], reason="Apliecībā 22 stundas.", by=bob, amount=Decimal(22), at=NOW)
    old, new = settled(alice, moment=LATER)
    assert (old.state, old.replaced_by, new.state) == ("replaced", new, "valid")
    assert json.loads(new.facts)["hours"] == "26.00"
    assert told() == ["statement_issued", "statement_replaced"]


def test_a_correction_below_the_norm_revokes_it_with_the_reason(alice, met, bob):
    settled(alice)
    correct(met[0], reason="Apliecībā 2 stundas.", by=bob, amount=Decimal(2), at=NOW)
    (old,) = settled(alice, moment=LATER)
    assert (old.state, old.revoked_by) == ("revoked", None)
    assert old.revoked_reason == "After a correction the norm of the year is no longer met."
    assert told() == ["statement_issued", "statement_revoked"]
    earn(alice, 20, key="vēl")
    assert [one.state for one in settled(alice, moment=LATER)] == ["revoked", "valid"]


def test_an_entry_taken_back_whole_is_in_no_statement_any_more(alice, met, bob):
    earn(alice, 3, key="lieks")
    settled(alice)
    reverse(alice.credit_entries.get(source_key="lieks"), reason="Cita persona", by=bob, at=NOW)
    old, new = settled(alice, moment=LATER)
    assert (old.state, new.state, json.loads(new.facts)["hours"]) == ("replaced", "valid", "24.00")


def test_another_norm_replaces_it(alice, met, bob):
    settled(alice)
    rule = Rule.objects.get(role="social_worker", kind="training", valid_from=date(2017, 7, 1))
    replace_rule(rule, amount=Decimal(20), verified=True, reason="Precizēts", by=bob, at=NOW)
    _old, new = settled(alice, moment=LATER)
    facts = json.loads(new.facts)
    assert (facts["required"], facts["norm"]["verified"], facts["completed_on"]) == ("20.00", True, "2026-03-04")


def test_a_higher_norm_revokes_it(alice, met, bob):
    settled(alice)
    rule = Rule.objects.get(role="social_worker", kind="training", valid_from=date(2017, 7, 1))
    replace_rule(rule, amount=Decimal(30), reason="Precizēts", by=bob, at=NOW)
    assert [one.state for one in settled(alice, moment=LATER)] == ["revoked"]


def test_an_employment_that_was_none_revokes_it(alice, met, job, bob):
    settled(alice)
    reject_employment(job, by=bob, reason="Nestrādāja", at=NOW)
    assert [one.state for one in settled(alice, moment=LATER)] == ["revoked"]


def test_leaving_later_in_the_year_leaves_it_standing(alice, met, job, bob):
    settled(alice)
    end_employment(job, by=bob, end=date(2026, 11, 30), at=NOW)
    assert [one.state for one in settled(alice, moment=LATER)] == ["valid"]


def test_what_an_administrator_revoked_is_not_issued_again_by_itself(alice, met, bob):
    (old,) = settled(alice)
    revoke(old, reason="Sveša persona", by=bob, at=NOW)
    assert [one.state for one in settled(alice, moment=LATER)] == ["revoked"]


def test_years_before_the_last_are_issued_only_when_asked_for(alice, office):
    employed(alice, office, start=date(2023, 1, 1))
    earn(alice, 24, key="2024", on=date(2024, 5, 5))
    earn(alice, 24, key="2025", on=date(2025, 5, 5))
    assert [one.source_key for one in settled(alice)] == ["2025"]
    assert request_statement(person=alice, year=2024, at=NOW).source_key == "2024"


def test_the_year_as_it_stands_can_be_asked_for(alice, job):
    earn(alice, 5)
    statement = request_statement(person=alice, year=2026, at=NOW)
    stated = Stated(statement)
    assert f"{stated.hours} {stated.meaning}" == "Ieskaitīts: 5 no 24 stundām. Pēc šiem datiem norma nav izpildīta."
    assert stated.as_it_stands == "Izziņa par stāvokli 2026. gada 22. novembrī."
    assert (stated.met_on, told()) == (None, [])


def test_meeting_the_norm_replaces_the_year_as_it_stood(alice, job):
    request_statement(person=alice, year=2026, at=NOW)
    earn(alice, 24)
    assert [one.state for one in settled(alice, moment=LATER)] == ["replaced", "valid"]


def test_asking_for_what_stands_already_is_told(alice, met):
    settled(alice)
    with pytest.raises(ValidationError, match="jau atbilst"):
        request_statement(person=alice, year=2026, at=LATER)


def test_asking_anew_takes_in_later_hours(alice, met):
    settled(alice)
    earn(alice, 3, key="vēl")
    assert Stated(request_statement(person=alice, year=2026, at=LATER)).earned == 27
    assert states(alice) == ["replaced", "valid"]


@pytest.mark.parametrize("year", [1, 2019, 2027, 9999])
def test_there_is_no_statement_of_a_year_without_anything(alice, job, year):
    with pytest.raises(ValidationError, match="vēl nav ko apliecināt"):
        request_statement(person=alice, year=year, at=NOW)


def test_hours_without_any_norm_are_stated_as_they_are(alice):
    earn(alice, 3)
    stated = Stated(request_statement(person=alice, year=2026, at=NOW))
    assert (stated.hours, stated.meaning) == ("Ieskaitīts: 3 akadēmiskās stundas.", "Šim gadam normas nav.")


def test_changed_facts_are_noticed(alice, met):
    (statement,) = settled(alice)
    statement.facts = statement.facts.replace('"24.00"', '"99.00"')
    assert not statement.is_intact
    statement.digest = canonical.digest(statement.facts)
    assert not statement.is_intact


def test_sealed_facts_under_another_code_are_noticed(alice, met):
    (statement,) = settled(alice)
    statement.code = "A" * 20
    assert not statement.is_intact


def test_person_is_told_calmly_once(alice, met):
    settled(alice)
    send_notices()
    (message,) = mail.outbox
    assert message.subject == "Norma izpildīta: 2026. gada izziņa ir gatava"
    assert "http://127.0.0.1:8000/mans-gads/izzinas/\n" in message.body
