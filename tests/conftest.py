import gc
from contextlib import ExitStack
from datetime import date

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import caches
from django.utils import translation
from pytest_django.live_server_helper import LiveServer

from glossary import edition
from people import groups
from tests import database, search_server, worked_out
from tests.factories import AppointmentFactory, EmployerFactory, EmploymentFactory, UserFactory
from tests.machine import needed

CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
hypothesis.settings.register_profile(  # a busy machine is no fault of what is tested
    "any machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("any machine")
OWN = {"own_database", "demo_database", "own_site"}


def pytest_collection_finish():
    """What was loaded stays: looking at all of it again and again took a fifth of the suite's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker, tmp_path_factory):
    """In place of pytest-django's: a copy of the template, never a flush. Files go where pytest throws them away."""
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
    with ExitStack() as held:
        with django_db_blocker.unblock():
            held.enter_context(database.copied(database.migrated()))
        worked_out.rest()
        yield
        with django_db_blocker.unblock():
            held.close()


@pytest.fixture(autouse=True)
def _nothing_cached():
    """Neither cached answers, throttled addresses nor terms of the test before: copies begin with one edition."""
    edition.made.cache_clear()
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture(autouse=True)
def _in_latvian():
    """Whatever language the test before was left in."""
    with translation.override("lv"):
        yield


@pytest.fixture
def own_database(django_db_setup, django_db_blocker):
    """A database of the test's own, where rows are committed: for threads, processes and live servers."""
    with django_db_blocker.unblock(), database.copied(database.migrated()):
        yield


@pytest.fixture
def demo_database(django_db_setup, django_db_blocker):
    """Like own_database, with the demo loaded."""
    with django_db_blocker.unblock(), database.copied(database.with_demo()):
        yield


@pytest.fixture
def references_and_admin_search():
    """Wagtail keeps both up to date in this test, as it does for users."""
    with worked_out.working():
        yield


@pytest.fixture
def own_site(request):
    """The address of a server on the test's own database, or on the demo's if the test asks for that one."""
    request.getfixturevalue("demo_database" if "demo_database" in request.fixturenames else "own_database")
    server = LiveServer("127.0.0.1:0")
    yield server.url
    server.stop()


@pytest.fixture
def rows(request):
    """Where the people below are written: the test's own database if it asks for one, else a transaction."""
    request.getfixturevalue(next((name for name in OWN if name in request.fixturenames), "db"))


@pytest.fixture
def office(rows):
    return EmployerFactory(name="Ādažu novada Sociālais dienests")


@pytest.fixture
def other_office(rows):
    return EmployerFactory(name="Talsu novada Sociālais dienests", municipality__key="talsu-novads-2021")


@pytest.fixture
def alice(office):
    """A learner, employed at the office since 2024."""
    alice = UserFactory(email="alice@example.lv", first_name="Alise", last_name="Ozola", groups=[groups.SPECIALIST])
    EmploymentFactory(person=alice, employer=office, start=date(2024, 1, 1))
    return alice


@pytest.fixture
def bob(office):
    """The manager of the office."""
    bob = UserFactory(email="bob@example.lv", groups=[groups.SPECIALIST, groups.MANAGER])
    AppointmentFactory(manager=bob, employer=office)
    return bob


@pytest.fixture
def charlie(other_office):
    """An outsider: a learner employed elsewhere."""
    charlie = UserFactory(email="charlie@example.lv", groups=[groups.SPECIALIST])
    EmploymentFactory(person=charlie, employer=other_office, start=date(2024, 1, 1))
    return charlie


def pytest_terminal_summary(terminalreporter):
    """A whole engine of the search is more than one skipped test."""
    without = [one for one in terminalreporter.stats.get("skipped", ()) if search_server.MISSED in str(one.longrepr)]
    if without:
        told = f"{len(without)} TESTS OF THE SEARCH ON ELASTICSEARCH WERE SKIPPED. TO RUN THEM: {search_server.WAY}"
        terminalreporter.write_line(told, red=True, bold=True)
    for one in without:
        one.longrepr = str(search_server.PLACE), None, one.longrepr[2]  # below this they are one line too


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = needed("chromium", "chromium-browser", "google-chrome", package="chromium")
    return browser_type_launch_args | {"executable_path": chromium, "args": CHROMIUM}
