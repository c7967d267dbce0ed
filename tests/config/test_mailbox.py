import pytest
from django.core.mail import EmailMessage
from django.urls import path

from config import mailbox, urls

urlpatterns = [path("dev/mails/", mailbox.mails, name="mails"), *urls.urlpatterns]


@pytest.fixture
def folder(settings, tmp_path):
    settings.MAIL_FOLDER = tmp_path
    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "OPTIONS": {"file_path": str(tmp_path)},
        }
    }


@pytest.mark.urls(__name__)
@pytest.mark.django_db
def test_every_mail_sent_can_be_read(folder, client):
    EmailMessage("Jūsu kods", "ABC-DEF\n", "socdarbs@localhost", ["alise@example.lv"]).send()

    (shown,) = client.get("/dev/mails/").context["mails"]

    assert (shown["to"], shown["subject"], shown["text"].strip()) == ("alise@example.lv", "Jūsu kods", "ABC-DEF")


@pytest.mark.django_db
def test_mails_have_no_address_unless_debugging(client):
    assert client.get("/dev/mails/").status_code == 404
