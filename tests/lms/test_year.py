"""„Mans gads”: what it shows (lms/year.py, lms/headline.py) and its page (lms/views/year.py)."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from compliance.actions.balances import refresh_years
from compliance.actions.external import submit_external
from compliance.actions.ledger import Original, award, correct
from compliance.actions.rules import replace_rule
from compliance.models import Rule, YearBalance
from courses.offered import offered
from lms import headline
from lms.actions import enrolments
from lms.year import Year
from people.models import Employment
from tests.factories import CoursePageFactory, EmploymentFactory, UserFactory, at

TODAY = date(2026, 11, 22)


@pytest.fixture
def learner(client, alice, time_machine):
    time_machine.move_to(at(2026, 11, 22))
    client.force_login(alice)
    return client


@pytest.fixture
def employed(alice):
    """Alice, whose balances know her job."""
    refresh_years([alice.pk], since=2024, at=at(2026, 11, 22))
    return alice


def earn(person, hours, *, on=date(2026, 3, 4), key="seminārs", kind="training"):
    unit = "academic_hours" if kind == "training" else "sessions"
    original = Original(person.pk, kind, Decimal(hours), on, "event", key, "Seminārs", unit=unit)
    return award([original], at=at(2026, 11, 20))[0]


def submit(person, hours, **more):
    day = date(2026, 11, 1)
    return submit_external(
        person=person, title="Motivējošā intervēšana", provider="Centrs", first_day=day, last_day=day,
        hours=hours and Decimal(hours), at=at(2026, 11, 3), **more,
    )  # fmt: skip


def balance(required, earned, **more):
    required = None if required is None else Decimal(required)
    missing = max(Decimal(0), (required or 0) - Decimal(earned))
    return YearBalance(required=required, rule_id=1, earned=Decimal(earned), missing=missing, **more)


@pytest.mark.parametrize(
    ("required", "earned", "said"),
    [
        (24, "17.5", "Ieskaitītas 17,5 no 24 stundām. Līdz 31. decembrim vēl 6,5."),
        (24, "21", "Ieskaitīta 21 no 24 stundām. Līdz 31. decembrim vēl 3."),
        (24, "0", "Ieskaitītas 0 no 24 stundām. Līdz 31. decembrim vēl 24."),
        (24, "24", "Ieskaitītas 24 no 24 stundām. Norma izpildīta."),
        (24, "27.5", "Ieskaitītas 27,5 no 24 stundām. Norma izpildīta, virs normas 3,5."),
        (None, "4", "Ieskaitītas 4 akadēmiskās stundas."),
        (None, "1", "Ieskaitīta 1 akadēmiskā stunda."),
        (None, "0", "Ieskaitītu stundu vēl nav."),
    ],
)
def test_the_headline_is_the_answer(required, earned, said):
    assert headline.answer(balance(required, earned), running=True) == said


def test_the_headline_of_a_year_gone_by():
    said = "Ieskaitītas 17,5 no 24 stundām. Līdz normai pietrūka 6,5."
    assert headline.answer(balance(24, "17.5"), running=False) == said


def test_the_headline_of_who_left():
    left = YearBalance(required=Decimal(0), rule=None, earned=Decimal(8))
    said = "Ieskaitītas 8 akadēmiskās stundas. Gada beigās darba attiecību vairs nebija, tāpēc norma nav jāizpilda."
    assert headline.answer(left, running=False) == said


def test_the_headline_in_english():
    with translation.override("en"):
        said = headline.answer(balance(24, "17.5"), running=True)
    assert said == "17.5 of 24 hours earned. By 31 December 6.5 more."


def test_sessions_are_counted_beside_hours(employed):
    earn(employed, 1, kind="supervision")
    assert Year(employed, 2026, today=TODAY).sessions == "Supervīzija: 1 no 10 sesijām"


def test_sessions_that_wait_are_counted_apart(employed):
    submit(employed, None, kind="supervision", sessions=2)
    assert Year(employed, 2026, today=TODAY).sessions == "Supervīzija: 0 no 10 sesijām; gaida apstiprinājumu: 2"


def test_the_page_answers_for_the_running_year(learner, employed):
    earn(employed, "17.5")
    page = learner.get("/mans-gads/").content.decode()
    assert "<h1>Ieskaitītas 17,5 no 24 stundām. Līdz 31. decembrim vēl 6,5.</h1>" in page
    assert "norma vēl nav pārbaudīta" in page


def test_the_page_in_english(learner, employed):
    page = learner.get("/en/mans-gads/").content.decode()
    assert "<h1>0 of 24 hours earned. By 31 December 24 more.</h1>" in page


def test_another_year_has_its_own_page(learner, employed):
    assert learner.get("/mans-gads/2024/").context["year"].year == 2024
    assert learner.get("/mans-gads/2031/").status_code == 404


def test_a_guest_signs_in_first(client):
    assert client.get("/mans-gads/").url == "/accounts/login/?next=/mans-gads/"


def test_nobody_sees_the_hours_of_another(learner, employed, charlie):
    earn(charlie, 9)
    assert Year(employed, 2026, today=TODAY).entries == []
    assert "Seminārs" not in learner.get("/mans-gads/").content.decode()


def test_what_waits_stands_among_the_hours(learner, employed):
    submit(employed, 3)
    shown = Year(employed, 2026, today=TODAY)
    assert [one.title for one in shown.waiting] == ["Motivējošā intervēšana"]
    assert shown.looked_at == []
    assert shown.missing_after_approval == Decimal(21)
    assert "gaida apstiprinājumu" in learner.get("/mans-gads/").content.decode()


def test_hours_that_will_be_counted_anew_do_not_stand_among_those_that_wait(learner, employed):
    submit(employed, 24, hours_kind="clock")
    page = learner.get("/mans-gads/").content.decode()
    assert "iesniegta 3. novembrī · 24 (astronomiskās stundas)" in page
    assert '<span class="entry-amount">–</span>' in page


def test_a_corrected_entry_stays_as_history(learner, employed):
    entry = earn(employed, 5)
    correct(entry, reason="Apliecībā 4 stundas.", by=employed, amount=Decimal(4), at=at(2026, 11, 21))
    page = learner.get("/mans-gads/").content.decode()
    assert "Ieskaitītas 4 no 24 stundām." in page
    assert ("ieraksts atcelts un aizstāts" in page, "Apliecībā 4 stundas." in page) == (True, True)


def test_who_named_no_workplace_is_led_to_it(client, db):
    client.force_login(UserFactory())
    page = client.get("/mans-gads/").content.decode()
    assert "Ieskaitītu stundu vēl nav." in page
    assert "Norādīt darbavietu" in page


def test_a_claimed_workplace_shows_the_norm_it_would_bring(client, office, time_machine):
    time_machine.move_to(at(2026, 11, 22))
    person = UserFactory()
    EmploymentFactory(person=person, employer=office, start=date(2026, 3, 1), state=Employment.State.CLAIMED)
    assert Year(person, 2026, today=TODAY).norm_if_confirmed == Decimal(24)
    client.force_login(person)
    page = client.get("/mans-gads/").content.decode()
    assert "Kad darbavietu apstiprinās, šā gada norma būs: 24 akadēmiskās stundas." in page
    assert "vēl nav apstiprināts" in page


def test_a_claim_that_changes_nothing_says_nothing(employed, office):
    EmploymentFactory(person=employed, employer=office, start=date(2026, 3, 1), state=Employment.State.CLAIMED)
    assert Year(employed, 2026, today=TODAY).norm_if_confirmed is None


def test_courses_that_close_the_gap_come_first(employed):
    earn(employed, 16)
    for hours in (2, 40, 6, 9):
        CoursePageFactory(hours=hours)
    offered = Year(employed, 2026, today=TODAY).courses_to_take
    assert [course.hours for course in offered] == [9, 40, 6, 2]


def test_a_course_taken_is_not_offered_again(employed):
    begun, finished, left, _new = (CoursePageFactory(lessons=1, hours=hours) for hours in (1, 2, 3, 4))
    enrolments.enrol(person=employed, course=begun)
    done = enrolments.enrol(person=employed, course=finished)
    enrolments.complete_lesson(done, lesson_key=finished.lessons[0].translation_key, at=at(2026, 2))
    enrolments.leave(enrolments.enrol(person=employed, course=left))
    offered = Year(employed, 2026, today=TODAY).courses_to_take
    assert [course.hours for course in offered] == [4, 3]


def test_nothing_is_offered_when_the_norm_is_met_or_the_year_is_over(employed):
    CoursePageFactory()
    assert Year(employed, 2025, today=TODAY).courses_to_take == []
    earn(employed, 24)
    assert Year(employed, 2026, today=TODAY).courses_to_take == []


def test_courses_begun_can_be_continued(learner, employed):
    course = CoursePageFactory(title="Iesākts")
    enrolment = enrolments.enrol(person=employed, course=course)
    enrolments.complete_lesson(enrolment, lesson_key=course.lessons[0].translation_key)
    page = learner.get("/mans-gads/").content.decode()
    assert "izpildīts: 1 no 2" in page
    assert f'href="/macibas/{course.translation_key}/"' in page


def test_certificates_of_all_years_are_listed(learner, employed):
    course = CoursePageFactory(lessons=1)
    enrolment = enrolments.enrol(person=employed, course=course, at=at(2025, 1, 2))
    done = enrolments.complete_lesson(enrolment, lesson_key=course.lessons[0].translation_key, at=at(2025, 2))
    page = learner.get("/mans-gads/").content.decode()
    assert f"/mans-gads/apliecibas/{done.certificate.code}.pdf" in page


def test_hours_by_year_begin_with_the_first(employed):
    earn(employed, 5, on=date(2025, 5, 5))
    assert Year(employed, 2026, today=TODAY).earned_by_year == [(2024, 0), (2025, 5), (2026, 0)]


@pytest.mark.parametrize("many", [1, 3])
def test_the_year_asks_as_much_for_one_row_as_for_three(employed, django_assert_num_queries, many):
    for n in range(many):
        earn(employed, 1, key=f"seminārs {n}")
        submit(employed, 1)
        enrolments.enrol(person=employed, course=CoursePageFactory())
        CoursePageFactory()
    shown = Year(employed, 2026, today=TODAY)
    with django_assert_num_queries(8):
        lists = (shown.entries, shown.waiting, shown.in_progress, shown.courses_to_take)
        assert [len(one) for one in lists] == [many] * 4
        assert [job.employer.name for job in shown.confirmed] == ["Ādažu novada Sociālais dienests"]


def test_the_courses_one_can_take_are_kept_for_a_moment(settings, employed, django_assert_num_queries):
    settings.GUEST_CACHE_SECONDS = 60
    CoursePageFactory(title="Pirmais")
    offered()
    CoursePageFactory(title="Otrais")
    with django_assert_num_queries(0):
        assert [course.title for course in offered()] == ["Pirmais"]


def test_the_jobs_of_a_year_know_whose_they_are(employed, django_assert_num_queries):
    jobs = Year(employed, 2026, today=TODAY).employments
    with django_assert_num_queries(0):
        assert [job.person for job in jobs] == [employed]


def test_the_page_asks_as_much_for_three_rows_as_for_one(learner, employed):
    asked = []
    for number in range(3):
        earn(employed, 1, key=f"seminārs {number}")
        enrolments.enrol(person=employed, course=CoursePageFactory())
        CoursePageFactory()
        learner.get("/mans-gads/")
        with CaptureQueriesContext(connection) as queries:
            learner.get("/mans-gads/")
        asked.append(len(queries))
    assert asked == [asked[0]] * 3


def test_exemption_is_asked_for_from_the_year_that_lacks_hours(learner, employed):
    page = "/mans-gads/2026/atbrivojums/"
    assert f'href="{page}"' in learner.get("/mans-gads/").content.decode()
    assert learner.post(page, {"kind": "training", "reason": "Studijas"}).url == "/mans-gads/2026/"
    shown = learner.get("/mans-gads/").content.decode()
    assert "Lūgts atbrīvojums no normas" in shown
    assert f'href="{page}"' not in shown


def test_second_request_for_an_exemption_is_refused_in_the_form(learner, employed):
    page, asked = "/mans-gads/2026/atbrivojums/", {"kind": "training", "reason": "Studijas"}
    learner.post(page, asked)
    assert learner.post(page, asked).context["form"].errors == {"__all__": ["Atbrīvojums šim gadam jau ir lūgts."]}


def test_year_without_a_norm_has_no_exemption_to_ask_for(learner, employed):
    assert learner.get("/mans-gads/2023/atbrivojums/").status_code == 404


def test_norm_of_several_years_says_when_it_falls_due_and_what_was_earned_before(learner, employed, bob):
    wrong = Rule.objects.get(role="social_worker", kind="training", valid_from=date(2017, 7, 1))
    more = {"years": 2, "amount": Decimal(60), "valid_from": date(2025, 1, 1)}
    replace_rule(wrong, reason="Divi gadi", by=bob, at=at(2026, 11, 20), **more)
    earn(employed, 20, on=date(2025, 5, 5), key="agrāk")
    earn(employed, 10)
    page = " ".join(learner.get("/mans-gads/").content.decode().split())
    assert "Ieskaitītas 30 no 60 stundām. Līdz 31. decembrim vēl 30." in page
    assert "Sociālais darbinieks: 60 akadēmiskās stundas 2 gados." in page
    assert "Periods: 2025–2026. Norma jāizpilda līdz 2026. gada 31. decembrim." in page
    assert "Iepriekšējos perioda gados ieskaitīts: 20." in page
    before = learner.get("/mans-gads/2025/").content.decode()
    assert "Ieskaitītas 20 akadēmiskās stundas." in before
