import re

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from ..actions import enrolments
from ..forms.answers import AnswersForm
from ..learning import Learning
from ..results import asked_in, results
from .enrolled import enrolled, post_or

NUMBER = re.compile(r"[0-9]{1,4}")


@require_safe
@enrolled
def quiz(request, enrolment, quiz):
    """What the quiz asks for, its questions while an attempt is open, or the last attempt marked."""
    attempts = list(enrolment.attempts.filter(quiz_key=quiz))
    if attempts and not attempts[-1].submitted_at:
        form = AnswersForm(attempts[-1], asked_in(enrolment, quiz))
        return show(request, enrolment, quiz, "questions", form=form, attempt=attempts[-1])
    if attempts:
        answered = results(attempts[-1], asked_in(enrolment, quiz))
        return show(request, enrolment, quiz, "result", attempt=attempts[-1], answered=answered)
    return show(request, enrolment, quiz, "intro")


@post_or("lms:quiz")
@enrolled
def start_attempt(request, enrolment, quiz):
    try:
        enrolments.start_attempt(enrolment, quiz_key=quiz)
    except enrolments.Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("lms:quiz", course=enrolment.course_key, quiz=quiz)


@post_or("lms:quiz")
@enrolled
def submit_attempt(request, enrolment, quiz):
    number = request.POST.get("attempt", "")
    attempt = get_object_or_404(enrolment.attempts, quiz_key=quiz, number=number if NUMBER.fullmatch(number) else 0)
    if attempt.submitted_at:
        return redirect("lms:quiz", course=enrolment.course_key, quiz=quiz)
    form = AnswersForm(attempt, asked_in(enrolment, quiz), request.POST)
    if not form.is_valid():
        return show(request, enrolment, quiz, "questions", form=form, attempt=attempt)
    try:
        attempt = enrolments.submit_attempt(attempt, answers=form.answers)
    except enrolments.Refused as refusal:
        messages.error(request, str(refusal))
    enrolment.refresh_from_db()
    finished = enrolment.completed_at and attempt.passed
    return redirect("lms:finish" if finished else "lms:quiz", enrolment.course_key, *[] if finished else [quiz])


def show(request, enrolment, key, part, **context):
    quiz = enrolment.version.quiz(key)
    if quiz is None:
        raise Http404
    context |= {"learning": Learning(enrolment, key), "quiz": quiz, "quiz_key": key, "part": part}
    return render(request, "lms/quiz.html", context)
