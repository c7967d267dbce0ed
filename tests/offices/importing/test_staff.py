from datetime import date

import pytest

from people.models import Employment, Invitation, User
from people.wording import sort_key
from tests.factories import EmployerFactory, EmploymentFactory, UserFactory
from tests.offices.staffing import NOW, hire

from .lists import check_staff, imported, outcomes, person, said

pytestmark = pytest.mark.django_db


def test_who_has_no_account_gets_one_with_the_job(bob, office):
    run = check_staff(bob, office, person())
    assert (outcomes(run), run.counts, run.errors) == (["account"], {"account": 1}, [])


def test_who_gets_an_account_stands_in_lists_by_name(bob, office):
    imported(check_staff(bob, office, person(last="Ābola")))
    assert User.objects.get(plain_name="abola jana").name_order == sort_key("Ābola Jana").encode()


def test_who_works_here_is_known(bob, alice, office):
    run = check_staff(bob, office, person("Alice@example.lv", "Alise", "Ozola", start="2024-01-01"))
    assert (outcomes(run), run.changes) == (["known"], False)


def test_who_has_an_account_elsewhere_is_invited_and_never_taken(bob, charlie, office):
    assert outcomes(check_staff(bob, office, person(charlie.email))) == ["invitation"]


def test_who_left_is_invited_anew(bob, office):
    former = UserFactory(email="bijusi@example.lv")
    hire(former, office, start=date(2020, 1, 1), end=date(2021, 12, 31))
    assert outcomes(check_staff(bob, office, person("bijusi@example.lv"))) == ["invitation"]


def test_who_was_invited_is_not_invited_again(bob, charlie, office):
    for email in (charlie.email, "jana@example.lv"):
        Invitation.objects.create(
            email=email, employer=office, role_id="carer", start=date(2026, 1, 1), invited_by=bob, created_at=NOW
        )
    assert outcomes(check_staff(bob, office, person(charlie.email), person())) == ["invited", "invited"]


def test_a_claim_waits_for_the_managers_own_decision(bob, office):
    claim = EmploymentFactory(employer=office, state=Employment.State.CLAIMED, person__email="prasa@example.lv")
    assert outcomes(check_staff(bob, office, person(claim.person.email))) == ["claimed"]


def test_a_second_job_of_who_works_here_is_recorded(bob, alice, office):
    unit = EmployerFactory(parent=office, name="Ģimenes atbalsta nodaļa")
    run = check_staff(bob, office, person(alice.email, role="Aprūpētājs", unit="gimenes atbalsta nodala"))
    assert (outcomes(run), run.rows[0]["employer"]) == (["job"], unit.pk)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"role": "soc. darb."}, "amats „soc. darb.” nav zināms. Vai domājāt „sociālais darbinieks”?"),
        ({"role": "qxyz"}, "amats „qxyz” nav zināms."),
        ({"role": ""}, "nav aizpildīta kolonna „Amats”."),
        ({"unit": "Bērnu nod."}, "struktūrvienības „Bērnu nod.” sarakstā nav. Vai domājāt „Bērnu nodaļa”?"),
        ({"email": "jana"}, "„jana” nav e-pasta adrese."),
        ({"email": ""}, "nav aizpildīta kolonna „E-pasts”."),
        ({"first": ""}, "nav aizpildīta kolonna „Vārds”."),
        ({"first": "=cmd()"}, "kolonnā „Vārds” teksts sākas kā formula: =cmd()."),
        ({"last": "x" * 151}, "kolonnā „Uzvārds” var ierakstīt līdz 150 rakstzīmēm."),
        ({"last": "Jau\u202ena"}, "kolonnā „Uzvārds” ir neredzamas rakstzīmes."),
        (
            {"start": "29.02.2027"},
            "kolonnā „Strādā no” teksts „29.02.2027” nav datums. Rakstiet, piemēram, 12.10.2026.",
        ),
        ({"start": "01.01.1900"}, "pirmajai dienai jābūt ne agrāk par 1950. gadu un ne vēlāk kā pēc gada."),
        ({"end": "01.01.2020"}, "pēdējā diena nevar būt pirms pirmās."),
        ({"workload": "2"}, "kolonnā „Slodze” teksts „2” nav slodze. Rakstiet, piemēram, 0,5."),
        ({"workload": "puse"}, "kolonnā „Slodze” teksts „puse” nav slodze. Rakstiet, piemēram, 0,5."),
    ],
)
def test_each_bad_cell_is_told_with_its_row(bob, office, changes, error):
    EmployerFactory(parent=office, name="Bērnu nodaļa")
    run = check_staff(bob, office, person("pareiza@example.lv"), person(**changes))
    assert (said(run), run.rows) == ([f"3. rinda: {error}"], [])


def test_all_errors_of_a_row_are_told_at_once(bob, office):
    run = check_staff(bob, office, person(email="x", first="", start="rīt"))
    assert (len(run.errors), run.counts["wrong"]) == (3, 1)


@pytest.mark.parametrize(
    ("second", "error"),
    [
        (person(start="01.01.2025"), "tā pati persona ar to pašu amatu jau ir 2. rindā."),
        (person(last="Cita", role="aprūpētājs"), "2. rindā šai adresei ir cits vārds."),
    ],
)
def test_the_same_person_twice_is_told_with_both_rows(bob, office, second, error):
    assert said(check_staff(bob, office, person(), second)) == [f"3. rinda: {error}"]


def test_a_person_may_hold_one_job_after_another(bob, office):
    run = check_staff(bob, office, person(end="31.12.2024"), person(start="01.01.2025"))
    assert outcomes(run) == ["account", "account"]


def test_a_person_with_an_account_is_invited_once_and_for_good(bob, charlie, office):
    twice = check_staff(bob, office, person(charlie.email), person(charlie.email, role="aprūpētājs"))
    ending = check_staff(bob, office, person(charlie.email, end="31.12.2025"))
    assert said(twice) == ["3. rinda: šīs personas uzaicinājums jau ir 2. rindā."]
    assert said(ending) == [
        "2. rinda: personai jau ir konts, tāpēc to var tikai uzaicināt, turklāt uz darbavietu bez pēdējās dienas."
    ]


def test_nobody_puts_themselves_on_the_list(bob, office):
    assert said(check_staff(bob, office, person(bob.email))) == ["2. rinda: Par savu darbavietu lemj kāds cits."]


def test_a_manager_adds_no_years_before_the_first_here(bob, alice, office):
    run = check_staff(bob, office, person(alice.email, role="aprūpētājs", start="01.01.2020"))
    assert said(run) == ["2. rinda: Agrāku gadu var norādīt tikai pats darbinieks."]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"start": "01.02.2024"}, "šī darbavieta jau ir ierakstīta, pirmā diena 01.01.2024."),
        ({"start": "01.01.2024", "end": "31.12.2025"}, "šī darbavieta jau ir ierakstīta ar citu pēdējo dienu."),
        ({"start": "01.01.2024", "workload": "0,5"}, "šī darbavieta jau ir ierakstīta ar citu slodzi."),
    ],
)
def test_other_days_of_a_recorded_job_are_refused(bob, alice, office, changes, error):
    assert said(check_staff(bob, office, person(alice.email, **changes))) == [f"2. rinda: {error}"]


def test_the_example_of_the_template_is_passed_over(bob, office):
    run = check_staff(bob, office, person("anna.paraudzina@paraugs.example"), person())
    assert [row["number"] for row in run.rows] == [3]
