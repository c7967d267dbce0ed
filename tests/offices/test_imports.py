from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from python_calamine import CalamineWorkbook

from compliance.models import CreditEntry
from offices.models import ImportRun
from people import groups
from people.models import User
from tests.factories import AppointmentFactory, EmployerFactory, UserFactory
from tests.offices.importing.files import csv
from tests.offices.importing.lists import STAFF, TRAINING, check_staff, check_training, imported, person, training
from tests.offices.staffing import TODAY, completed, hire

pytestmark = pytest.mark.django_db
IMPORTS = reverse("offices:imports")


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to(f"{TODAY} 10:00 +0200", tick=False)


@pytest.fixture
def as_bob(client, bob):
    client.force_login(bob)
    return client


@pytest.fixture
def as_diana(client):
    client.force_login(UserFactory(groups=[groups.ADMINISTRATOR]))
    return client


def upload(client, content, kind="staff", name="saraksts.csv", **data):
    return client.post(IMPORTS, {"kind": kind, "file": SimpleUploadedFile(name, content), **data})


def url(verb, run):
    return reverse(f"offices:import_{verb}", args=[run.pk])


def errors(response):
    return {name: list(found) for name, found in response.context["form"].errors.items()}


def test_a_list_is_checked_confirmed_and_people_are_there(as_bob):
    checked = upload(as_bob, csv(STAFF, person()))
    run = ImportRun.objects.get()
    assert (checked.url, User.objects.filter(email="jana@example.lv").count()) == (url("run", run), 0)
    assert as_bob.post(url("confirm", run)).url == url("run", run)
    assert "Jauna Jana" in as_bob.get(reverse("offices:staff")).text


def test_errors_are_shown_by_row_and_taken_home(as_bob, bob, office):
    run = check_staff(bob, office, person(), person(email="x", role="soc. darb."))
    shown = as_bob.get(url("run", run)).text
    assert "3. rinda: amats „soc. darb.” nav zināms. Vai domājāt „sociālais darbinieks”?" in shown
    lines = b"".join(as_bob.get(url("errors", run)).streaming_content).decode("utf-8-sig").splitlines()
    assert lines[:2] == ["Rinda;Kļūda", "3;„x” nav e-pasta adrese."]
    assert "Apstiprināt un importēt" not in shown


def test_what_may_be_repeated_is_shown_by_row(as_bob, bob, alice, office):
    completed(alice, "Seminārs", date(2026, 5, 5))
    shown = as_bob.get(url("run", check_training(bob, office, training()))).text
    assert "2. rinda: iespējams, atkārto jau ieskaitīto: „Seminārs”, 05.05.2026 (e-kurss)." in shown
    assert "Apstiprināt un importēt" in shown


@pytest.mark.parametrize(
    ("row", "state"),
    [({}, "gaida apstiprinājumu"), ({"role": "x"}, "ir kļūdas"), ({"email": "zane@example.lv"}, "nav nekā jauna")],
)
def test_the_history_says_how_each_file_stands(as_bob, bob, office, row, state):
    hire(UserFactory(email="zane@example.lv"), office, start=date(2024, 9, 1))
    check_staff(bob, office, person(**row))
    assert f">{state}<" in as_bob.get(IMPORTS).text


def test_the_files_of_errors_hold_no_formulas(as_bob, bob, office):
    run = check_staff(bob, office, person(first="=cmd()"), person(email="@SUM(A1)"))
    lines = b"".join(as_bob.get(url("errors", run)).streaming_content).decode("utf-8-sig").splitlines()
    assert [line[2] in "=+-@" for line in lines[1:]] == [False, False]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Failā nav nevienas importējamas rindas."),
        (csv(STAFF), "Failā nav nevienas importējamas rindas."),
        (csv("a;b", "c;d"), "Failā trūkst kolonnu: „E-pasts”, „Vārds”, „Uzvārds”, „Amats”, „Strādā no”."
                            " Visiem virsrakstiem jābūt vienā rindā; lejupielādējiet veidni."),
        (csv(f"{STAFF};Amats", "x"), "Šī kolonna failā ir divreiz: „Amats”."),
        (b"%PDF-1.7\0", "Šo failu nevar nolasīt kā tabulu. Saglabājiet to kā XLSX vai CSV."),
        (b"\xd0\xcf\x11\xe0", "Vecā Excel formāta vai ar paroli aizsargātu failu nevar nolasīt. Saglabājiet to kā XLSX vai CSV."),
        (csv(f"{STAFF};ā").replace("ā".encode(), b"\xc4"), "Faila teksta kodējums ir bojāts. Saglabājiet failu vēlreiz kā XLSX vai kā CSV ar UTF-8 kodējumu."),
        (b"a;b\n" * 1_000_000, "Failā ir pārāk daudz rindu vai kolonnu: vienā reizē var importēt līdz 20\u00a0000 rindu."),
        (b"x" * (10 * 1024 * 1024 + 1), "Fails ir pārāk liels (līdz 10 MB)."),
    ],
    ids=["empty", "headings", "unknown", "twice", "pdf", "old", "broken", "million", "large"],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why(as_bob, content, said):
    assert errors(upload(as_bob, content)) == {"file": [said]}
    assert ImportRun.objects.count() == 0


def test_the_form_asks_for_what_lacks(as_bob):
    assert list(errors(as_bob.post(IMPORTS, {"kind": "king"}))) == ["kind", "file"]


def test_who_manages_two_employers_names_one(as_bob, bob, office):
    second = AppointmentFactory(manager=bob).employer
    assert list(errors(upload(as_bob, csv(STAFF, person())))) == ["employer"]
    upload(as_bob, csv(STAFF, person()), employer=second.pk)
    assert ImportRun.objects.get().employer == second


def test_units_are_not_asked_for_beside_their_employer(as_bob, office):
    EmployerFactory(parent=office)
    assert list(as_bob.get(IMPORTS).context["form"].fields) == ["kind", "file"]


def test_employers_of_others_cannot_be_named(as_bob, bob, other_office):
    AppointmentFactory(manager=bob)
    assert list(errors(upload(as_bob, csv(STAFF, person()), employer=other_office.pk))) == ["employer"]


def test_a_run_of_another_office_is_not_found(as_bob, other_office):
    run = check_staff(UserFactory(), other_office, person())
    answers = [as_bob.get(url("run", run)), as_bob.get(url("errors", run)), as_bob.post(url("confirm", run))]
    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_a_colleagues_run_is_seen_and_not_decided(as_bob, office):
    run = check_staff(AppointmentFactory(employer=office).manager, office, person())
    assert "Apstiprināt un importēt" not in as_bob.get(url("run", run)).text
    assert as_bob.post(url("abandon", run)).status_code == 404


def test_a_second_confirmation_is_told(as_bob, bob, office):
    run = imported(check_staff(bob, office, person()))
    response = as_bob.post(url("confirm", run), follow=True)
    assert "Šis imports jau ir pabeigts vai atcelts, vai arī tajā ir kļūdas." in response.text


def test_what_changed_meanwhile_is_told(as_bob, bob, office):
    run = check_staff(bob, office, person())
    UserFactory(email="jana@example.lv")
    response = as_bob.post(url("confirm", run), follow=True)
    assert "Kopš pārbaudes kaut kas ir mainījies. Nekas nav ierakstīts: pārskatiet failu vēlreiz." in response.text


def test_an_abandoned_run_stays_in_the_history(as_bob, bob, office):
    run = check_staff(bob, office, person())
    assert as_bob.post(url("abandon", run)).url == IMPORTS
    assert "atcelts" in as_bob.get(IMPORTS).text


@pytest.mark.parametrize("runs", [1, 3])
def test_the_history_takes_six_queries_besides_those_of_the_menu(
    as_bob, bob, office, runs, django_assert_max_num_queries
):
    for number in range(runs):
        check_staff(bob, office, person(email=f"p{number}@example.lv"))
    with django_assert_max_num_queries(20) as asked:
        as_bob.get(IMPORTS)
    assert (
        len([query for query in asked if '"wagtailcore_' not in query["sql"] and "content_type" not in query["sql"]])
        == 6
    )


@pytest.mark.parametrize("kind", ["staff", "training"])
def test_templates_are_importable_but_for_their_example(as_bob, kind):
    for name in ("csv", "xlsx"):
        answer = as_bob.get(reverse(f"offices:import_template_{name}", args=[kind]))
        content = b"".join(answer.streaming_content)
        assert errors(upload(as_bob, content, kind)) == {"file": ["Failā nav nevienas importējamas rindas."]}


@pytest.mark.parametrize(("kind", "number"), [("staff", "0,5"), ("training", "7,5")])
def test_the_csv_template_writes_numbers_as_latvian_excel_reads_them(as_bob, kind, number):
    lines = as_bob.get(reverse("offices:import_template_csv", args=[kind])).getvalue().decode().splitlines()
    assert number in lines[1].split(";")


def test_the_template_offers_professions_and_units(as_bob, office):
    EmployerFactory(parent=office, name="Bērnu nodaļa")
    answer = as_bob.get(reverse("offices:import_template_xlsx", args=["staff"]))
    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))
    assert book.sheet_names == ["Aizpildīšanai", "Paskaidrojumi", "Saraksti"]
    offered = book.get_sheet_by_index(2).to_python(skip_empty_area=False)
    assert (offered[0][3], offered[0][4]) == ("sociālais darbinieks", "Bērnu nodaļa")


def test_no_template_of_another_kind(as_bob):
    assert as_bob.get(reverse("offices:import_template_xlsx", args=["king"])).status_code == 404


def test_the_administrator_imports_from_another_system(as_diana, alice):
    form = as_diana.get(IMPORTS).context["form"]
    assert [kind for kind, _label in form.fields["kind"].choices] == ["system"]
    assert list(errors(upload(as_diana, csv(TRAINING, training()), "system"))) == ["system"]
    upload(as_diana, csv(TRAINING, training()), "system", system="Valsts mācību sistēma")
    run = ImportRun.objects.get()
    assert "Valsts mācību sistēma" in as_diana.get(url("run", run)).text
    as_diana.post(url("confirm", run))
    assert CreditEntry.objects.get().person == alice


def test_what_must_be_filled_in_is_not_called_optional(as_diana, bob, office):
    assert as_diana.get(IMPORTS).context["form"].fields["system"].required
    AppointmentFactory(manager=bob, employer=EmployerFactory(name="Otrs dienests"))
    as_diana.force_login(bob)
    assert as_diana.get(IMPORTS).context["form"].fields["employer"].required
    assert errors(upload(as_diana, csv(STAFF, person()))) == {"employer": ["Aizpildiet šo lauku."]}


def test_who_imports_both_ways_names_what_the_chosen_one_needs(client, office):
    both = UserFactory(groups=[groups.MANAGER, groups.ADMINISTRATOR])
    for employer in (office, EmployerFactory(name="Otrs dienests")):
        AppointmentFactory(manager=both, employer=employer)
    client.force_login(both)
    assert list(errors(upload(client, csv(STAFF, person())))) == ["employer"]
    assert list(errors(upload(client, csv(TRAINING, training()), "system"))) == ["system"]


def test_the_administrators_way_up_leads_to_a_page_that_opens(as_diana):
    assert "Gaida administratora lēmumu" in as_diana.get(IMPORTS).text
    assert f'href="{reverse("offices:staff")}"' not in as_diana.get(IMPORTS).text


def test_the_administrator_does_not_see_lists_of_offices(as_diana, bob, office):
    run = check_staff(bob, office, person())
    assert as_diana.get(url("run", run)).status_code == 404


def test_people_see_who_submitted_their_hours(client, bob, alice, office):
    imported(check_training(bob, office, training()))
    client.force_login(alice)
    assert f"iesniedza {bob}" in client.get(reverse("lms:home")).text


def test_another_employers_manager_sees_a_sum_and_no_titles(as_bob, alice, other_office):
    eva = AppointmentFactory(employer=other_office).manager
    hire(alice, other_office)
    imported(check_training(eva, other_office, training(title="Slepens seminārs"), training(title="Cits", hours="2")))
    shown = as_bob.get(reverse("offices:person", args=[alice.pk])).text
    assert ("Slepens seminārs" in shown, "Cita darba devēja iesniegts" in shown, "9,5" in shown) == (False, True, True)


def test_a_manager_sees_what_was_imported_here(as_bob, bob, alice, office):
    imported(check_training(bob, office, training()))
    assert "Seminārs" in as_bob.get(reverse("offices:person", args=[alice.pk])).text
