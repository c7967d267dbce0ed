from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.canonical import digest, written
from compliance.evidence import document
from compliance.models import CreditEntry, YearBalance
from offices.actions.imports import check_import
from offices.importing.training_lines import TrainingLine
from people import groups
from people.tables.likeness import plain
from tests.factories import AppointmentFactory, EmployerFactory, UserFactory
from tests.offices.staffing import NOW, hire

from .files import csv
from .lists import TRAINING, check_training, imported, outcomes, said, training

pytestmark = pytest.mark.django_db


def test_hours_come_to_the_year_of_their_last_day(bob, alice, office):
    run = imported(check_training(bob, office, training(day="31.12.2025", document="AB-1")))
    entry = CreditEntry.objects.get(person=alice)
    assert (entry.amount, entry.legal_date, entry.provider) == (7.5, date(2025, 12, 31), "LU")
    assert (entry.source, entry.evidence, entry.recorded_by) == ("import", f"import:{run.pk} AB-1", bob)
    assert YearBalance.objects.get(person=alice, year=2025, kind="training").earned == 7.5


def test_supervision_is_counted_in_sessions(bob, alice, office):
    run = check_training(bob, office, training(hours="3", kind="Supervīzija"), training())
    assert run.counts == {"credit": 2, "supervision": "3", "training": "7.5"}
    imported(run)
    assert CreditEntry.objects.get(kind="supervision").unit == "sessions"


def test_half_a_session_is_none(bob, alice, office):
    run = check_training(bob, office, training(hours="1,5", kind="supervīzija"))
    assert said(run) == ["2. rinda: supervīzijas sesijas skaita veselas."]


def test_the_same_file_again_adds_nothing(bob, alice, office):
    rows = training(), training(title="Cits seminārs")
    imported(check_training(bob, office, *rows))
    again = check_training(bob, office, *rows)
    assert (outcomes(again), again.changes) == (["known", "known"], False)
    imported(again)
    assert CreditEntry.objects.count() == 2


@pytest.mark.parametrize(
    "written", [{"title": " SEMINĀRS "}, {"provider": "lu"}, {"hours": "7.50"}, {"day": "2026-05-05"}]
)
def test_another_spelling_is_the_same_training(bob, alice, office, written):
    imported(check_training(bob, office, training()))
    assert outcomes(check_training(bob, office, training(**written))) == ["known"]


@pytest.mark.parametrize("other", [{"title": "Cits"}, {"hours": "8"}, {"day": "06.05.2026"}, {"document": "2"}])
def test_another_fact_is_another_training(bob, alice, office, other):
    imported(check_training(bob, office, training()))
    assert outcomes(check_training(bob, office, training(**other))) == ["credit"]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"hours": "1e9"}, "kolonnā „Stundas vai sesijas” teksts „1e9” nav stundu skaits. Rakstiet, piemēram, 7,5."),
        ({"hours": "1000000000"}, "kolonnā „Stundas vai sesijas” teksts „1000000000” nav stundu skaits. Rakstiet, piemēram, 7,5."),
        ({"hours": ""}, "kolonnā „Stundas vai sesijas” teksts „” nav stundu skaits. Rakstiet, piemēram, 7,5."),
        ({"day": "23.11.2026"}, "mācības, kas vēl nav beigušās, nevar importēt."),
        ({"day": "31.12.2023"}, "neviens ar adresi alice@example.lv šeit 31.12.2023 nestrādāja."),
        ({"email": "nav@example.lv"}, "neviens ar adresi nav@example.lv šeit 05.05.2026 nestrādāja."),
        ({"email": "charlie@example.lv"}, "neviens ar adresi charlie@example.lv šeit 05.05.2026 nestrādāja."),
        ({"email": "bob@example.lv"}, "savas stundas importēt nevar; iesniedziet tās apstiprināšanai."),
        ({"title": "@SUM(A1)"}, "kolonnā „Mācību nosaukums” teksts sākas kā formula: @SUM(A1)."),
        ({"provider": ""}, "nav aizpildīta kolonna „Īstenotājs”."),
        ({"kind": "supervizja"}, "veids „supervizja” nav zināms. Vai domājāt „supervīzija”?"),
    ],
)  # fmt: skip
def test_each_bad_row_is_told(bob, alice, charlie, office, changes, error):
    run = check_training(
        bob, office, training(), training(title="Otrs", **changes) if "title" not in changes else training(**changes)
    )
    assert said(run) == [f"3. rinda: {error}"]


def test_the_first_day_comes_before_the_last(bob, alice, office):
    content = csv("E-pasts;Nosaukums;Rīkotājs;No;Līdz;Stundas", "alice@example.lv;Seminārs;LU;06.05.2026;05.05.2026;8")
    run = check_import(content, kind="training", file_name="m.csv", employer=office, by=bob, at=NOW)
    assert said(run) == ["2. rinda: pēdējā diena nevar būt pirms pirmās."]


def test_the_same_training_twice_is_told_with_both_rows(bob, alice, office):
    run = check_training(bob, office, training(), training(title="seminārs"))
    assert said(run) == ["3. rinda: tās pašas mācības jau ir 2. rindā."]


def test_who_has_left_may_have_hours_of_their_days_here(bob, office):
    former = UserFactory(email="bijusi@example.lv")
    hire(former, EmployerFactory(parent=office), end=date(2026, 5, 5))
    run = check_training(bob, office, training(former.email), training(former.email, day="06.05.2026"))
    assert said(run) == ["3. rinda: neviens ar adresi bijusi@example.lv šeit 06.05.2026 nestrādāja."]


@pytest.mark.parametrize("where", ["here", "in a unit"])
def test_managers_of_one_office_do_not_credit_each_other(bob, office, where):
    unit = office if where == "here" else EmployerFactory(parent=office)
    fellow = AppointmentFactory(employer=unit, manager__email="cita@example.lv").manager
    hire(fellow, office)
    run = check_training(bob, office, training(fellow.email))
    assert said(run) == [
        "2. rinda: cita@example.lv šeit ir vadītājs. Savas stundas vadītājs iesniedz pats, un par tām lemj apstiprinātājs."
    ]


def test_a_manager_of_another_office_is_staff_here(bob, office, other_office):
    other = AppointmentFactory(employer=other_office).manager
    hire(other, office)
    assert outcomes(check_training(bob, office, training(other.email))) == ["credit"]


def test_what_was_imported_before_someone_became_a_manager_is_known(bob, alice, office):
    imported(check_training(bob, office, training()))
    AppointmentFactory(employer=office, manager=alice)
    assert outcomes(check_training(bob, office, training())) == ["known"]


def test_the_days_of_longer_training_stay_with_the_document(bob, alice, office):
    headings = "E-pasts;Nosaukums;Rīkotājs;Pirmā diena;Pēdējā diena;Stundas;Numurs"
    rows = "alice@example.lv;Seminārs;LU;04.05.2026;05.05.2026;8;AB-1", "alice@example.lv;Kurss;LU;;05.05.2026;8;"
    run = check_import(csv(headings, *rows), kind="training", file_name="m.csv", employer=office, by=bob, at=NOW)
    imported(run)
    documents = [document(entry) for entry in CreditEntry.objects.order_by("sequence")]
    assert documents == ["AB-1, 04.05.2026–05.05.2026", ""]


def check_system(by, *rows):
    return check_import(
        csv(TRAINING, *rows), kind="system", file_name="s.csv", system="Valsts mācību sistēma", by=by, at=NOW
    )


@pytest.fixture
def diana(rows):
    return UserFactory(email="diana@example.lv", groups=[groups.ADMINISTRATOR])


def test_another_system_is_trusted_with_anyones_hours(diana, alice, charlie):
    run = imported(check_system(diana, training(provider="", day="05.05.2020"), training(charlie.email)))
    entries = CreditEntry.objects.order_by("legal_date").values_list("person", "provider", "evidence")
    evidence = f"import:{run.pk}"
    assert list(entries) == [(alice.pk, "Valsts mācību sistēma", evidence), (charlie.pk, "LU", evidence)]


def test_another_systems_list_names_people_of_the_portal_only(diana):
    run = check_system(diana, training("nav@example.lv"), training(diana.email))
    assert said(run) == [
        "2. rinda: portālā nav konta ar adresi nav@example.lv.",
        "3. rinda: savas stundas importēt nevar; iesniedziet tās apstiprināšanai.",
    ]


@given(title=st.text(), provider=st.text(), document=st.text())
def test_the_key_is_the_digest_of_a_canonical_text(title, provider, document):
    day = date(2026, 5, 5)
    line = TrainingLine(2, "alice@example.lv", title, provider, day, day, Decimal("7.5"), document, "training")
    words = {"title": plain(title), "provider": plain(provider), "document": plain(document)}
    assert line.key(7) == digest(written(words | {"person": 7, "last_day": day, "hours": Decimal("7.5")}))
