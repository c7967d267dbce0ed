"""Articles from a table: a check that writes nothing, then drafts."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from python_calamine import CalamineWorkbook

from pages.models import ContributorPage
from people import groups
from publications.importing import names
from publications.models import ArticlePage
from tests.factories import UserFactory
from tests.offices.importing.files import csv, xlsx
from tests.publications.making import article, issue, person

pytestmark = pytest.mark.django_db
HEADINGS = ("Nosaukums", "Autori", "Pirmā lappuse", "Pēdējā lappuse", "Kopsavilkums", "Atslēgvārdi", "DOI")
ROWS = (
    ("Supervīzija ārkārtējos apstākļos", "Ieva Ozola", 46, 48, "Pārdomas.", "supervīzija", "https://doi.org/10.1000/1"),
    ("Ekokarte", "Ieva Ozola; Jauna Autore", 55),
    ("Redkolēģijas uzruna", "", ""),
)


@pytest.fixture
def number():
    return issue()


@pytest.fixture
def editor(client):
    user = UserFactory(groups=[groups.EDITOR])
    client.force_login(user)
    return user


def bring(client, number, content, name="raksti.xlsx"):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("publications_bring", args=[number.pk]), {"file": file})


def confirm(client, number, checked):
    rows = checked.context["form"].initial["rows"]
    return client.post(reverse("publications_confirm", args=[number.pk]), {"rows": rows}, follow=True)


def test_a_check_shows_what_would_be_made_and_writes_nothing(client, editor, number):
    person("Ieva Ozola")
    page = bring(client, number, xlsx(HEADINGS, *ROWS)).content.decode()
    assert "Par melnrakstiem var kļūt 3 raksti" in page
    assert "Ieva Ozola, Jauna Autore" in page
    assert "tiks izveidoti melnraksti: Jauna Autore" in page
    assert not ArticlePage.objects.exists()


def test_confirmed_articles_are_drafts_with_their_authors(client, editor, number):
    known = person("Ieva Ozola")
    page = confirm(client, number, bring(client, number, xlsx(HEADINGS, *ROWS)))
    assert "Izveidoti 3 melnraksti." in page.content.decode()
    first, second, third = ArticlePage.objects.order_by("path")
    assert (first.live, first.first_page, first.last_page, first.doi) == (False, 46, 48, "10.1000/1")
    assert [one.contributor_id for one in first.contributions.all()] == [known.pk]
    assert [one.contributor.title for one in second.contributions.all()] == ["Ieva Ozola", "Jauna Autore"]
    assert ContributorPage.objects.get(title="Jauna Autore").live is False
    assert (third.first_page, third.latest_revision.user) == (None, editor)


def test_the_same_file_adds_nothing_twice(client, editor, number):
    content = xlsx(HEADINGS, ROWS[1])
    checked = bring(client, number, content)
    confirm(client, number, checked)
    assert "numurā jau ir raksts „Ekokarte”." in bring(client, number, content).content.decode()
    assert "Kopš pārbaudes numurs ir mainīts." in confirm(client, number, checked).content.decode()
    assert ArticlePage.objects.count() == 1


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("", "Ieva Ozola", 5), "2. rinda: nav aizpildīta kolonna „Nosaukums”."),
        (("Raksts", "", "piektā"), "2. rinda: kolonnā „Pirmā lappuse” teksts „piektā” nav vesels skaitlis."),
        (("Raksts", "", 5.5), "2. rinda: kolonnā „Pirmā lappuse” teksts „5.5” nav vesels skaitlis."),
        (("Raksts", "", "99999999999999999999"), "nav vesels skaitlis."),
        (("Raksts", "", "", 9), "2. rinda: ir norādīta pēdējā lappuse, bet nav pirmās."),
        (("Raksts", "", 9, 8), "2. rinda: pēdējā lappuse ir pirms pirmās."),
        (("Raksts", "", 9, 9, "", "", "sdtv.23"), "2. rinda: „sdtv.23” nav DOI."),
        (("x" * 256, "", 9), "2. rinda: kolonnā „Nosaukums” var ierakstīt līdz 255 rakstzīmēm."),
        (('=HYPERLINK("x")', "", 9), "2. rinda: kolonnā „Nosaukums” teksts sākas kā formula"),
    ],
)
def test_what_is_wrong_in_a_row_is_said_and_nothing_can_be_confirmed(client, editor, number, row, words):
    page = bring(client, number, xlsx(HEADINGS, row, strings_to_formulas=False)).content.decode()
    assert words in page.replace("&quot;", '"')
    assert "Izveidot melnrakstus" not in page


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "nav neviena"),
        (b"PK\x03\x04 nav arhivs", "nevar nolasīt kā tabulu"),
        (b"\xd0\xcf\x11\xe0", "veca Excel"),
        (csv("E-pasts;Vārds", "a@b.lv;Anna"), "Failā trūkst kolonnu: „Nosaukums”, „Autori”, „Pirmā lappuse”"),
        (xlsx(HEADINGS), "nav neviena"),
    ],
)
def test_a_file_of_another_form_is_refused_with_words(client, editor, number, content, words):
    response = bring(client, number, content)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["file"]
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize("rows", ["", "x", "W10:1xWR3Q:rlEubGb8FiBCaQ"])
def test_rows_that_were_not_checked_are_refused(client, editor, number, rows):
    page = client.post(reverse("publications_confirm", args=[number.pk]), {"rows": rows}, follow=True)
    assert "Augšupielādējiet failu vēlreiz." in page.content.decode()
    assert not ArticlePage.objects.exists()


def test_a_check_of_one_editor_is_not_confirmed_by_another(client, editor, number):
    checked = bring(client, number, xlsx(HEADINGS, ROWS[1]))
    client.force_login(UserFactory(groups=[groups.EDITOR]))
    confirm(client, number, checked)
    assert not ArticlePage.objects.exists()


def test_only_who_may_add_articles_gets_in(client, number):
    client.force_login(UserFactory(groups=[groups.SPECIALIST]))
    assert client.get(reverse("publications_bring", args=[number.pk])).status_code in (302, 403)


def test_the_table_to_fill_in_has_the_headings(client, editor):
    content = client.get(reverse("publications_table")).content
    headings = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()[0]
    assert headings == [*HEADINGS, "Nosaukums angliski"]


def test_the_issue_in_the_cms_leads_to_the_import(client, editor, number):
    page = client.get(reverse("wagtailadmin_explore", args=[number.pk])).content.decode()
    assert reverse("publications_bring", args=[number.pk]) in page


def test_authors_are_parted_by_semicolons_or_else_by_commas():
    assert names("Bela, Baiba; Ozola, Ieva") == ["Bela, Baiba", "Ozola, Ieva"]
    assert names("Baiba Bela, Ieva Ozola, Baiba Bela") == ["Baiba Bela", "Ieva Ozola"]


def test_an_article_that_stands_there_already_is_named(client, editor, number):
    article("Ekokarte")
    assert "numurā jau ir raksts „Ekokarte”." in bring(client, number, xlsx(HEADINGS, ROWS[1])).content.decode()
