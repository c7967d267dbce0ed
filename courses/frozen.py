"""The shape of `CourseVersion.content` and what of it makes a version.

content = {"lessons": [{"key", "title", "minutes", "body", "quiz"}, …], "quiz": quiz or None}
quiz = {"questions": […], "pass_mark", "attempts_allowed", "shuffled"}
Bodies and questions are raw as Wagtail stores them: {"type", "id", "value"}.
"""

import hashlib
import json
from decimal import Decimal


def digest(hours, content):
    """Hours, ordered lesson keys, right answers and pass rules; words may be corrected without a new version."""
    skeleton = {
        "hours": f"{Decimal(hours):.2f}",
        "lessons": [[lesson["key"], quiz_skeleton(lesson["quiz"])] for lesson in content["lessons"]],
        "quiz": quiz_skeleton(content["quiz"]),
    }
    text = json.dumps(skeleton, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def quiz_skeleton(quiz):
    return quiz and {
        "pass_mark": quiz["pass_mark"],
        "attempts_allowed": quiz["attempts_allowed"],
        "questions": [question_skeleton(question) for question in quiz["questions"]],
    }


def question_skeleton(question):
    value = question["value"]
    return [question["id"], question["type"], points(question), RIGHT[question["type"]](value)]


def points(question):
    return int(question["value"].get("points") or 1)


def items(value, name):
    """The members of a list inside a question, as (key, value)."""
    return [(item["id"], item["value"]) for item in value[name]]


def right_choices(value):
    return sorted(key for key, choice in items(value, "choices") if choice["correct"])


def wordings(quiz, live_quiz):
    """The questions by id, in the words of the live page where it still asks the same."""
    frozen = {question["id"]: question for question in quiz["questions"]}
    live = {question["id"]: question for question in (live_quiz or {"questions": []})["questions"]}
    return {
        key: live[key] if key in live and question_skeleton(live[key]) == question_skeleton(question) else question
        for key, question in frozen.items()
    }


def _choices(value):
    return [sorted(key for key, _ in items(value, "choices")), right_choices(value)]


def _number(value):
    return [format(Decimal(value[name]).normalize(), "f") for name in ("answer", "tolerance")]


RIGHT = {
    "single_choice": _choices,
    "multiple_choice": _choices,
    "true_false": lambda value: bool(value["answer"]),
    "numeric": _number,
    "matching": lambda value: sorted(key for key, _ in items(value, "pairs")),
}
