"""Parts that every page repeats are rendered once for each language."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from pages.templatetags.kept import rendered


@pytest.fixture(autouse=True)
def _afresh():
    rendered.cache_clear()


def included(told=""):
    return Template('{% load kept %}{% include_kept "components/search_field.html" ' + told + "%}").render(Context())


def test_part_is_in_the_language_of_the_page():
    with override("lv"):
        latvian = included()
    with override("en"):
        english = included()
    assert "Meklēt portālā" in latvian
    assert "Search the portal" in english


def test_part_is_as_it_was_told():
    assert 'id="search-header"' in included('id="search-header"')
    assert 'id="search-other"' in included('id="search-other"')


def test_what_it_was_told_is_escaped():
    page = Template('{% load kept %}{% include_kept "components/search_field.html" id=told %}')
    assert 'id="&lt;b&gt;"' in page.render(Context({"told": "<b>"}))


def test_part_is_rendered_once():
    included(), included()
    assert rendered.cache_info().misses == 1


def test_part_knows_nothing_of_who_asks():
    page = Template('{% load kept %}{% include_kept "components/search_field.html" %}')
    assert page.render(Context({"typed": "mana slepenība"})) == included()
