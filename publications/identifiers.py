"""The numbers of publications, with their check digits: ISSN, ISBN, DOI."""

import re

ISSN = re.compile(r"[0-9]{4}-[0-9]{3}[0-9X]")
DOI = re.compile(r"10\.[0-9]{4,9}/[^\s\"<>]+")
RESOLVER = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def is_issn(text: str) -> bool:
    return bool(ISSN.fullmatch(text)) and _adds_up(text.replace("-", ""))


def is_isbn(text: str) -> bool:
    digits = text.replace("-", "").replace(" ", "")
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        return _adds_up(digits)
    return bool(re.fullmatch(r"97[89][0-9]{10}", digits)) and _adds_up_to_ten(digits)


def is_doi(text: str) -> bool:
    return bool(DOI.fullmatch(text))


def bare_doi(text: str) -> str:
    """A DOI without the address of its resolver."""
    return RESOLVER.sub("", text.strip(), count=1)


def _adds_up(digits):
    """ISSN and the old ISBN: weights down to one, modulo eleven."""
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(weight * value for weight, value in zip(range(len(values), 0, -1), values, strict=True)) % 11 == 0


def _adds_up_to_ten(digits):
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
