import re
from datetime import date, timedelta

import pytest
from django.contrib.messages import get_messages
from django.core import mail
from django.urls import reverse

from compliance.actions.employments import end_employment
from compliance.actions.exemptions import ask_exemption, decide_exemption
from offices import staff
from offices.actions.reminders import remind
from people.models import Absence, Notice, NoticePreference
from people.tasks import send_notices
from tests.factories import AppointmentFactory, CoursePageFactory, UserFactory
from tests.offices.staffing import NOW, TODAY, earn, hire

pytestmark = pytest.mark.django_db
REMIND, STAFF = reverse("offices:remind"), reverse("offices:staff")


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def as_bob(client, bob):
    client.force_login(bob)
    return client


def worker(office, hours=None, name="Ābele", **more):
    person = UserFactory(last_name=name, first_name="Zane", **more)
    hire(person, office)
    if hours:
        earn(person, hours)
    return person


def preview(client, **query):
    found = client.get(REMIND, query).context["found"]
    return [row.person for row in found.to], [(row.person, reason) for row, reason in found.left_out]


def send(client, *people, **query):
    address = f"{REMIND}?{'&'.join(f'{name}={value}' for name, value in query.items())}"
    return client.post(address, {"person": [person.pk for person in people]})


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def rows_of(manager):
    jobs = staff.roster(manager, 2026, today=TODAY).confirmed()
    return staff.staff(jobs, 2026, today=TODAY)


def test_the_filled_button_says_how_many_will_be_reminded(as_bob, office):
    for hours in "3", "20", "24":
        worker(office, hours)
    text = " ".join(as_bob.get(STAFF).content.decode().split())
    assert f'<a class="button button-main" href="{REMIND}?">Nosūtīt atgādinājumu 2 darbiniekiem </a>' in text


def test_where_nobody_lacks_hours_or_the_year_is_over_there_is_nothing_to_remind_of(as_bob, office):
    zane = UserFactory()
    hire(zane, office, start=date(2025, 1, 1))
    earn(zane, "24")
    earn(zane, "3", on=date(2025, 5, 5))
    assert REMIND not in as_bob.get(STAFF).content.decode()
    assert REMIND not in as_bob.get(STAFF, {"year": 2025}).content.decode()


def test_the_preview_is_about_those_behind_within_the_filters(as_bob, office):
    zane, _met = worker(office, "3"), worker(office, "24")
    carer = UserFactory()
    hire(carer, office, role="social_carer")
    assert preview(as_bob) == ([zane, carer], [])
    assert preview(as_bob, role="social_carer") == ([carer], [])
    assert preview(as_bob, person=zane.pk, year="2025") == ([zane], [])


def test_what_is_sent_is_what_the_preview_shows(as_bob, office):
    CoursePageFactory(title="Saruna", hours=8)
    zane = worker(office, "17.5")
    ((subject, text),) = as_bob.get(REMIND).context["letter"]
    send(as_bob, zane)
    send_notices()

    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == ([zane.email], subject)
    assert sent.body.startswith(text)
    assert re.fullmatch(
        r"\nAtteikties no šādām vēstulēm: http://127.0.0.1:8000/pazinojumi/\S+\n", sent.body.removeprefix(text)
    )


def test_the_preview_never_shows_the_manager_someones_own_link(as_bob, office):
    worker(office)
    assert "pazinojumi/atteikties" not in as_bob.get(REMIND).content.decode()


def test_only_those_who_were_shown_are_reminded(as_bob, office):
    shown, _came_later = worker(office), worker(office)
    response = send(as_bob, shown)
    assert said(response) == ["Atgādinājums nosūtīts 1 darbiniekam."]
    assert [notice.person for notice in Notice.objects.all()] == [shown]


def test_the_manager_returns_to_the_filtered_staff_or_to_the_person(as_bob, office):
    zane, other = worker(office), worker(office)
    assert send(as_bob, zane, role="social_worker").url == f"{STAFF}?role=social_worker"
    assert send(as_bob, other, person=other.pk).url == reverse("offices:person", args=[other.pk])


def test_pressing_twice_sends_once(as_bob, office):
    zane = worker(office)
    send(as_bob, zane)
    assert said(send(as_bob, zane))[-1] == (
        "Atgādinājums netika nosūtīts: visi izvēlētie to pēdējo 7 dienu laikā jau ir saņēmuši."
    )
    assert Notice.objects.count() == 1


@pytest.mark.parametrize(("later", "again"), [(timedelta(days=6, hours=23), 1), (timedelta(days=7, minutes=1), 2)])
def test_nobody_is_reminded_twice_in_a_week_by_any_manager(office, bob, later, again, time_machine):
    worker(office)
    remind(rows_of(bob), by=bob, at=NOW)
    time_machine.move_to(NOW + later)
    second = AppointmentFactory(employer=office).manager
    remind(rows_of(second), by=second)
    assert Notice.objects.count() == again


def test_who_is_left_out_is_told_with_the_reason(as_bob, office, bob):
    hire(bob, office)
    closed, reminded, zane = worker(office, "2", is_active=False), worker(office, "3"), worker(office, "4")
    remind([row for row in rows_of(bob) if row.person == reminded], by=bob, at=NOW - timedelta(days=2))
    assert preview(as_bob) == (
        [zane],
        [
            (bob, "tas esat jūs"),
            (closed, "konts ir slēgts"),
            (reminded, "atgādinājums saņemts pēdējo 7 dienu laikā"),
        ],
    )


def test_the_button_counts_whom_the_preview_shows(as_bob, office, bob):
    hire(bob, office)
    worker(office, "2", is_active=False)
    zane, away, excused, reminded = (worker(office, "4") for _ in range(4))
    Absence.objects.create(person=away, employer=office, start=TODAY, recorded_by=bob, recorded_at=NOW)
    asked = ask_exemption(person=excused, year=2026, reason="Studijas", by=excused, at=NOW)
    decide_exemption(asked, granted=True, decision="Pamatots", by=UserFactory(), at=NOW)
    remind([row for row in rows_of(bob) if row.person == reminded], by=bob, at=NOW - timedelta(days=2))
    assert preview(as_bob)[0] == [zane]
    assert "Nosūtīt atgādinājumu 1 darbiniekam" in as_bob.get(STAFF).content.decode()


def test_where_everyone_was_reminded_the_reasons_are_one_press_away(as_bob, office):
    send(as_bob, worker(office))
    text = as_bob.get(STAFF).content.decode()
    assert f'<a class="button" href="{REMIND}?">Atgādinājumi</a>' in text
    assert "Nosūtīt atgādinājumu" not in text


def test_who_wants_no_such_mails_sees_it_only_in_the_portal(as_bob, office):
    zane = worker(office)
    NoticePreference.objects.create(person=zane, manager=False)
    assert "tikai portālā" in as_bob.get(REMIND).content.decode()
    send(as_bob, zane)
    send_notices()
    assert mail.outbox == []
    assert list(zane.notices.in_portal().values_list("state", flat=True)) == ["kept"]


def test_who_left_is_never_reminded(as_bob, office, bob):
    gone = worker(office)
    end_employment(gone.employments.get(), by=bob, end=date(2026, 6, 30), at=NOW)
    assert preview(as_bob) == ([], [])
    send(as_bob, gone)
    assert not Notice.objects.exists()


def test_nobody_elses_staff_is_reminded_by_a_forged_form(as_bob, charlie, other_office):
    hire(charlie, other_office, role="social_carer")
    send(as_bob, charlie)
    assert not Notice.objects.exists()


@pytest.mark.parametrize("person", ["x", "-1", "99999999999999999999", "\x00"])
def test_bad_values_remind_nobody(as_bob, office, person):
    worker(office)
    assert as_bob.get(REMIND, {"person": person}).status_code == 200
    assert as_bob.post(REMIND, {"person": person}).status_code == 302
    assert not Notice.objects.exists()


def test_one_person_is_reminded_from_the_dossier_while_hours_are_missing(as_bob, office):
    zane, met = worker(office, "3"), worker(office, "24")
    dossier = as_bob.get(reverse("offices:person", args=[zane.pk])).content.decode()
    assert f'href="{REMIND}?person={zane.pk}"' in dossier
    assert REMIND not in as_bob.get(reverse("offices:person", args=[met.pk])).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_preview_asks_as_much_for_three_as_for_one(as_bob, office, number, django_assert_max_num_queries):
    for _ in range(number):
        worker(office)
    as_bob.get(REMIND)
    with django_assert_max_num_queries(30) as asked:
        as_bob.get(REMIND)
    assert len([query for query in asked if "wagtailcore_" not in query["sql"]]) == 10


def test_who_is_exempt_is_left_out_unless_the_manager_names_them(as_bob, office):
    zane = worker(office, "3")
    asked = ask_exemption(person=zane, year=2026, reason="Studijas", by=zane, at=NOW)
    decide_exemption(asked, granted=True, decision="Pamatots", by=UserFactory(), at=NOW)
    assert preview(as_bob) == ([], [(zane, "atbrīvojums no normas")])
    send(as_bob, zane)
    assert not Notice.objects.filter(kind="manager_reminder").exists()
    assert preview(as_bob, person=zane.pk) == ([zane], [])
    send(as_bob, zane, person=zane.pk)
    assert Notice.objects.get(kind="manager_reminder").person == zane
