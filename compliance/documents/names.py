"""The name of an uploaded file as it may be shown and offered again."""

import re
import unicodedata

MOST = 200
NOT_IN_NAMES = re.compile(r'[<>:"|?*]')


def cleaned(name: str, suffix: str) -> str:
    """The bare name without folders and invisible signs, ending as the content says."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    words = " ".join(NOT_IN_NAMES.sub(" ", seen).split())
    stem = words.rpartition(".")[0] or words
    return f"{stem[: MOST - len(suffix)].strip(' .') or 'dokuments'}{suffix}"
