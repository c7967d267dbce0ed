"""Every Latvian text passes hunspell, but for the field's own words (words.txt, one a line)."""

import re
import subprocess
import tomllib
from datetime import date
from pathlib import Path

from tests.machine import needed
from tests.source import files, read_catalogue

OWN_WORDS = frozenset(Path(__file__).with_name("words.txt").read_text("utf-8").split())
LATVIAN = re.compile("[āčēģīķļņšūž]", re.IGNORECASE)
NOT_WORDS = re.compile(
    r"https?://\S+|\S+@\S+|%\(\w+\)[sd]|%[sd]|\{[^}]*\}|<[^>]+>|&#?\w+;|[\w-]+(?:\.[\w-]+)+|\w*\d\w*|\b[A-Z]+\b|\b\w\b"
)


def texts_of(value):
    """What is written in a table of content, but for its English parts."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = [] if value.get("locale") == "en" else value.values()
    return [text for one in value for text in texts_of(one)] if not isinstance(value, (int, float, date)) else []


def unknown_words(texts):
    needed("hunspell", package="hunspell hunspell-lv")
    written = NOT_WORDS.sub(" ", "\n".join(texts))
    found = subprocess.run(
        ["hunspell", "-d", "lv_LV", "-i", "utf-8", "-l"], input=written, capture_output=True, text=True, check=True
    )
    return sorted(word for word in set(found.stdout.split()) if not {word, word.lower()} & OWN_WORDS)


def test_misspelt_word_is_found():
    assert unknown_words(["Darbs ir padarīts.", "Darbs ir padarits."]) == ["padarits"]


def test_interface_is_spelt_well():
    catalogues = [read_catalogue(file) for file in files("locale/**/*.po")]
    texts = [text for catalogue in catalogues for (_, msgid, _), text in catalogue.items() if msgid]

    assert unknown_words(texts) == []


def test_content_is_spelt_well():
    """Addresses and codes, which have no Latvian letters, stand among the texts."""
    read = [texts_of(tomllib.loads(file.read_text("utf-8"))) for file in files("demo/content/**/*.toml")]
    texts = [line for found in read for text in found for line in text.splitlines() if LATVIAN.search(line)]

    assert texts
    assert unknown_words(texts) == []
