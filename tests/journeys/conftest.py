"""Stories in a real browser, on a server with a copy of the demo. Every window is watched; a test fails by its noise."""

from unittest.mock import patch

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse
from django.utils.csp import CSP
from pytest_django.live_server_helper import LiveServer

from courses.models import CoursePage
from demo.log_ins import address
from demo.names import PASSWORD
from demo.podcast import store_sounds
from tests import database, worked_out
from tests.journeys.watching import CONTENT, HEIGHT, Watch


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    """The address of the portal with the demo; the stories of one module share it."""
    with django_db_blocker.unblock(), database.copied(database.with_demo()):
        store_sounds()
        with patch(
            "django.test.testcases._MediaFilesHandler", lambda portal: portal
        ):  # the portal serves them in parts
            server = LiveServer("127.0.0.1:0")
        with pages_of_documents(server), worked_out.working():
            yield server.url
        server.stop()


def pages_of_documents(server):
    """They come from a second name of the same server."""
    host = f"{CONTENT}:{server.thread.port}"
    return override_settings(CONTENT_HOST=host, SECURE_CSP=settings.SECURE_CSP | {"img-src": [CSP.SELF, "data:", host]})


@pytest.fixture(scope="module")
def course(site):
    """A real course: lessons, one of them with a quiz, and a final quiz."""
    return CoursePage.objects.get(slug="supervizijas-sanemsana")


@pytest.fixture
def open_window(browser, site):
    """`open_window()` is a guest's; that of the demo's `"vaditajs"`, or of a user, is signed in already."""
    watch, contexts = Watch(site), []

    def opened(who=None, width=1280, **more):
        contexts.append(context_of(who, browser, site, width, **more))
        watch.over(contexts[-1])
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()
    assert watch.heard == []


@pytest.fixture(scope="module")
def _tabs(browser, site):
    """One window for each person, and what was heard of all."""
    watch, tabs = Watch(site), {}
    yield watch, tabs
    for page in tabs.values():
        page.context.close()


@pytest.fixture
def tab_of(browser, site, _tabs):
    """Like open_window, but it stays open for the tests after: half the cost of a page is a window that has seen none."""
    watch, tabs = _tabs
    watch.heard.clear()

    def opened(who):
        if who not in tabs:
            context = context_of(who, browser, site)
            watch.over(context)
            tabs[who] = context.new_page()
        return tabs[who]

    yield opened
    assert watch.heard == []


def context_of(who, browser, site, width=1280, **more):
    more |= {"base_url": site, "locale": "lv-LV", "reduced_motion": "reduce"}
    context = browser.new_context(**more, viewport={"width": width, "height": HEIGHT})
    context.set_default_timeout(15_000)
    if who:
        context.add_cookies([session_of(who) | {"url": site}])
    return context


def session_of(who):
    """The cookie of someone who has just signed in; who tells a story of signing in does it by the form."""
    client = Client()
    client.post(reverse("account_login"), {"login": getattr(who, "email", None) or address(who), "password": PASSWORD})
    return {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}
