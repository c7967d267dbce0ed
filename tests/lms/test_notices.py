import pytest
from django.urls import reverse

from people.models import Notice, NoticePreference
from tests.factories import UserFactory, at

pytestmark = pytest.mark.django_db
NOTICES = reverse("lms:notices")
FACTS = {"missing": "6.5", "earned": "17.5", "required": "24", "pending": "", "courses": [], "link": "https://x.lv/"}
NOW = at(2026, 11, 22)


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def as_alice(client, alice):
    client.force_login(alice)
    return client


def notice(person, key="1", kind="manager_reminder", created_at=NOW):
    context = FACTS | {"manager": "Bobs", "employer": "Dienests"}
    return Notice.objects.create(key=key, kind=kind, person=person, context=context, created_at=created_at)


def test_the_portal_shows_what_the_mail_says(as_alice, alice):
    notice(alice)
    text = as_alice.get(NOTICES).content.decode()
    assert "1 jauns paziņojums" in text
    assert "Atgādinājums: līdz 31. decembrim vēl jāapgūst 6,5 akadēmiskās stundas" in text
    assert "Šo atgādinājumu sūta Bobs (Dienests)." in text
    assert '<a href="https://x.lv/" rel="nofollow">' in text


def test_what_has_been_seen_is_not_new_any_more(as_alice, alice):
    notice(alice)
    as_alice.get(NOTICES)
    assert Notice.objects.get().read_at == NOW
    assert "Jaunu paziņojumu nav" in as_alice.get(NOTICES).content.decode()


def test_the_menu_counts_the_unread(as_alice, alice):
    for key in "123":
        notice(alice, key)
    notice(alice, "4", kind="course_completed")
    response = as_alice.get(reverse("account_profile"))
    assert response.wsgi_request.user.unread_notices == 3
    assert '3<span class="visually-hidden"> nelasīti' in response.content.decode()


def test_nobody_elses_nor_old_nor_other_notices_are_shown(as_alice, alice):
    notice(UserFactory(), "other")
    notice(alice, "old", created_at=at(2025, 11, 21))
    notice(alice, "mail", kind="course_completed")
    assert as_alice.get(NOTICES).context["notices"] == []


def test_names_in_notices_are_text_not_markup(as_alice, alice):
    Notice.objects.create(
        key="x",
        kind="manager_reminder",
        person=alice,
        created_at=NOW,
        context=FACTS | {"manager": "<b>Bobs</b>", "employer": "X"},
    )
    assert "&lt;b&gt;Bobs" in as_alice.get(NOTICES).content.decode()


def test_the_choice_of_mails_is_kept_and_can_be_turned_on_again(as_alice, alice):
    as_alice.post(NOTICES, {"year_30": "on", "decisions": "on"})
    own = NoticePreference.objects.get(person=alice)
    assert (own.year_90, own.year_30, own.year_7, own.manager, own.assignments, own.decisions) == (
        False, True, False, False, False, True,
    )  # fmt: skip
    as_alice.post(NOTICES, {"manager": "on"})
    assert NoticePreference.objects.get(person=alice).manager


def test_an_empty_page_says_what_will_be_here(as_alice):
    assert "Šeit būs atgādinājumi un lēmumi." in as_alice.get(NOTICES).content.decode()
