from copy import deepcopy

from courses import frozen
from tests.factories import numeric, single_choice


def quiz(*questions, pass_mark=70):
    return {"questions": list(questions), "pass_mark": pass_mark, "attempts_allowed": 3, "shuffled": True}


def course(*keys, quiz=None):
    lessons = [{"key": key, "title": key, "minutes": 20, "body": [], "quiz": None} for key in keys]
    return {"lessons": lessons, "quiz": quiz}


def changed(content, change):
    other = deepcopy(content)
    change(other)
    return frozen.digest(8, other) != frozen.digest(8, content)


def test_hours_are_compared_as_amounts():
    assert frozen.digest(8, course("a")) == frozen.digest("8.00", course("a"))
    assert frozen.digest(8, course("a")) != frozen.digest("8.25", course("a"))


def test_the_order_of_lessons_makes_a_version():
    assert frozen.digest(8, course("a", "b")) != frozen.digest(8, course("b", "a"))


def test_words_do_not_make_a_version():
    content = course("a", quiz=quiz(single_choice()))

    def reword(other):
        other["lessons"][0]["title"] = "cits"
        other["quiz"]["questions"][0]["value"]["text"] = "Citiem vārdiem?"

    assert not changed(content, reword)


def test_the_right_answer_makes_a_version():
    content = course("a", quiz=quiz(single_choice()))

    def move(other):
        right, wrong, *_ = other["quiz"]["questions"][0]["value"]["choices"]
        right["value"]["correct"], wrong["value"]["correct"] = False, True

    assert changed(content, move)


def test_the_pass_mark_makes_a_version():
    content = course("a", quiz=quiz(single_choice()))
    assert changed(content, lambda other: other["quiz"].update(pass_mark=80))


def test_a_number_written_otherwise_is_the_same_answer():
    content = course("a", quiz=quiz(numeric(answer="123.20")))

    def rewrite(other):
        other["quiz"]["questions"][0]["value"]["answer"] = "123.2"

    assert not changed(content, rewrite)


def test_a_mended_question_is_asked_in_its_new_words():
    old, new = single_choice(text="Vecais?"), None
    new = deepcopy(old)
    new["value"]["text"] = "Jaunais?"
    assert frozen.wordings(quiz(old), quiz(new)) == {old["id"]: new}


def test_a_question_with_another_answer_keeps_the_words_of_its_version():
    old = numeric(answer="4")
    new = deepcopy(old)
    new["value"] |= {"text": "Cik ir trīs un trīs?", "answer": "6"}
    assert frozen.wordings(quiz(old), quiz(new)) == {old["id"]: old}


def test_a_question_that_the_page_has_lost_stays():
    old = single_choice()
    assert frozen.wordings(quiz(old), None) == {old["id"]: old}
