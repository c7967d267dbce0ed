"""What a learner does. Every action locks the enrolment first, so two windows do one thing once."""

import random

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from compliance.actions.certificates import PORTAL, issue
from compliance.actions.ledger import AlreadyCredited, Original, award
from compliance.models import Certificate, CreditEntry, Kind
from compliance.riga import legal_date
from courses import marking
from courses.actions import freeze_version
from people import background
from people.models import Notice

from ..models import Attempt, Completion, Enrolment, LessonProgress


class Refused(ValueError):
    """What cannot be done now; its text tells the learner why."""


def enrol(*, person, course, at=None):
    """The person's open enrolment in the course, else the one they left, else a new one in what the course is now.

    Who left goes on with the attempts they have used, so that leaving is no way to more of them.
    """
    mine = Enrolment.objects.filter(person=person, course_key=course.translation_key)
    try:
        return _enrolled(mine, person, course, at or timezone.now())
    except IntegrityError:  # in another window at this very moment
        return mine.open().get()


@transaction.atomic
def _enrolled(mine, person, course, at):
    known = list(mine.select_for_update())
    if begun := next((one for one in known if one.is_open), None):
        return begun
    version = _version_to_begin(course, at=at)
    if left := next((one for one in known if one.left_at and one.version_id == version.pk), None):
        left.left_at = None
        left.save(update_fields=["left_at"])
        return left
    return Enrolment.objects.create(person=person, course_key=course.translation_key, version=version, enrolled_at=at)


@transaction.atomic
def leave(enrolment, *, at=None):
    enrolment = _locked(enrolment)
    if enrolment.completed_at:
        raise Refused(_("You have finished this course."))
    enrolment.left_at = enrolment.left_at or at or timezone.now()
    enrolment.save(update_fields=["left_at"])
    return enrolment


@transaction.atomic
def complete_lesson(enrolment, *, lesson_key, at=None):
    """Note that a lesson without a quiz is done; the Completion if nothing is left after it."""
    enrolment = _locked(enrolment)
    lesson = enrolment.version.lesson(lesson_key)
    if lesson is None:
        raise Refused(_("This lesson is not part of the course as you began it."))
    if lesson["quiz"]:
        raise Refused(_("This lesson ends with a quiz; pass it to complete the lesson."))
    return _complete_step(enrolment, lesson_key, at=at or timezone.now())


@transaction.atomic
def start_attempt(enrolment, *, quiz_key, at=None):
    """The attempt that is open, or the next one while any are left."""
    enrolment = _locked(enrolment)
    attempts = list(enrolment.attempts.filter(quiz_key=quiz_key))
    if attempts and not attempts[-1].submitted_at:
        return attempts[-1]
    quiz = enrolment.version.quiz(quiz_key)
    _refuse_attempt(enrolment, quiz, quiz_key, attempts)
    return Attempt.objects.create(
        enrolment=enrolment,
        quiz_key=quiz_key,
        number=len(attempts) + 1,
        started_at=at or timezone.now(),
        order=marking.ask(quiz, random.SystemRandom().shuffle),
        points_possible=marking.possible(quiz),
    )


@transaction.atomic
def submit_attempt(attempt, *, answers, at=None):
    """Mark the answers, once; a passed quiz completes its lesson or ends the course."""
    at = at or timezone.now()
    enrolment = _locked(attempt.enrolment)
    attempt = Attempt.objects.get(pk=attempt.pk)
    if attempt.submitted_at:
        return attempt
    _refuse_unless_open(enrolment)
    result = marking.mark(enrolment.version.quiz(attempt.quiz_key), answers)
    attempt.submitted_at, attempt.answers = at, answers
    attempt.points, attempt.passed = result.points, result.passed
    attempt.save(update_fields=["submitted_at", "answers", "points", "passed"])
    if attempt.passed:
        _complete_step(enrolment, attempt.quiz_key, at=at)
    return attempt


def _locked(enrolment):
    rows = Enrolment.objects.select_for_update(of=["self"]).select_related("version", "person")
    return rows.get(pk=enrolment.pk)


def _version_to_begin(course, *, at):
    version = freeze_version(course, at=at) if course.is_open else None
    if not (version and version.lessons):
        raise Refused(_("This course is not open for enrolment yet."))
    return version


def _refuse_unless_open(enrolment):
    if not enrolment.is_open:
        raise Refused(_("You are not enrolled in this course."))


def _refuse_attempt(enrolment, quiz, quiz_key, attempts):
    _refuse_unless_open(enrolment)
    if quiz is None:
        raise Refused(_("There is no quiz here."))
    if attempts and attempts[-1].passed:
        raise Refused(_("You have passed this quiz."))
    if quiz["attempts_allowed"] and len(attempts) >= quiz["attempts_allowed"]:
        raise Refused(_("All attempts have been used."))
    is_final = str(quiz_key) == str(enrolment.course_key)
    if is_final and not enrolment.steps_done().issuperset(enrolment.version.steps[:-1]):
        raise Refused(_("The final quiz opens when every lesson is completed."))


def _complete_step(enrolment, key, *, at):
    if enrolment.completed_at:
        return enrolment.completion
    _refuse_unless_open(enrolment)
    LessonProgress.objects.bulk_create(
        [LessonProgress(enrolment=enrolment, lesson_key=key, completed_at=at)], ignore_conflicts=True
    )
    return _finish(enrolment, at=at) if enrolment.steps_done().issuperset(enrolment.version.steps) else None


def _finish(enrolment, *, at):
    """The course is done: completion, hours, certificate and notice stand or fall together."""
    entry = _credit(enrolment, at=at)
    completion = Completion.objects.create(
        enrolment=enrolment,
        completed_at=at,
        entry=entry,
        certificate=entry and _certify(enrolment, entry, at=at),
    )
    enrolment.completed_at = at
    enrolment.save(update_fields=["completed_at"])
    _announce(completion, at=at)
    return completion


def _credit(enrolment, *, at):
    """The hours, or None where this version, or this year, has credited the course already."""
    version = enrolment.version
    original = Original(
        person_id=enrolment.person_id,
        kind=Kind.TRAINING,
        amount=version.hours,
        legal_date=legal_date(at),
        source=CreditEntry.Source.COURSE,
        source_key=str(version.course_key),
        source_version=version.digest,
        title=version.title,
        provider=PORTAL,
    )
    try:
        return award([original], at=at)[0]
    except AlreadyCredited:
        return None
    except ValidationError as refusal:
        raise Refused(refusal.messages[0]) from refusal


def _certify(enrolment, entry, *, at):
    return issue(
        kind=Certificate.Kind.COURSE,
        person=enrolment.person,
        source_key=entry.source_key,
        source_version=entry.source_version,
        entry=entry,
        facts={"title": entry.title, "hours": entry.amount, "completed_on": entry.legal_date},
        at=at,
    )


def _announce(completion, *, at):
    enrolment, certificate = completion.enrolment, completion.certificate
    Notice.objects.create(
        key=f"course_completed:{enrolment.pk}",
        kind="course_completed",
        person=enrolment.person,
        language=get_language() or "lv",
        context={
            "course": enrolment.version.title,
            "link": settings.BASE_URL + reverse("lms:finish", args=[enrolment.course_key]),
            "hours": str(completion.entry.amount) if completion.entry else "",
            "certificate": certificate.code if certificate else "",
        },
        created_at=at,
    )
    background.start("people.tasks.send_notices")
