import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from glossary.models import TermPage
from people import groups
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
IMPORT = "/cms/vardnica/imports/"
CONFIRM = "/cms/vardnica/imports/apstiprinat/"


@pytest.fixture
def editor(client):
    client.force_login(UserFactory(groups=[groups.EDITOR]))
    return client


def upload(client, content, name="termini.csv"):
    return client.post(IMPORT, {"file": SimpleUploadedFile(name, content.encode())})


def sealed(answer):
    return {"checked": answer.context["confirm"].initial["checked"]}


def test_a_file_is_checked_and_nothing_is_written(editor):
    answer = upload(editor, "Termins;Angļu\nsupervīzija;supervision\n")
    assert "1 jauns termins." in answer.content.decode()
    assert TermPage.objects.count() == 0


def test_confirmed_terms_become_drafts(editor):
    answer = editor.post(CONFIRM, sealed(upload(editor, "Termins\nsupervīzija\nmentors\n")), follow=True)
    assert "Izveidoti 2 melnraksti." in answer.content.decode()
    assert set(TermPage.objects.values_list("title", "live")) == {("supervīzija", False), ("mentors", False)}


def test_confirming_twice_writes_once(editor):
    checked = sealed(upload(editor, "Termins\nsupervīzija\n"))
    editor.post(CONFIRM, checked)
    editor.post(CONFIRM, checked)
    assert TermPage.objects.count() == 1


def test_wrong_rows_are_told_and_nothing_can_be_confirmed(editor):
    page = upload(editor, "Termins;Angļu\n;work\n").content.decode()
    assert "2. rinda: termins ir tukšs" in page
    assert CONFIRM not in page


@pytest.mark.parametrize("checked", ["", "x", "a:b:c"])
def test_what_was_not_checked_is_not_written(editor, checked):
    answer = editor.post(CONFIRM, {"checked": checked}, follow=True)
    assert answer.redirect_chain == [(IMPORT, 302)]
    assert TermPage.objects.count() == 0


def test_a_check_is_good_for_who_made_it(editor):
    checked = sealed(upload(editor, "Termins\nsupervīzija\n"))
    editor.force_login(UserFactory(groups=[groups.EDITOR]))
    editor.post(CONFIRM, checked)
    assert TermPage.objects.count() == 0


def test_a_file_that_cannot_be_read_says_so_beside_the_field(editor):
    assert "Failu nevar nolasīt kā TBX." in upload(editor, "<x/>", "termini.tbx").content.decode()


def test_the_report_lists_what_is_to_be_done(editor, term):
    term("supervīzija")
    assert "nav angļu atbilsmes; nav skaidrojuma" in editor.get("/cms/reports/vardnica/").content.decode()


def test_the_report_can_be_taken_along(editor, term):
    term("supervīzija")
    content = b"".join(editor.get("/cms/reports/vardnica/?export=csv")).decode()
    assert content.splitlines()[1].startswith("supervīzija,nav angļu atbilsmes; nav skaidrojuma")


@pytest.mark.parametrize("address", [IMPORT, "/cms/reports/vardnica/"])
def test_specialists_have_no_business_here(client, address):
    client.force_login(UserFactory(groups=[groups.SPECIALIST]))
    assert client.get(address).status_code in {302, 403}
