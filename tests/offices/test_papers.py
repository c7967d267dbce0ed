"""What an office hands over: the inspection's report, its annex, and extracts of those who left."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pypdfium2
import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from compliance.actions.certificates import issue
from compliance.actions.employments import end_employment
from compliance.actions.external import approve_external, submit_external
from compliance.models import CreditEntry, Extract
from offices.models import ImportRun
from tests.factories import AppointmentFactory, EmployerFactory, UserFactory, at
from tests.offices.staffing import NOW, TODAY, earn, hire

pytestmark = pytest.mark.django_db
REPORT, ANNEX = reverse("offices:report_pdf"), reverse("offices:entries_csv")


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to(f"{TODAY} 10:05 +0200", tick=False)


@pytest.fixture
def as_bob(client, bob):
    client.force_login(bob)
    return client


@pytest.fixture
def zane(office):
    zane = UserFactory(first_name="Zane", last_name="Ābele")
    hire(zane, office, start=date(2025, 1, 1))
    earn(zane, "17.5", on=date(2025, 5, 4), title="Saruna ar klientu")
    return zane


@pytest.fixture
def extract(zane, bob):
    end_employment(zane.employments.get(), by=bob, end=date(2025, 12, 31), at=NOW)
    return Extract.objects.get()


def words(response):
    with pypdfium2.PdfDocument(response.getvalue()) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def test_the_report_says_who_by_which_norm_and_when_it_was_computed(as_bob, zane):
    response = as_bob.get(REPORT, {"year": 2025})
    text = words(response)
    for word in (
        "Darbinieku mācības 2025. gadā",
        "Darbinieki ar normu: 1. Norma izpildīta: 0. Kopā trūkst stundu: 6,5.",
        "Sociālais darbinieks: Ministru kabineta 13.06.2017. noteikumi Nr. 338",
        "Norma vēl nav pārbaudīta.",
        "Ābele Zane sociālais darbinieks 24 17,5 6,5 0/10 zem plāna",
        "Aprēķināts 2026. gada 22. novembrī, plkst. 10.05.",
    ):
        assert word in text
    assert response["Content-Disposition"] == (
        'attachment; filename="parskats-adazu-novada-socialais-dienests-2025.pdf"'
    )


def test_the_report_is_tagged_for_screen_readers(as_bob, zane):
    drawn = as_bob.get(REPORT).content
    assert b"/MarkInfo" in drawn
    assert b"pdfuaid" in drawn


def test_a_long_table_repeats_its_headings_on_every_page(as_bob, office):
    for _ in range(60):
        hire(UserFactory(), office)
    with pypdfium2.PdfDocument(as_bob.get(REPORT).content) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    assert len(pages) == 2
    assert all("Ieskaitīts" in page for page in pages)


def test_a_running_year_says_until_when_the_norm_is_due(as_bob, zane):
    assert "Gads vēl nav beidzies: norma jāizpilda līdz 31. decembrim." in words(as_bob.get(REPORT, {"year": 2026}))


@pytest.mark.parametrize("name", ["Žółć Иванова", "李明 😀", 'Ģirts <b>"A"</b> #[x] $y$', "א" * 150])
def test_any_name_makes_a_report(as_bob, office, name):
    hire(UserFactory(last_name=name), office)
    assert as_bob.get(REPORT).status_code == 200


def test_an_office_without_people_has_an_empty_report(as_bob):
    assert "Darbinieki ar normu: 0." in words(as_bob.get(REPORT))


def test_the_report_shows_everyone_however_the_table_was_narrowed(as_bob, zane):
    assert "Ābele Zane" in words(as_bob.get(REPORT, {"name": "Kalniņa", "status": "met", "year": 2025}))


def test_the_annex_lists_each_training_with_its_document(as_bob, zane, bob):
    certificate = submit_external(
        person=zane, title="Darbs ar ģimeni", provider="Skola", first_day=date(2025, 6, 1), last_day=date(2025, 6, 2),
        hours=Decimal("7.5"), funding="employer", at=at(2025, 6, 3),
    )  # fmt: skip
    approve_external(certificate, by=bob, at=at(2025, 6, 4))
    lines = as_bob.get(ANNEX, {"year": 2025}).getvalue().decode().splitlines()
    assert lines[1:] == [
        "Ābele Zane;sociālais darbinieks;Saruna ar klientu;;2025-05-04;mācības;17,5;akadēmiskās stundas;Importēts;;",
        "Ābele Zane;sociālais darbinieks;Darbs ar ģimeni;Skola;2025-06-02;mācības;7,5;akadēmiskās stundas;"
        f"Citur iegūta apliecība;iesniegums Nr. {certificate.pk};darba devējs",
    ]


def test_a_document_of_the_portal_is_told_by_its_code(as_bob, zane):
    entry = CreditEntry.objects.get()
    facts = {"title": "Kurss", "hours": Decimal(8), "completed_on": date(2025, 5, 4)}
    certificate = issue(kind="course", person=zane, source_key="x", facts=facts, entry=entry, at=NOW)
    (line,) = as_bob.get(ANNEX, {"year": 2025}).getvalue().decode().splitlines()[1:]
    assert line.split(";")[-2].replace("-", "") == certificate.code


def test_days_in_excel_are_days(as_bob, zane):
    file = as_bob.get(reverse("offices:entries_xlsx"), {"year": 2025}).getvalue()
    (_headings, line) = CalamineWorkbook.from_filelike(BytesIO(file)).get_sheet_by_index(0).to_python()
    assert line[4] == date(2025, 5, 4)


def test_the_annex_holds_no_formula(as_bob, zane):
    earn(zane, "1", on=date(2025, 7, 1), title='=HYPERLINK("http://x")')
    assert ";\"'=HYPERLINK(" in as_bob.get(ANNEX, {"year": 2025}).getvalue().decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_annex_takes_the_same_queries_for_any_number(as_bob, office, number, django_assert_max_num_queries):
    for _ in range(number):
        person = UserFactory()
        hire(person, office)
        earn(person, "3")
    with django_assert_max_num_queries(12) as asked:
        as_bob.get(ANNEX).getvalue()
    assert len(asked) == 5


def test_the_dossier_offers_the_extract(as_bob, zane, extract):
    text = as_bob.get(reverse("offices:person", args=[zane.pk])).content.decode()
    assert "Izraksts par darbu šeit" in text
    assert reverse("offices:extract_pdf", args=[extract.pk]) in text


def test_the_extract_says_years_and_entries_also_after_the_account_is_emptied(as_bob, zane, extract):
    zane.first_name, zane.last_name, zane.email = "Dzēsts", "lietotājs", "dzests@example.lv"
    zane.save()
    text = words(as_bob.get(reverse("offices:extract_pdf", args=[extract.pk])))
    for word in (
        "Izraksts: Zane Ābele",
        "01.01.2025–31.12.2025",
        "norma 24, ieskaitīts 17,5, trūkst 6,5. Norma vēl nav pārbaudīta.",
        extract.digest,
    ):
        assert word in text
    csv = as_bob.get(reverse("offices:extract_csv", args=[extract.pk])).getvalue().decode()
    assert csv.splitlines()[1:] == [
        "Zane Ābele;2025;Saruna ar klientu;;2025-05-04;mācības;17,5;akadēmiskās stundas;Importēts;;"
    ]


@pytest.fixture
def imported_elsewhere(zane, other_office):
    run = ImportRun.objects.create(
        kind="training", employer=other_office, uploaded_by=UserFactory(), uploaded_at=NOW, file_name="x", digest="x"
    )
    return earn(zane, "6", on=date(2025, 7, 1), title="Citur", provider="SIA", evidence=f"import:{run.pk} AB-1")


def test_what_another_employer_imported_is_told_as_an_amount_only(as_bob, zane, bob, imported_elsewhere):
    end_employment(zane.employments.get(), by=bob, end=date(2025, 12, 31), at=NOW)
    place = reverse("offices:extract_csv", args=[Extract.objects.get().pk])
    kept, annexed = (as_bob.get(url, {"year": 2025}).getvalue().decode().splitlines()[-1] for url in (place, ANNEX))
    told = "Cita darba devēja iesniegts;;;mācības;6;akadēmiskās stundas;Importēts;;"
    assert (kept, annexed) == (f"Zane Ābele;2025;{told}", f"Ābele Zane;sociālais darbinieks;{told}")


def test_what_ones_own_office_imported_is_told_with_its_document(as_bob, zane, office, imported_elsewhere):
    ImportRun.objects.update(employer=office)
    assert (
        as_bob.get(ANNEX, {"year": 2025})
        .getvalue()
        .decode()
        .splitlines()[-1]
        .endswith(";Citur;SIA;2025-07-01;mācības;6;akadēmiskās stundas;Importēts;AB-1;")
    )


def test_a_replaced_extract_says_so(as_bob, extract):
    Extract.objects.update(replaced_at=NOW)
    assert "Šis izraksts ir aizstāts ar jaunāku." in words(
        as_bob.get(reverse("offices:extract_pdf", args=[extract.pk]))
    )


@pytest.mark.parametrize("name", ["offices:extract_pdf", "offices:extract_csv"])
def test_nobody_else_opens_an_extract(client, office, other_office, extract, name):
    for employer in other_office, EmployerFactory(parent=office):
        client.force_login(AppointmentFactory(employer=employer).manager)
        assert client.get(reverse(name, args=[extract.pk])).status_code == 404
