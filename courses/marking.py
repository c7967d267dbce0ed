"""Marks answers against the frozen questions; whatever no question offers earns nothing.

answers = {question id: answer}, where an answer is the id of a choice, a list of ids, True or False,
a decimal text, or {left pair's id: right pair's id}.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from .frozen import items, points, right_choices

CENT = Decimal("0.01")
NUMBER = re.compile(r"[-−]?[0-9]{1,12}([.,][0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Result:
    marks: dict
    possible: int
    pass_mark: int

    @property
    def points(self):
        return sum(self.marks.values(), Decimal(0))

    @property
    def passed(self):
        return self.points * 100 >= self.pass_mark * self.possible


def mark(quiz, answers):
    return Result(
        marks={question["id"]: earned(question, answers.get(question["id"])) for question in quiz["questions"]},
        possible=possible(quiz),
        pass_mark=quiz["pass_mark"],
    )


def possible(quiz):
    return sum(points(question) for question in quiz["questions"])


def earned(question, answer):
    """The points of one question; a partly right answer earns its share."""
    share = SHARES[question["type"]](question["value"], answer)
    whole = points(question) * share
    return (Decimal(whole.numerator) / whole.denominator).quantize(CENT, ROUND_HALF_UP)


def parse_number(text):
    """„1250,5” or „1250.5” → Decimal; a ValueError for anything else."""
    typed = str(text).replace("\u00a0", "").replace(" ", "")
    if not NUMBER.fullmatch(typed):
        raise ValueError(f"not a number: {text!r}")
    return Decimal(typed.replace(",", ".").replace("−", "-"))


def ask(quiz, shuffle):
    """The order of one attempt: questions and the answers offered. `shuffle` mends a list in place.

    The right sides of a matching question are always shuffled: their order would tell the answer.
    """
    order = [{"id": question["id"], "options": _options(question)} for question in quiz["questions"]]
    kinds = {question["id"]: question["type"] for question in quiz["questions"]}
    for asked in order:
        if quiz["shuffled"] or kinds[asked["id"]] == "matching":
            shuffle(asked["options"])
    if quiz["shuffled"]:
        shuffle(order)
    return order


def _options(question):
    name = {"single_choice": "choices", "multiple_choice": "choices", "matching": "pairs"}.get(question["type"])
    return [key for key, _ in items(question["value"], name)] if name else []


def _single(value, answer):
    return Fraction(answer in right_choices(value))


def _multiple(value, answer):
    given = answer if isinstance(answer, list) else []
    chosen = {key for key, _ in items(value, "choices") if key in given}
    right = set(right_choices(value))
    return max(Fraction(0), Fraction(len(chosen & right) - len(chosen - right), len(right)))


def _true_false(value, answer):
    return Fraction(answer is bool(value["answer"]))


def _numeric(value, answer):
    try:
        distance = abs(parse_number(answer) - Decimal(value["answer"]))
    except ValueError:
        return Fraction(0)
    return Fraction(distance <= Decimal(value["tolerance"]))


def _matching(value, answer):
    rights = {key: pair["right"] for key, pair in items(value, "pairs")}
    given = answer if isinstance(answer, dict) else {}
    chosen = {left: right for left, right in given.items() if isinstance(right, str)}
    hits = sum(rights.get(chosen.get(key)) == right for key, right in rights.items())
    return Fraction(hits, len(rights))


SHARES = {
    "single_choice": _single,
    "multiple_choice": _multiple,
    "true_false": _true_false,
    "numeric": _numeric,
    "matching": _matching,
}
