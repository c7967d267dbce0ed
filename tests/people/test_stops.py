from email import message_from_bytes, policy

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from people.models import Notice, NoticePreference, Topic
from people.stops import SIGNER, address, read, token
from people.tasks import send_notices
from tests.factories import UserFactory, at

pytestmark = pytest.mark.django_db
FACTS = {"missing": "6.5", "earned": "17.5", "required": "24", "pending": "", "courses": [], "link": "https://x.lv/"}


def notice(person, kind="year_reminder_30", **context):
    return Notice.objects.create(
        key=f"{kind}:{person.pk}", kind=kind, person=person, context=FACTS | context, created_at=at(2026, 12, 1)
    )


def page(person, topic=Topic.YEAR_30):
    return reverse("stop_mails", args=[token(person.pk, topic)])


def test_mail_that_can_be_stopped_says_how_to_people_and_to_mail_programs():
    waiting = notice(UserFactory())

    send_notices()

    (sent,) = mail.outbox
    raw = message_from_bytes(sent.message().as_bytes(), policy=policy.default)
    link = address(waiting)
    assert raw["List-Unsubscribe"] == f"<{link}>"
    assert raw["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sent.body.splitlines()[-1] == f"Atteikties no šādām vēstulēm: {link}"
    assert raw.get_content_type() == "text/plain"


def test_address_for_mail_programs_stands_in_the_header_as_it_is():
    """Not folded into coded words, which they do not read."""
    waiting = notice(UserFactory())

    send_notices()

    (sent,) = mail.outbox
    whole = f"List-Unsubscribe: <{address(waiting)}>".encode()
    assert len(whole) > 78
    assert whole in sent.message().as_bytes().splitlines()
    assert whole in sent.message(policy=policy.SMTP).as_bytes().split(b"\r\n")


def test_mail_that_must_go_cannot_be_stopped():
    Notice.objects.create(
        key="invitation:1", kind="invitation", email="a@example.lv", created_at=at(2026), context={"employer": "X"}
    )

    send_notices()

    assert "List-Unsubscribe" not in mail.outbox[0].message()
    assert "pazinojumi" not in mail.outbox[0].body


def test_mail_program_stops_the_kind_at_once_without_cookies_or_a_form():
    person = UserFactory()

    answer = Client(enforce_csrf_checks=True).post(page(person), {"List-Unsubscribe": "One-Click"})

    assert (answer.status_code, answer.cookies) == (200, {})
    stopped = NoticePreference.objects.get(person=person)
    assert [topic for topic in Topic.values if not getattr(stopped, topic)] == ["year_30"]


def test_english_mail_leads_to_an_english_page_that_stops_as_well():
    person = UserFactory()
    waiting = notice(person)
    waiting.language = "en"
    page_in_english = address(waiting).removeprefix("http://127.0.0.1:8000")
    client = Client(enforce_csrf_checks=True)
    assert page_in_english.startswith("/en/pazinojumi/atteikties/")
    assert "Stop these e-mails?" in client.get(page_in_english).content.decode()
    assert "will not be sent to you any more" in client.post(page_in_english).content.decode()
    assert NoticePreference.objects.filter(person=person, year_30=False).exists()


def test_page_in_latvian_offers_the_english_one(client):
    address = page(UserFactory())
    assert f'href="/en{address}" lang="en"' in client.get(address).content.decode()


def test_link_alone_stops_nothing_because_programs_follow_links(client):
    person = UserFactory()

    answer = client.get(page(person))

    assert "Atteikties no šādām vēstulēm" in answer.content.decode()
    assert answer["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert not NoticePreference.objects.exists()


def test_what_was_stopped_stays_in_the_portal_and_is_not_mailed(client):
    person = UserFactory()
    client.post(page(person))
    kept, other = notice(person), notice(person, "year_reminder_7")

    send_notices()

    assert [sent.to for sent in mail.outbox] == [[person.email]]
    assert Notice.objects.get(pk=kept.pk).state == Notice.State.KEPT
    assert Notice.objects.get(pk=other.pk).state == Notice.State.SENT
    assert list(person.notices.in_portal()) == [kept, other]


def test_stopping_twice_is_stopping_once(client):
    person = UserFactory()
    client.post(page(person))

    assert "vairs nesūtīsim" in client.post(page(person)).content.decode()
    assert NoticePreference.objects.count() == 1


def test_choice_of_a_kind_leaves_the_others_as_they_were(client):
    person = UserFactory()
    client.post(page(person, Topic.MANAGER))
    client.post(page(person, Topic.YEAR_7))

    assert NoticePreference.objects.filter(person=person, manager=False, year_7=False, year_90=True).exists()


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("forged", ["x", "1:manager:forged", "%00", "1%3Amanager", "a" * 3000])
def test_forged_address_is_not_found(client, method, forged):
    answer = getattr(client, method)(f"/pazinojumi/atteikties/{forged}/")

    assert answer.status_code == 404
    assert not NoticePreference.objects.exists()


def test_address_of_someone_else_cannot_be_made_from_ones_own(client):
    person, other = UserFactory(), UserFactory()
    forged = token(person.pk, Topic.MANAGER).replace(f"{person.pk}:", f"{other.pk}:", 1)

    assert client.post(reverse("stop_mails", args=[forged])).status_code == 404


def test_signed_address_of_nobody_or_of_no_topic_is_not_found(client):
    assert client.post(reverse("stop_mails", args=[token(999_999, Topic.MANAGER)])).status_code == 404
    assert read(SIGNER.sign("1:no_such_topic")) is None


def test_other_addresses_keep_their_check_of_forms():
    strict = Client(enforce_csrf_checks=True)

    assert strict.post(reverse("account_login"), {}).status_code == 403
    assert strict.put(page(UserFactory())).status_code in (403, 405)
