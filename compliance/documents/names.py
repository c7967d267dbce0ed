"""The name of an uploaded file as it may be shown and offered again."""

import re
import unicodedata

MOST = 200
NOT_IN_NAMES = re.compile(r'[<>:"|?*]')
SAME = {".asice": ".edoc", ".jpeg": ".jpg"}


def cleaned(name: str, suffix: str) -> str:
    """The bare name without folders and invisible signs, ending as the content says."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    stem, dot, ending = " ".join(NOT_IN_NAMES.sub(" ", seen).split()).rpartition(".")
    end = f".{ending.lower()}"
    right = end if SAME.get(end) == suffix else suffix
    return f"{(stem if dot else ending)[: MOST - len(right)].strip(' .') or 'dokuments'}{right}"
