"""What an attempt asked and how it was answered, in the reader's words."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses import marking
from courses.frozen import items, points, wordings

from .learning import course_page, lesson_page


@dataclass(frozen=True, slots=True)
class Answered:
    text: str
    given: str
    feedback: str
    earned: Decimal
    possible: int

    @property
    def right(self):
        return self.earned == self.possible


def asked_in(enrolment, quiz_key):
    """The questions of a version by id: as it fixed them, in the words that the live page has for them now."""
    find = course_page if str(quiz_key) == str(enrolment.course_key) else lesson_page
    page = find(quiz_key, get_language())
    return wordings(enrolment.version.quiz(quiz_key), page.frozen_quiz if page else None)


def results(attempt, questions):
    asked = [questions[one["id"]] for one in attempt.order]
    return [_answered(question, attempt.answers.get(question["id"])) for question in asked]


def _answered(question, answer):
    value = question["value"]
    return Answered(
        text=value["text"],
        given=GIVEN[question["type"]](value, answer),
        feedback=value.get("feedback", ""),
        earned=marking.earned(question, answer),
        possible=points(question),
    )


def _chosen(value, answer):
    chosen = answer if isinstance(answer, list) else [answer]
    return "; ".join(choice["text"] for key, choice in items(value, "choices") if key in chosen)


def _true_false(value, answer):
    return _("True") if answer else _("False")


def _numeric(value, answer):
    typed = str(answer or "")
    if get_language() != "en":
        typed = typed.replace(".", ",")
    return f"{typed} {value.get('unit') or ''}".strip()


def _matched(value, answer):
    pairs = dict(items(value, "pairs"))
    given = {pairs[left]["left"]: pairs[right]["right"] for left, right in (answer or {}).items()}
    return "; ".join(f"{left} – {right}" for left, right in given.items())


GIVEN = {
    "single_choice": _chosen,
    "multiple_choice": _chosen,
    "true_false": _true_false,
    "numeric": _numeric,
    "matching": _matched,
}
