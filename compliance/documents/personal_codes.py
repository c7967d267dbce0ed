"""Personal identity codes are printed on certificates; the portal never keeps them in the open."""

import re

CODE = re.compile(r"(?<!\d)\d{6}\s?[-\u2010-\u2013]\s?\d{5}(?!\d)")
BARE_CODE = re.compile(r"(?<!\d)\d{11}(?!\d)")  # as in the names of Estonian certificates
GONE = "******-*****"


def masked(text: str) -> str:
    return CODE.sub(GONE, text)


def without_personal_codes(name: str) -> str:
    return BARE_CODE.sub("", CODE.sub("", name))
