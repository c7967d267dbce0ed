"""What templates, styles and scripts may not hold: the policy of config/settings.py would block it."""

import re

import pytest

from tests.source import ROOT, files

TEMPLATES = files("templates/**/*.html")
STYLES = files("static/css/**/*.css")
SCRIPTS = files("static/js/**/*.js")

INSIDE = {
    "script": re.compile(r"<script(?![^>]*\b(?:src=|type=\"application/))", re.IGNORECASE),
    "style element": re.compile(r"<style\b", re.IGNORECASE),
    "style attribute": re.compile(r"<[^>{]*\sstyle=", re.IGNORECASE),
    "handler": re.compile(r"<[^>{]*\son[a-z]+=", re.IGNORECASE),
    "javascript address": re.compile(r"javascript:", re.IGNORECASE),
}
FETCHED = re.compile(
    r"<(?:script|img|link|iframe|source|video|audio|track|use|image)\b[^>]*?\b(?:src|href|poster|srcset)=[\"'](?:https?:)?//",
    re.IGNORECASE,
)
FETCHED_BY_STYLE = re.compile(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", re.IGNORECASE)
LATVIAN = re.compile("[āčēģīķļņšūž]", re.IGNORECASE)
FIXED_WIDTH = re.compile(r"@media[^{]*\d(?:px|pt)\b")
FETCHED_BY_SCRIPT = re.compile(r"[\"'`](?:https?:)?//[\w.]")


def holding(pattern, among):
    return [str(file.relative_to(ROOT)) for file in among if pattern.search(file.read_text("utf-8"))]


@pytest.mark.parametrize("what", INSIDE)
def test_no_template_carries_scripts_or_styles(what):
    assert TEMPLATES
    assert holding(INSIDE[what], TEMPLATES) == []


def test_no_page_asks_anything_of_third_parties():
    assert holding(FETCHED, TEMPLATES) == []
    assert holding(FETCHED_BY_STYLE, STYLES) == []
    assert holding(FETCHED_BY_SCRIPT, SCRIPTS) == []


def test_layouts_turn_narrow_for_who_reads_in_large_letters():
    """A width in em grows with the letters that a reader has set the browser to; one in px does not."""
    assert holding(FIXED_WIDTH, STYLES) == []


def test_latvian_stands_in_the_catalogue_not_in_templates():
    """But for the mandatory publicity text, which is quoted as it must stand."""
    assert holding(LATVIAN, TEMPLATES) == ["templates/components/publicity.html"]


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("script", "<script>alert()</script>"),
        ("style attribute", '<p class="a" style="color: red">'),
        ("handler", '<button onclick="go()">'),
    ],
)
def test_patterns_find_what_they_look_for(what, text):
    assert INSIDE[what].search(text)
