from datetime import date
from decimal import Decimal

import pytest
from django.core import mail

from compliance.actions.employments import end_employment
from compliance.actions.exemptions import ask_exemption, decide_exemption
from compliance.actions.external import submit_external
from lms.actions.enrolments import enrol
from lms.reminders import is_fit, lacking, step, written
from lms.tasks import remind_of_year
from people.models import Notice
from people.tasks import send_notices
from tests.factories import CoursePageFactory, EmploymentFactory, UserFactory, at
from tests.offices.staffing import earn, hire

pytestmark = pytest.mark.django_db
NOVEMBER = at(2026, 12, 1, 8, 30)


@pytest.fixture
def dana(office):
    """Owes 24 hours, has earned 17.5."""
    dana = UserFactory(email="dana@example.lv")
    hire(dana, office)
    earn(dana, "17.5")
    return dana


@pytest.fixture
def run(time_machine):
    def runs(moment):
        time_machine.move_to(moment, tick=False)
        remind_of_year()
        send_notices()
        return [sent.subject for sent in mail.outbox]

    return runs


@pytest.mark.parametrize(
    ("day", "days"),
    [
        (date(2026, 10, 1), None),
        (date(2026, 10, 2), 90),
        (date(2026, 10, 7), 90),
        (date(2026, 10, 8), None),
        (date(2026, 11, 30), None),
        (date(2026, 12, 1), 30),
        (date(2026, 12, 6), 30),
        (date(2026, 12, 7), None),
        (date(2026, 12, 24), 7),
        (date(2026, 12, 29), 7),
        (date(2026, 12, 30), None),
        (date(2028, 12, 1), 30),
    ],
)
def test_a_missed_day_is_caught_up_but_nothing_outdated_is_sent(day, days):
    assert step(day) == days


@pytest.mark.parametrize(("hour", "fit"), [(7, False), (8, True), (19, True), (20, False), (23, False)])
def test_nobody_is_disturbed_at_night(hour, fit):
    assert is_fit(at(2026, 12, 1, hour)) is fit


def test_the_reminder_says_what_is_missing_and_how_to_get_it(dana, run):
    CoursePageFactory(title="Saruna ar klientu", hours=8, slug="saruna")
    CoursePageFactory(title="Top vēl", lessons=0)

    assert run(NOVEMBER) == ["Līdz 31. decembrim vēl jāapgūst 6,5 akadēmiskās stundas"]
    assert mail.outbox[0].body.startswith(
        "Līdz 31. decembrim jums vēl jāapgūst 6,5 akadēmiskās stundas.\n"
        "Ieskaitīts: 17,5 no 24 stundām.\n\n"
        "Kursi, ko varat sākt uzreiz:\n\n"
        "Saruna ar klientu (8 akadēmiskās stundas)\n"
        "http://127.0.0.1:8000/kursi/saruna/\n\n"
        "Citur iegūtās apliecības ieskaita, kad tās ir iesniegtas un apstiprinātas.\n\n"
        "Jūsu gads portālā:\n"
        "http://127.0.0.1:8000/mans-gads/\n"
    )


def test_one_hour_stands_in_the_singular(dana, run):
    earn(dana, "5.5")
    assert run(NOVEMBER) == ["Līdz 31. decembrim vēl jāapgūst 1 akadēmiskā stunda"]


def test_each_step_goes_once_however_often_the_job_runs(dana, run):
    for day, hour in ((1, 8), (1, 12), (2, 9), (6, 9), (24, 9), (25, 9)):
        run(at(2026, 12, day, hour))

    assert list(Notice.objects.values_list("kind", flat=True)) == ["year_reminder_30", "year_reminder_7"]


def test_a_job_that_catches_up_at_night_leaves_it_to_the_morning(dana, run):
    assert run(at(2026, 12, 1, 23, 30)) == []
    assert len(run(at(2026, 12, 2, 8, 30))) == 1


def test_the_day_is_the_one_in_latvia(dana, run):
    """At 6.30 UTC it is half past eight in Rīga; the server's own zone does not matter."""
    assert len(run("2026-12-01 06:30 +0000")) == 1


def test_who_has_the_norm_who_left_and_who_has_none_get_nothing(dana, office, bob, run):
    earn(dana, "6.5")
    gone = UserFactory()
    end_employment(hire(gone, office), by=bob, end=date(2026, 11, 30), at=at(2026, 11, 30))
    hire(UserFactory(is_active=False), office)
    hire(UserFactory(), office, role="family_assistant")
    EmploymentFactory(employer=office, state="claimed")

    assert run(NOVEMBER) == []


def test_what_waits_for_approval_is_told_and_if_it_is_enough_nobody_is_reminded(dana, run):
    def submit(hours):
        day = date(2026, 11, 20)
        submit_external(
            person=dana, title="S", provider="P", first_day=day, last_day=day, hours=Decimal(hours), at=NOVEMBER
        )

    submit("3")
    run(NOVEMBER)
    assert "Ieskaitīts: 17,5 no 24 stundām. Gaida apstiprinājumu: 3.\n" in mail.outbox[0].body

    submit("3.5")
    assert len(run(at(2026, 12, 24))) == 1


def test_courses_begun_or_finished_are_not_offered_again(dana, run):
    enrol(person=dana, course=CoursePageFactory(title="Iesākts"), at=at(2026, 11, 1))

    run(NOVEMBER)

    assert "Kursi, ko varat sākt" not in mail.outbox[0].body


@pytest.mark.parametrize("number", [1, 3])
def test_the_job_asks_as_much_for_three_people_as_for_one(office, number, django_assert_num_queries):
    CoursePageFactory()
    for _ in range(number):
        hire(UserFactory(), office)
    with django_assert_num_queries(5):
        assert len(written(list(lacking(2026)), 30, at=NOVEMBER)) == number


@pytest.mark.parametrize(("granted", "reminded"), [(True, 0), (False, 1), (None, 1)])
def test_who_is_exempt_from_the_norm_is_not_reminded_of_it(dana, granted, reminded):
    asked = ask_exemption(person=dana, year=2026, reason="Studijas", by=dana, at=NOVEMBER)
    if granted is not None:
        decide_exemption(asked, granted=granted, decision="Pamatots", by=UserFactory(), at=NOVEMBER)
    assert len(lacking(2026)) == reminded
