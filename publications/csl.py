"""What the other forms ask of an item of CSL-JSON."""

import json


def name_of(person: dict) -> str:
    """„Bela, Baiba”; an organisation's name as it is."""
    return person.get("literal") or ", ".join(filter(None, (person["family"], person.get("given"))))


def date_parts(item: dict) -> list[int]:
    return item["issued"]["date-parts"][0] if "issued" in item else []


def year_of(item: dict) -> str:
    return str(date_parts(item)[0]) if "issued" in item else ""


def first_and_last(item: dict) -> tuple[str, str]:
    first, _, last = item.get("page", "").partition("–")
    return first, last


def as_json(item: dict) -> str:
    """A list of one, as managers of references read it."""
    return json.dumps([item], ensure_ascii=False, indent=2)
