"""What people do, step by step, as someone does who reads the pages."""

import re

from playwright.sync_api import expect

from courses.frozen import items
from demo.log_ins import address
from demo.names import PASSWORD


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def follow(page, name):
    page.get_by_role("link", name=name, exact=True).first.click()


def sign_in(page, who):
    page.get_by_label("E-pasta adrese").fill(address(who))
    page.get_by_label("Parole").fill(PASSWORD)
    press(page, "Pieslēgties")


def code_in(mail):
    return re.search(r"^\d{6}$", mail.body, re.MULTILINE).group()


def study(page, course):
    """From where the page stands to the finish screen, by the one main button of each screen; the buttons pressed."""
    questions, pressed = questions_of(course), []
    while "/pabeigts/" not in page.url:
        answer(page, questions)
        pressed.append(go_on(page))
    return pressed


def go_on(page):
    """Press the main button and wait until its screen is gone, by a new page or by a swapped one."""
    button = page.locator("main .button-main")
    name = button.inner_text()
    button.evaluate("button => button.toggleAttribute('data-pressed')")
    button.click()
    expect(page.locator("[data-pressed]")).to_have_count(0)
    button.wait_for()
    return name


def questions_of(course):
    """Every question of a course by its words."""
    content = course.frozen_content
    quizzes = [*(lesson["quiz"] for lesson in content["lessons"]), content["quiz"]]
    return {words(one["value"]["text"]): one for quiz in filter(None, quizzes) for one in quiz["questions"]}


def words(text):
    return " ".join(text.split())


def answer(page, questions):
    """Answer whatever the page asks, rightly."""
    for asked in page.locator(".quiz fieldset").all():
        question = questions[words(asked.locator("legend").inner_text()).partition(" ")[2]]
        ANSWERS[question["type"]](asked, question["value"])


def check_choices(asked, value):
    for _key, choice in items(value, "choices"):
        if choice["correct"]:
            asked.get_by_label(choice["text"], exact=True).check()


def check_truth(asked, value):
    asked.get_by_label("Patiess" if value["answer"] else "Aplams").check()


def type_number(asked, value):
    asked.get_by_role("textbox").fill(str(value["answer"]).replace(".", ","))


def match_pairs(asked, value):
    for _key, pair in items(value, "pairs"):
        asked.get_by_label(pair["left"], exact=True).select_option(label=pair["right"])


ANSWERS = {
    "single_choice": check_choices,
    "multiple_choice": check_choices,
    "true_false": check_truth,
    "numeric": type_number,
    "matching": match_pairs,
}
