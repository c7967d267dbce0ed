from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses import marking
from tests.factories import matching, multiple_choice, numeric, single_choice, true_false

TEXT = st.text(max_size=40)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=8,
)


def quiz(*questions, pass_mark=70, shuffled=True):
    return {"questions": list(questions), "pass_mark": pass_mark, "attempts_allowed": 3, "shuffled": shuffled}


def keys(question, name="choices"):
    return [item["id"] for item in question["value"][name]]


def every_kind():
    return quiz(single_choice(), multiple_choice(), true_false(), numeric(), matching())


def right_answers(asked):
    single, multiple, truth, number, pairs = asked["questions"]
    return {
        single["id"]: keys(single)[0],
        multiple["id"]: keys(multiple)[:2],
        truth["id"]: True,
        number["id"]: "4",
        pairs["id"]: {key: key for key in keys(pairs, "pairs")},
    }


def test_all_right_answers_earn_all_points():
    asked = every_kind()
    result = marking.mark(asked, right_answers(asked))
    assert (result.points, result.possible, result.passed) == (Decimal(5), 5, True)


def test_nothing_answered_earns_nothing():
    result = marking.mark(every_kind(), {})
    assert (result.points, result.passed) == (Decimal(0), False)


def test_a_question_counts_with_its_points():
    question = single_choice()
    question["value"]["points"] = 3
    assert marking.earned(question, keys(question)[0]) == Decimal(3)


def test_a_wrong_choice_takes_back_a_right_one():
    question = multiple_choice(right=("2", "4"), wrong=("3",))
    first, second, wrong = keys(question)
    assert marking.earned(question, [first]) == Decimal("0.5")
    assert marking.earned(question, [first, wrong]) == Decimal(0)
    assert marking.earned(question, [first, second, wrong]) == Decimal("0.5")


def test_choosing_everything_is_no_way_to_pass():
    question = multiple_choice(right=("2",), wrong=("3", "5"))
    assert marking.earned(question, keys(question)) == Decimal(0)


@pytest.mark.parametrize("typed", ["123,2", "123.20", " 123,20 ", "123.2"])
def test_a_number_is_read_with_comma_or_point(typed):
    assert marking.earned(numeric(answer="123.20"), typed) == Decimal(1)


@pytest.mark.parametrize("typed", ["NaN", "Infinity", "1e3", "", "četri", "1" * 400, None])
def test_what_is_no_number_earns_nothing(typed):
    assert marking.earned(numeric(answer="1000", tolerance="999999"), typed) == Decimal(0)


def test_a_number_within_the_tolerance_is_right():
    question = numeric(answer="10", tolerance="0.5")
    assert [marking.earned(question, typed) for typed in ("10,5", "9,5", "10,51")] == [1, 1, 0]


def test_right_sides_that_read_the_same_are_the_same():
    question = matching(pairs=(("grupas", "22 eiro"), ("komandas", "22 eiro"), ("individuālā", "30 eiro")))
    group, team, single = keys(question, "pairs")
    assert marking.earned(question, {group: team, team: group, single: single}) == Decimal(1)


def test_a_partly_matched_question_earns_its_share():
    question = matching(pairs=(("a", "1"), ("b", "2"), ("c", "3")))
    first, second, third = keys(question, "pairs")
    assert marking.earned(question, {first: first, second: third, third: second}) == Decimal("0.33")


def test_the_pass_mark_itself_passes():
    asked = quiz(*(true_false() for _ in range(10)), pass_mark=70)
    ids = [question["id"] for question in asked["questions"]]
    assert marking.mark(asked, dict.fromkeys(ids[:7], True)).passed is True
    assert marking.mark(asked, dict.fromkeys(ids[:6], True)).passed is False


@given(answers=st.lists(ANYTHING, min_size=5, max_size=5), extra=st.dictionaries(TEXT, ANYTHING, max_size=3))
def test_no_answer_earns_more_than_its_question_gives(answers, extra):
    asked = every_kind()
    ids = [question["id"] for question in asked["questions"]]
    result = marking.mark(asked, extra | dict(zip(ids, answers, strict=True)))
    assert list(result.marks) == ids
    assert all(0 <= points <= 1 for points in result.marks.values())


@given(chosen=st.sets(st.integers(0, 4)))
def test_only_the_right_choices_together_earn_the_whole_point(chosen):
    question = multiple_choice(right=("a", "b", "c"), wrong=("d", "e"))
    given_ids = [key for place, key in enumerate(keys(question)) if place in chosen]
    assert (marking.earned(question, given_ids) == 1) is (chosen == {0, 1, 2})


def test_an_attempt_asks_everything_once_in_a_new_order():
    asked = quiz(*(single_choice() for _ in range(3)))
    order = marking.ask(asked, lambda things: things.reverse())
    assert [one["id"] for one in order] == [question["id"] for question in reversed(asked["questions"])]
    assert order[0]["options"] == keys(asked["questions"][-1])[::-1]


def test_right_sides_are_shuffled_even_where_the_rest_is_not():
    question = matching()
    order = marking.ask(quiz(question, shuffled=False), lambda things: things.reverse())
    assert order == [{"id": question["id"], "options": keys(question, "pairs")[::-1]}]
