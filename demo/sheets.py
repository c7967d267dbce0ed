"""The real content as it lies in demo/content/*.toml, turned into what Wagtail's fields hold."""

import tomllib
import uuid
from pathlib import Path

FOLDER = Path(__file__).parent / "content"
NAMESPACE = uuid.UUID("50c0da2b-0000-4000-8000-00000000de30")


def read(name):
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def key(*parts):
    """The same id for the same thing on every machine, so that loading again finds it."""
    return uuid.uuid5(NAMESPACE, "/".join(map(str, parts)))


def item(kind, value, *parts):
    return {"type": kind, "value": value, "id": str(key(kind, *parts))}


def items(values, *parts):
    return [item("item", value, *parts, position) for position, value in enumerate(values)]


def text_value(block, *parts):
    return block["html"].strip()


def quote_value(block, *parts):
    return {"text": block["text"], "source": block.get("source", "")}


def callout_value(block, *parts):
    return {"title": block.get("title", ""), "text": block["html"].strip()}


def accordion_value(block, *parts):
    rows = [{"title": row["title"], "text": row["html"].strip()} for row in block["items"]]
    return {"items": items(rows, *parts)}


def self_check_value(block, *parts):
    rows = [
        {"text": row["text"], "correct": row.get("correct", False), "feedback": row.get("feedback", "")}
        for row in block["choices"]
    ]
    return {"question": block["question"], "choices": items(rows, *parts)}


def choices_value(block, *parts):
    rows = [{"text": row["text"], "correct": row.get("correct", False)} for row in block["choices"]]
    return {"choices": items(rows, *parts)}


def true_false_value(block, *parts):
    return {"answer": block["answer"]}


def numeric_value(block, *parts):
    return {"answer": block["answer"], "tolerance": block.get("tolerance", "0"), "unit": block.get("unit", "")}


BLOCKS = {
    "text": text_value,
    "quote": quote_value,
    "callout": callout_value,
    "accordion": accordion_value,
    "self_check": self_check_value,
}
QUESTIONS = {
    "single_choice": choices_value,
    "multiple_choice": choices_value,
    "true_false": true_false_value,
    "numeric": numeric_value,
    "matching": lambda block, *parts: {"pairs": items(block["pairs"], *parts)},
}


def body(blocks, *parts):
    return [
        item(block["type"], BLOCKS[block["type"]](block, *parts, position), *parts, position)
        for position, block in enumerate(blocks)
    ]


def text_body(html, *parts):
    return [item("text", html.strip(), *parts)] if html.strip() else []


def question(block, *parts):
    asked = {"text": block["text"], "feedback": block.get("feedback", "")}
    return item(block["type"], asked | QUESTIONS[block["type"]](block, *parts), *parts)


def quiz(sheet, *parts):
    """The fields of courses.models.Quiz."""
    if not sheet:
        return {}
    return {
        "questions": [question(block, *parts, position) for position, block in enumerate(sheet["question"])],
        "pass_mark": sheet["pass_mark"],
        "attempts_allowed": sheet["attempts"],
        "shuffled": sheet["shuffle"],
    }
