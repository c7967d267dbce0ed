"""The public code of a certificate: 20 signs of 32 that nobody confuses, so 100 bits by chance."""

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 20
GROUP = 5


def written(code: str) -> str:
    """As people read and type it: ABCDE-FGHJK-…"""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def read(typed: str) -> str:
    """The code that someone typed, whatever the case, dashes and spaces."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())
