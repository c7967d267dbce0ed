"""Pages are found by their address in two queries, and what is private stays private."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client, RequestFactory
from wagtail.models import Page, PageViewRestriction, Site

from pages.models import HomePage, StandardPage, for_everyone
from pages.routing import home_path, route

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    home = HomePage.objects.get(locale__language_code="lv")
    return home.add_child(instance=StandardPage(slug="sadala", title="Sadaļa", locale=home.locale))


@pytest.fixture
def lower(section):
    return section.add_child(instance=StandardPage(slug="lapa", title="Lapa", locale=section.locale))


def routed(path):
    request = RequestFactory().get("/")
    route(request, path)
    return request._wagtail_route_for_request


def restrict(page):
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


def test_page_knows_what_stands_above_it_without_asking_again(lower, section, django_assert_num_queries):
    Site.get_site_root_paths()
    with django_assert_num_queries(2):
        found, _args, _kwargs = routed("sadala/lapa/")
        assert [above.pk for above in found.live_above] == [section.pk]
        assert list(found.get_view_restrictions()) == []
        assert found.live_translations == []
    assert found == lower


def test_what_stands_below_a_private_page_asks_the_visitor_to_sign_in(lower, section):
    restrict(section)
    answer = Client().get("/sadala/lapa/")
    assert (answer.status_code, answer.url.partition("?")[0]) == (302, "/_util/login/")
    assert 'href="/sadala/"' not in Client().get("/").content.decode()


def test_alias_is_as_private_as_what_it_repeats(lower, section):
    alias = lower.create_alias(parent=section, update_slug="cits")
    restrict(lower)
    assert Client().get(alias.url).status_code == 302


@pytest.mark.parametrize("condition", ["none", "elsewhere", "above", "itself"])
def test_pages_for_everyone_are_those_that_wagtail_calls_public(lower, section, condition):
    other = section.get_parent().add_child(instance=StandardPage(slug="cita", title="Cita", locale=section.locale))
    if place := {"elsewhere": other, "above": section, "itself": lower}.get(condition):
        restrict(place).groups.set(Group.objects.all())
    pages = Page.objects.exclude(pk=1).public().exact_type(StandardPage)
    assert set(StandardPage.objects.public()) == set(pages.specific())


def steps_to_read_pages_for_everyone():
    steps = []
    connection.connection.set_progress_handler(lambda: steps.append(1), 10)
    list(Page.objects.filter(for_everyone()).values_list("pk"))
    connection.connection.set_progress_handler(None, 0)
    return len(steps)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="counts the steps of SQLite's machine")
def test_no_page_is_compared_with_every_other_once_the_database_knows_its_tables(section):
    steps = []
    for _doubled in range(2):
        for number in range(Page.objects.count(), 2 * Page.objects.count()):
            section.add_child(instance=StandardPage(slug=f"lapa-{number}", title="Lapa", locale=section.locale))
        connection.cursor().execute("ANALYZE")
        steps.append(steps_to_read_pages_for_everyone())
    assert steps[1] < 3 * steps[0]


def test_draft_and_unknown_address_are_not_found(lower, section):
    section.unpublish()
    assert routed("sadala/") is None
    assert routed("sadala/nav/") is None
    assert routed("sadala/lapa/").page == lower


def test_where_there_are_several_sites_wagtail_tells_them_apart(lower, section):
    Site.objects.create(hostname="cits.example.lv", root_page=section)
    assert home_path() is None
    assert Client().get("/sadala/lapa/").status_code == 200
