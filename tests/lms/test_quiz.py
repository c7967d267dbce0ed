"""A quiz in the browser (lms/views/quiz.py, lms/forms/answers.py, lms/results.py)."""

import re
from decimal import Decimal
from uuid import uuid4

import pytest

from courses.models import CoursePage
from lms.actions import enrolments
from lms.forms.answers import AnswersForm
from lms.models import Attempt
from lms.results import asked_in, results
from tests.factories import CoursePageFactory, matching, multiple_choice, numeric, single_choice, true_false


@pytest.fixture
def course(db):
    """One lesson with a quiz of every kind."""
    questions = [
        single_choice(feedback="<p>Zāle ir zaļa.</p>"),
        multiple_choice(),
        true_false(),
        numeric(unit="gab."),
        matching(),
    ]
    course = CoursePageFactory(lessons=1, questions=questions)
    CoursePage.objects.update(shuffled=True)
    return course


@pytest.fixture
def enrolment(alice, course):
    enrolment = enrolments.enrol(person=alice, course=course)
    enrolments.complete_lesson(enrolment, lesson_key=course.lessons[0].translation_key)
    return enrolment


@pytest.fixture
def learner(client, alice, enrolment):
    client.force_login(alice)
    return client


@pytest.fixture
def attempt(enrolment):
    return enrolments.start_attempt(enrolment, quiz_key=enrolment.course_key)


def url(enrolment, tail=""):
    return f"/macibas/{enrolment.course_key}/tests/{enrolment.course_key}/{tail}"


def filled(attempt, **changed):
    """The form as a learner who knows everything sends it."""
    single, multiple, truth, number, pairs = attempt.quiz["questions"]
    order = next(one["options"] for one in attempt.order if one["id"] == pairs["id"])
    rights = [pair["id"] for pair in pairs["value"]["pairs"]]
    answers = {
        "attempt": attempt.number,
        f"q-{single['id']}": single["value"]["choices"][0]["id"],
        f"q-{multiple['id']}": [choice["id"] for choice in multiple["value"]["choices"][:2]],
        f"q-{truth['id']}": "true",
        f"q-{number['id']}": "4,0",
        **{f"q-{pairs['id']}-{n}": order.index(key) for n, key in enumerate(rights)},
    }
    return answers | {f"q-{attempt.quiz['questions'][int(place[1:])]['id']}": value for place, value in changed.items()}


def said(answer):
    return [str(message) for message in answer.context["messages"]]


def test_the_intro_tells_what_is_asked(learner, enrolment):
    page = learner.get(url(enrolment)).content.decode()
    assert "70 %" in page
    assert "Sākt testu" in page


def test_beginning_shows_the_attempt(learner, enrolment):
    page = learner.post(url(enrolment, "sakt/"), follow=True).content.decode()
    assert "1. mēģinājums no 3" in page
    assert page.count('<fieldset class="question') == 5


def test_right_answers_do_not_reach_the_browser(learner, enrolment, attempt):
    page = learner.get(url(enrolment)).content.decode()
    pairs = attempt.quiz["questions"][4]
    assert "Zāle ir zaļa" not in page
    assert not re.search(r"correct|tolerance", page)
    assert [pair["id"] for pair in pairs["value"]["pairs"] if pair["id"] in page] == []


def test_right_answers_end_the_course(learner, enrolment, attempt):
    answer = learner.post(url(enrolment, "iesniegt/"), filled(attempt))
    assert answer.url == f"/macibas/{enrolment.course_key}/pabeigts/"
    assert Attempt.objects.get().points == Decimal(5)


def test_wrong_answers_show_what_was_wrong_and_offer_another_attempt(learner, enrolment, attempt):
    wrong = attempt.quiz["questions"][0]["value"]["choices"][1]["id"]
    answer = learner.post(url(enrolment, "iesniegt/"), filled(attempt, _0=wrong, _2="false", _3="5"), follow=True)
    page = answer.content.decode()
    assert "Iegūtie punkti: 2 no 5. Nepieciešamais rezultāts: 70\u00a0%." in page
    assert ("Zāle ir zaļa." in page, "Mēģināt vēlreiz" in page) == (True, True)


def test_an_unanswered_question_is_told_and_costs_no_attempt(learner, enrolment, attempt):
    answer = learner.post(url(enrolment, "iesniegt/"), {"attempt": 1})
    assert answer.content.decode().count("Atbildiet uz šo jautājumu.") == 6
    assert Attempt.objects.get().submitted_at is None


@pytest.mark.parametrize("typed", ["NaN", "četri", "1e9", "--4", "9" * 40])
def test_what_is_no_number_is_told(learner, enrolment, attempt, typed):
    learner.post(url(enrolment, "iesniegt/"), filled(attempt, _3=typed))
    assert Attempt.objects.get().submitted_at is None


def test_a_forged_choice_is_refused_and_costs_no_attempt(learner, enrolment, attempt):
    answer = learner.post(url(enrolment, "iesniegt/"), filled(attempt, _0=str(uuid4())))
    assert "Izvēlieties kādu no piedāvātajām atbildēm." in answer.content.decode()
    assert Attempt.objects.get().submitted_at is None


def test_answers_to_questions_that_were_not_asked_are_ignored(learner, enrolment, attempt):
    learner.post(url(enrolment, "iesniegt/"), filled(attempt) | {f"q-{uuid4()}": "true", "points": "99"})
    assert Attempt.objects.get().points == Decimal(5)


def test_submitting_twice_marks_once(learner, enrolment, attempt):
    wrong = filled(attempt, _0=attempt.quiz["questions"][0]["value"]["choices"][1]["id"])
    learner.post(url(enrolment, "iesniegt/"), wrong)
    learner.post(url(enrolment, "iesniegt/"), filled(attempt))
    assert [one.points for one in Attempt.objects.all()] == [Decimal(4)]


@pytest.mark.parametrize("number", ["2", "0", "-1", "x", "", "9" * 30])
def test_an_attempt_that_was_not_begun_is_not_found(learner, enrolment, attempt, number):
    sent = filled(attempt) | {"attempt": number}
    assert learner.post(url(enrolment, "iesniegt/"), sent).status_code == 404


def test_after_the_last_attempt_the_way_on_is_told(learner, enrolment):
    for _ in range(3):
        attempt = enrolments.start_attempt(enrolment, quiz_key=enrolment.course_key)
        enrolments.submit_attempt(attempt, answers={})
    assert "Visi mēģinājumi ir izmantoti." in learner.get(url(enrolment)).content.decode()
    answer = learner.post(url(enrolment, "sakt/"), follow=True)
    assert said(answer) == ["Visi mēģinājumi ir izmantoti."]


def test_the_final_quiz_is_closed_while_lessons_are_left(client, charlie, course):
    enrolment = enrolments.enrol(person=charlie, course=course)
    client.force_login(charlie)
    told = "Noslēguma tests kļūs pieejams, kad būs pabeigtas visas nodarbības."
    assert told in client.get(url(enrolment)).content.decode()
    assert said(client.post(url(enrolment, "sakt/"), follow=True)) == [told]


def test_a_quiz_that_is_not_there_is_not_found(learner, enrolment):
    lesson = enrolment.version.steps[0]
    assert learner.get(f"/macibas/{enrolment.course_key}/tests/{lesson}/").status_code == 404


@pytest.mark.parametrize("number", ["9" * 5000, "99999", "²", "-1", ""])
def test_an_attempt_of_no_number_is_not_found(learner, attempt, number):
    answer = learner.post(url(attempt.enrolment, "iesniegt/"), filled(attempt) | {"attempt": number})
    assert answer.status_code == 404


def test_another_persons_attempt_is_out_of_reach(client, charlie, course, attempt):
    client.force_login(charlie)
    answer = client.post(url(attempt.enrolment, "iesniegt/"), filled(attempt))
    assert answer.url == course.url
    assert Attempt.objects.get().submitted_at is None


def test_a_mended_question_is_shown_in_its_new_words(learner, enrolment, attempt, course):
    course = CoursePage.objects.get()
    course.questions[2].value["text"] = "Zeme ir apaļa kā ābols."
    course.save()
    assert "Zeme ir apaļa kā ābols." in learner.get(url(enrolment)).content.decode()


def test_the_quiz_of_a_deleted_course_can_be_taken(learner, enrolment, course):
    course.delete()
    assert "Zeme ir apaļa." in learner.post(url(enrolment, "sakt/"), follow=True).content.decode()


def test_the_form_reads_answers_by_the_ids_of_questions(attempt):
    form = AnswersForm(attempt, asked_in(attempt.enrolment, attempt.quiz_key), filled(attempt))
    assert form.is_valid()
    single, _multiple, truth, number, pairs = attempt.quiz["questions"]
    keys = [pair["id"] for pair in pairs["value"]["pairs"]]
    assert form.answers[single["id"]] == single["value"]["choices"][0]["id"]
    assert (form.answers[truth["id"]], form.answers[number["id"]]) == (True, "4.0")
    assert form.answers[pairs["id"]] == {key: key for key in keys}


def test_results_say_what_was_answered(attempt):
    questions = asked_in(attempt.enrolment, attempt.quiz_key)
    form = AnswersForm(attempt, questions, filled(attempt))
    form.full_clean()
    attempt.answers = form.answers
    given = {one.text: (one.given, one.right) for one in results(attempt, questions)}
    assert given == {
        "Kuru krāsu redzat?": ("zaļu", True),
        "Kuri ir pāra skaitļi?": ("2; 4", True),
        "Zeme ir apaļa.": ("Patiess", True),
        "Cik ir divi un divi?": ("4,0 gab.", True),
        "Savienojiet.": ("suns – rej; kaķis – ņaud", True),
    }
