import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import cache
from django.urls import reverse
from django.utils import translation

from demo import names
from demo.log_ins import address
from people import groups
from people.models import User
from tests.factories import PASSWORD, AppointmentFactory, UserFactory

pytestmark = pytest.mark.django_db
NEW = {"first_name": "Jānis", "last_name": "Bērziņš", "email": "Janis@Example.lv", "password1": "gara-parole-77"}
WANTED = "/accounts/profils/"


def code(mail):
    return re.search(r"^\d{6}$", mail.body, re.MULTILINE).group()


def sign_up(client, **changed):
    return client.post(reverse("account_signup"), NEW | {"next": WANTED} | changed)


def enter(client, text):
    return client.post(reverse("account_email_verification_sent"), {"code": text})


def sign_in(client, email, password=PASSWORD, **more):
    return client.post(reverse("account_login"), {"login": email, "password": password} | more)


def signed_in(client):
    return "_auth_user_id" in client.session


def test_nobody_is_signed_in_before_the_code(client, mailoutbox):
    assert sign_up(client).url == reverse("account_email_verification_sent")
    assert not signed_in(client)
    assert client.get(WANTED).status_code == 302


def test_code_signs_in_and_leads_where_one_was_going(client, mailoutbox):
    sign_up(client)
    assert enter(client, code(mailoutbox[0])).url == WANTED
    assert signed_in(client)


def test_new_person_is_a_specialist_with_a_small_letter_address(client):
    sign_up(client)
    user = User.objects.get()
    assert (user.email, user.get_full_name()) == ("janis@example.lv", "Jānis Bērziņš")
    assert user.group_names == {groups.SPECIALIST}


def test_wrong_code_is_refused(client, mailoutbox):
    sign_up(client)
    wrong = "000000" if code(mailoutbox[0]) != "000000" else "111111"
    assert "Kods nav pareizs." in enter(client, wrong).content.decode()
    assert not signed_in(client)


def test_third_wrong_code_ends_the_attempt(client, mailoutbox):
    sign_up(client)
    right = code(mailoutbox[0])
    for _ in range(3):
        enter(client, "wrong")
    enter(client, right)
    assert not signed_in(client)


def test_new_code_can_be_asked_for(client, mailoutbox):
    sign_up(client)
    cache.clear()
    client.post(reverse("account_email_verification_sent"), {"action": "resend"})
    enter(client, code(mailoutbox[1]))
    assert signed_in(client)


def test_taken_address_says_nothing_but_its_owner_gets_a_mail(client, mailoutbox):
    UserFactory(email="janis@example.lv")
    assert sign_up(client).url == reverse("account_email_verification_sent")
    assert [mail.subject for mail in mailoutbox] == ["Jums jau ir Socdarbs konts"]
    assert User.objects.count() == 1


def test_page_of_the_code_is_the_same_for_a_taken_address(client, mailoutbox):
    def page(email):
        visitor = type(client)()
        sign_up(visitor, email=email)
        text = visitor.get(reverse("account_email_verification_sent")).content.decode()
        return re.sub(r'(name="csrfmiddlewaretoken" value=|nonce=)"\w+"', "", text).replace(email, "")

    UserFactory(email="janis@example.lv")
    assert page("janis@example.lv") == page("anna@example.lv")


def test_taken_address_costs_a_hash_like_a_free_one(client, settings, mailoutbox):
    settings.PASSWORD_HASHERS = [f"{__name__}.CountedHasher"]
    UserFactory(email="janis@example.lv", password="!")
    counts = []
    for email in ("janis@example.lv", "anna@example.lv"):
        CountedHasher.hashed = 0
        sign_up(type(client)(), email=email)
        counts.append(CountedHasher.hashed)
    assert counts == [1, 1]


class CountedHasher(MD5PasswordHasher):
    hashed = 0

    def encode(self, *args):
        CountedHasher.hashed += 1
        return super().encode(*args)


def test_whoever_mistyped_the_address_signs_up_anew(client, mailoutbox):
    sign_up(client, email="jnais@example.lv")
    page = client.get(reverse("account_email_verification_sent"), {"next": WANTED}).content.decode()
    again = re.search(r'name="next" value="(/accounts/signup/\S+)"', page).group(1)
    assert client.post(reverse("account_logout"), {"next": again}).url == again
    client.post(again, NEW)
    enter(client, code(mailoutbox[1]))
    assert client.session["_auth_user_id"] == str(User.objects.get(email="janis@example.lv").pk)


@pytest.mark.parametrize("name", [name for name, *_who in names.LOG_INS])
def test_log_in_of_the_demo_is_refused_unless_the_demo_may_be_loaded(client, settings, name):
    user = UserFactory(email=address(name), password=names.PASSWORD)
    for settings.DEMO_LOG_INS in (True, False):
        client.logout()
        sign_in(client, address(name), names.PASSWORD)
        assert signed_in(client) is settings.DEMO_LOG_INS
    client.force_login(user)
    assert client.get(WANTED).status_code == 302


@pytest.mark.parametrize("field", sorted(NEW))
def test_every_field_of_signing_up_is_needed(client, field):
    assert sign_up(client, **{field: ""}).context["form"].errors[field] == ["Aizpildiet šo lauku."]
    assert not User.objects.exists()


def test_common_password_is_refused(client):
    assert sign_up(client, password1="password").context["form"].errors["password1"]
    assert not User.objects.exists()


def test_sign_up_mail_is_plain_latvian_text(client, mailoutbox):
    sign_up(client)
    (mail,) = mailoutbox
    assert mail.subject == "Jūsu Socdarbs kods"
    assert mail.body.startswith("Ievadiet šo kodu logā, kurā reģistrējaties vai maināt adresi:")
    assert mail.alternatives == []


def test_sign_in_ignores_the_case_of_the_address(client):
    UserFactory(email="ilze@example.lv")
    sign_in(client, "ILZE@Example.LV")
    assert signed_in(client)


def test_unconfirmed_address_is_asked_for_its_code(client, mailoutbox):
    ilze = UserFactory(verified=False)
    assert sign_in(client, ilze.email).url == reverse("account_email_verification_sent")
    assert not signed_in(client)
    enter(client, code(mailoutbox[0]))
    assert signed_in(client)


def test_sixth_wrong_password_is_throttled(client):
    ilze = UserFactory()
    for _ in range(5):
        assert "nav pareiza" in sign_in(client, ilze.email, "nepareiza").content.decode()
    answer = sign_in(client, ilze.email)
    assert "Pārāk daudz mēģinājumu. Mēģiniet vēlreiz pēc 5 minūtēm." in answer.content.decode()
    assert not signed_in(client)


def test_one_machine_signs_up_twenty_times_a_minute(client):
    for _ in range(20):
        assert client.post(reverse("account_signup"), {}).status_code == 200
    answer = client.post(reverse("account_signup"), {})
    assert answer.status_code == 429
    assert "Pārāk daudz mēģinājumu." in answer.content.decode()


def test_wanted_address_comes_first(client, bob):
    assert sign_in(client, bob.email, next=WANTED).url == WANTED


def test_foreign_address_is_not_followed(client, alice):
    assert sign_in(client, alice.email, next="https://example.com/").url == "/mans-gads/"


@pytest.mark.parametrize(
    ("group", "page"),
    [
        (groups.SPECIALIST, "/mans-gads/"),
        (groups.REVIEWER, "/mans-gads/"),
        (groups.ANALYST, "/parskats/"),
        (groups.EDITOR, "/cms/"),
        (groups.MODERATOR, "/cms/"),
        (groups.ADMINISTRATOR, "/cms/"),
    ],
)
def test_page_after_signing_in(client, group, page):
    assert sign_in(client, UserFactory(groups=[group]).email).url == page


def test_manager_begins_with_the_staff(client, bob):
    assert sign_in(client, bob.email).url == "/darbinieki/"


def test_former_manager_begins_with_the_own_year(client, office):
    former = AppointmentFactory(employer=office, end="2024-12-31").manager
    assert sign_in(client, former.email).url == "/mans-gads/"


def test_changed_address_counts_after_its_code(client, alice, mailoutbox):
    client.force_login(alice)
    client.post(reverse("account_email"), {"action_add": "1", "email": "Jauna@Example.lv"})
    alice.refresh_from_db()
    assert alice.email == "alice@example.lv"
    enter(client, code(mailoutbox[0]))
    alice.refresh_from_db()
    assert alice.email == "jauna@example.lv"
    assert list(EmailAddress.objects.filter(user=alice).values_list("email", flat=True)) == ["jauna@example.lv"]


def test_changed_password_ends_the_other_sessions(client, alice):
    other = type(client)()
    for one in (client, other):
        sign_in(one, alice.email)
    new = {"oldpassword": PASSWORD, "password1": "cita-parole-88", "password2": "cita-parole-88"}
    client.post(reverse("account_change_password"), new)
    assert client.get(WANTED).status_code == 200
    assert other.get(WANTED).status_code == 302


def test_forgotten_password_is_set_anew_by_a_link(client, alice, mailoutbox):
    client.post(reverse("account_reset_password"), {"email": "Alice@example.lv"})
    link = re.search(r"http://testserver(\S+/key/\S+)", mailoutbox[0].body).group(1)
    form = client.get(link).url
    client.post(form, {"password1": "cita-parole-88", "password2": "cita-parole-88"})
    sign_in(client, alice.email, "cita-parole-88")
    assert signed_in(client)


def test_reset_link_works_once(client, alice, mailoutbox):
    client.post(reverse("account_reset_password"), {"email": alice.email})
    link = re.search(r"http://testserver(\S+/key/\S+)", mailoutbox[0].body).group(1)
    client.post(client.get(link).url, {"password1": "cita-parole-88", "password2": "cita-parole-88"})
    page = type(client)().get(link).content.decode()
    assert "Saites derīguma termiņš ir beidzies. Pieprasiet jaunu." in page


@pytest.mark.parametrize("door", ["/cms/login/?next=/cms/pages/", "/cms/password_reset/"])
def test_wagtails_doors_lead_to_ours(client, door):
    assert client.get(door).url.startswith("/accounts/")


@pytest.mark.parametrize(
    "name",
    ["account_login", "account_signup", "account_reset_password", "account_reset_password_done", "account_inactive"],
)
def test_guests_reach_the_pages_of_signing_in(client, name):
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("path", ["/accounts/login/", "/en/accounts/login/"])
def test_page_speaks_the_language_of_its_address(client, path):
    with translation.override("lv"):
        page = client.get(path).content.decode()
    assert ("<h1>Pieslēgties</h1>" in page, "<h1>Sign in</h1>" in page) == (path[1] == "a", path[1] == "e")


def test_a_closed_account_is_signed_out(client):
    person = UserFactory()
    client.force_login(person)
    User.objects.filter(pk=person.pk).update(is_active=False)

    assert client.get(WANTED).status_code == 302
