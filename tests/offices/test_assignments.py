from datetime import date, timedelta

import pytest
from django.contrib.messages import get_messages
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from compliance.actions.employments import end_employment
from courses.models import CoursePage
from lms.actions.enrolments import enrol
from lms.models import Enrolment
from offices.actions.assignments import assign
from offices.assigned import reached
from offices.models import Assignment
from offices.tasks import remind_of_assignments
from people.models import Notice
from people.tasks import send_notices
from tests.factories import AppointmentFactory, AssignmentFactory, CoursePageFactory, EmployerFactory, UserFactory, at
from tests.offices.staffing import NOW, TODAY, hire

pytestmark = pytest.mark.django_db
DUE = date(2026, 12, 12)
BOARD, ASSIGN = reverse("offices:assignments"), reverse("offices:assign")


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def as_bob(client, bob):
    client.force_login(bob)
    return client


@pytest.fixture
def course(db):
    return CoursePageFactory(title="Saruna ar klientu", hours=4)


@pytest.fixture
def zane(office):
    zane = UserFactory(first_name="Zane", last_name="Ābele")
    hire(zane, office)
    return zane


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def asked(course, due=DUE, **more):
    return {"course": course.pk, "due": f"{due}"} | more


def to_people(client, *people, **form):
    query = "&".join(f"person={person.pk}" for person in people)
    return client.post(f"{ASSIGN}?{query}", {"person": [person.pk for person in people]} | form)


def complete(person, course, on):
    enrolment = enrol(person=person, course=course, at=at(on.year, on.month, on.day))
    Enrolment.objects.filter(pk=enrolment.pk).update(completed_at=at(on.year, on.month, on.day))


def states(today=TODAY):
    return [one.status for one in reached(Assignment.objects.standing(), today=today)]


def test_people_checked_in_the_table_are_assigned_and_told(as_bob, zane, course, office):
    response = to_people(as_bob, zane, **asked(course))
    send_notices()
    assert (response.url, said(response)) == (BOARD, ["Izveidots 1 norīkojums."])
    row = Assignment.objects.get()
    assert (row.person, row.employer, row.course_title, row.due) == (zane, office, "Saruna ar klientu", DUE)
    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == ([zane.email], "Norīkojums uz kursu „Saruna ar klientu”")
    assert "norīko jūs uz kursu „Saruna ar klientu”. Kurss jāpabeidz līdz 12. decembrim." in sent.body


def test_a_profession_is_assigned_with_those_who_join_later(as_bob, zane, course, office, time_machine):
    as_bob.post(ASSIGN, asked(course, role="social_worker", employer=office.pk))
    assert [notice.person for notice in Notice.objects.filter(kind="assignment")] == [zane]
    newcomer = UserFactory()
    hire(newcomer, EmployerFactory(parent=office), start=date(2026, 11, 25))
    time_machine.move_to(at(2026, 11, 26, 9))
    remind_of_assignments()
    remind_of_assignments()
    assert [notice.person for notice in Notice.objects.filter(kind="assignment")] == [zane, newcomer]


def test_who_leaves_is_let_go(zane, course, office, bob):
    assign([Assignment(person=zane, employer=office)], course=course, due=DUE, by=bob, at=NOW)
    end_employment(zane.employments.get(), by=bob, end=date(2026, 11, 24), at=NOW)
    assert (states(), states(date(2026, 11, 25))) == (["waiting"], [])


def test_the_same_again_changes_nothing_and_another_date_takes_its_place(as_bob, zane, course):
    to_people(as_bob, zane, **asked(course))
    assert said(to_people(as_bob, zane, **asked(course)))[-1] == "Norīkojums uz šo kursu ar šādu termiņu jau ir."
    to_people(as_bob, zane, **asked(course, due=date(2026, 12, 20)))
    assert [row.due for row in Assignment.objects.standing()] == [date(2026, 12, 20)]
    assert Notice.objects.filter(kind="assignment").count() == 2


def test_the_state_is_waiting_begun_late_or_done(zane, course):
    AssignmentFactory(person=zane, employer=zane.employments.get().employer, course_key=course.translation_key)
    assert states() == ["waiting"]
    enrol(person=zane, course=course, at=NOW)
    assert (states(), states(DUE), states(DUE + timedelta(days=1))) == (["begun"], ["begun"], ["late"])
    Enrolment.objects.update(completed_at=at(2026, 12, 20))
    assert states(date(2026, 12, 21)) == ["done"]


@pytest.mark.parametrize(("day", "state"), [(date(2026, 1, 2), "done"), (date(2025, 12, 31), "waiting")])
def test_a_course_finished_earlier_in_the_year_counts(zane, course, day, state):
    complete(zane, course, day)
    AssignmentFactory(person=zane, employer=zane.employments.get().employer, course_key=course.translation_key)
    assert states() == [state]


def test_who_has_finished_gets_no_mail(zane, course, office, bob):
    complete(zane, course, date(2026, 5, 5))
    assign([Assignment(person=zane, employer=office)], course=course, due=DUE, by=bob, at=NOW)
    assert not Notice.objects.filter(kind="assignment").exists()


def test_only_open_courses_are_assigned(as_bob, zane, office, bob):
    closed = CoursePageFactory(lessons=0)
    response = to_people(as_bob, zane, **asked(closed))
    assert (
        response.context["form"].errors["course"]
        == ["Izvēlieties derīgu vērtību. Šāda varianta nav starp pieejamajām izvēlēm."]
        or response.context["form"].errors["course"]
    )
    with pytest.raises(ValidationError):
        assign([Assignment(person=zane, employer=office)], course=closed, due=DUE, by=bob, at=NOW)


@pytest.mark.parametrize("due", ["2026-11-22", "2027-11-24", "2027-02-29", "", "0001-01-01", "x" * 500])
def test_a_wrong_due_date_is_an_error_of_its_field(as_bob, zane, course, due):
    response = to_people(as_bob, zane, **asked(course) | {"due": due})
    assert (response.status_code, list(response.context["form"].errors)) == (200, ["due"])


@pytest.mark.parametrize("person", ["x", "-1", "99999999999999999999", "\x00"])
def test_bad_numbers_assign_nobody(as_bob, course, person):
    assert as_bob.get(ASSIGN, {"person": person}).status_code == 200
    assert as_bob.post(f"{ASSIGN}?person=x", asked(course, person=person)).status_code == 200
    assert as_bob.post(ASSIGN, asked(course) | {"course": person}).status_code == 200
    assert not Assignment.objects.exists()


def test_nobody_elses_staff_is_assigned(as_bob, charlie, other_office, course):
    hire(charlie, other_office, role="social_carer")
    assert to_people(as_bob, charlie, **asked(course)).status_code == 200
    as_bob.post(ASSIGN, asked(course, role="social_worker", employer=other_office.pk))
    assert not Assignment.objects.exists()


def test_an_assignment_is_for_the_whole_employer_when_its_manager_makes_it(as_bob, office, course):
    unit, person = EmployerFactory(parent=office), UserFactory()
    hire(person, unit)
    to_people(as_bob, person, **asked(course))
    assert Assignment.objects.get().employer == office
    of_unit = AppointmentFactory(employer=unit).manager
    as_bob.force_login(of_unit)
    to_people(as_bob, person, **asked(course, due=date(2026, 12, 24)))
    assert Assignment.objects.get(assigned_by=of_unit).employer == unit


def test_the_board_says_who_finished_who_has_not_and_who_is_late(as_bob, bob, office, zane, course, time_machine):
    other = UserFactory(last_name="Žagare", first_name="Ilze")
    hire(other, office)
    to_people(as_bob, zane, other, **asked(course))
    complete(zane, course, date(2026, 12, 3))
    time_machine.move_to(at(2026, 12, 13))
    as_bob.force_login(bob)
    text = " ".join(as_bob.get(BOARD).content.decode().split())
    assert "Izpildīti: 1 no 2 norīkojumiem. Nokavēts: 1." in text
    assert [(one.name, one.status) for one in as_bob.get(BOARD).context["tasks"][0].reached] == [
        ("Žagare Ilze", "late"),
        ("Ābele Zane", "done"),
    ]


def test_a_course_that_is_gone_is_still_shown_by_its_name(as_bob, client, office, zane, course):
    to_people(as_bob, zane, **asked(course))
    CoursePage.objects.get(pk=course.pk).unpublish()
    assert "Saruna ar klientu" in as_bob.get(BOARD).content.decode()
    client.force_login(zane)
    text = client.get(reverse("lms:home")).content.decode()
    assert "Saruna ar klientu" in text
    assert reverse("lms:start", args=[course.translation_key]) not in text


def test_the_person_sees_it_on_their_year_with_the_button(client, office, zane, course):
    AssignmentFactory(person=zane, employer=office, course_key=course.translation_key, course_title=course.title)
    client.force_login(zane)
    text = " ".join(client.get(reverse("lms:home")).content.decode().split())
    assert "Jāpabeidz līdz 12. decembrim" in text
    assert f'<a class="button" href="{reverse("lms:start", args=[course.translation_key])}">Sākt' in text
    enrol(person=zane, course=course, at=NOW)
    assert reverse("lms:resume", args=[course.translation_key]) in client.get(reverse("lms:home")).content.decode()


def test_finished_or_past_years_assignments_are_not_on_the_year(client, office, zane, course):
    AssignmentFactory(person=zane, employer=office, course_key=course.translation_key)
    complete(zane, course, date(2026, 6, 6))
    client.force_login(zane)
    assert "Norīkots" not in client.get(reverse("lms:home")).content.decode()


def test_manager_of_a_unit_sees_what_the_employer_assigned_to_their_people_and_does_not_withdraw_it(
    client, office, zane, course
):
    unit = EmployerFactory(parent=office)
    own = UserFactory(last_name="Žagare")
    hire(own, unit)
    row = AssignmentFactory(person=own, employer=office, course_title="Saruna")
    AssignmentFactory(person=zane, employer=office, course_title="Citiem")
    client.force_login(AppointmentFactory(employer=unit).manager)
    page = client.get(BOARD)
    assert [(task.title, [one.person for one in task.reached]) for task in page.context["tasks"]] == [("Saruna", [own])]
    assert reverse("offices:withdraw", args=[row.pk]) not in page.content.decode()
    assert client.post(reverse("offices:withdraw", args=[row.pk])).status_code == 404


def test_withdrawing_takes_it_away_once(as_bob, office, zane):
    row = AssignmentFactory(person=zane, employer=office)
    address = reverse("offices:withdraw", args=[row.pk])
    assert said(as_bob.post(address)) == [f"Norīkojums atsaukts: {row.course_title}: {zane}."]
    assert said(as_bob.post(address))[-1] == "Šis norīkojums jau bija atsaukts."
    assert states() == []


def test_nobody_withdraws_of_another_office(as_bob, charlie, other_office):
    row = AssignmentFactory(person=charlie, employer=other_office)
    assert as_bob.post(reverse("offices:withdraw", args=[row.pk])).status_code == 404


@pytest.mark.parametrize(
    ("day", "hour", "sent"),
    [(4, 9, 0), (5, 7, 0), (5, 9, 1), (10, 9, 1), (11, 9, 0), (12, 9, 0)],
)
def test_a_week_before_the_due_date_who_has_not_finished_is_reminded(zane, office, time_machine, day, hour, sent):
    AssignmentFactory(person=zane, employer=office)
    time_machine.move_to(at(2026, 12, day, hour))
    remind_of_assignments()
    assert Notice.objects.filter(kind="assignment_due").count() == sent


def test_who_was_assigned_within_the_last_week_needs_no_reminder(zane, office, time_machine):
    AssignmentFactory(person=zane, employer=office, assigned_at=at(2026, 12, 5))
    time_machine.move_to(at(2026, 12, 6, 9))
    remind_of_assignments()
    assert not Notice.objects.filter(kind="assignment_due").exists()


def test_the_database_refuses_an_assignment_to_both_or_to_nobody(zane):
    for wrong in ({"person": zane, "role_id": "carer"}, {"person": None, "role_id": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            AssignmentFactory(**wrong)


@pytest.mark.parametrize("number", [1, 3])
def test_the_board_asks_as_much_for_three_as_for_one(office, number, django_assert_num_queries):
    for _ in range(number):
        person = UserFactory()
        hire(person, office)
        AssignmentFactory(person=person, employer=office)
    with django_assert_num_queries(3):
        assert len(reached(Assignment.objects.standing(), today=timezone.localdate())) == number


def test_an_assigned_course_does_not_stand_a_second_time_among_the_offers(client, office, zane, course):
    other = CoursePageFactory()
    AssignmentFactory(person=zane, employer=office, course_key=course.translation_key)
    client.force_login(zane)
    page = client.get(reverse("lms:home")).content.decode()
    begin = [page.count(reverse("lms:start", args=[one.translation_key])) for one in (course, other)]
    assert begin == [1, 1]


def test_an_assigned_course_that_is_begun_is_gone_on_with_in_one_place(client, office, zane, course):
    other = CoursePageFactory()
    AssignmentFactory(person=zane, employer=office, course_key=course.translation_key)
    for one in (course, other):
        enrol(person=zane, course=one)
    client.force_login(zane)
    page = client.get(reverse("lms:home")).content.decode()
    assert [page.count(reverse("lms:resume", args=[one.translation_key])) for one in (course, other)] == [1, 1]
