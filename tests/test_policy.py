"""Walks every address of the portal as every group and looks for other people in the answers (tests/policy.py)."""

import uuid
from dataclasses import dataclass, field

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client, override_settings
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from people import groups
from people.actions import name_approver
from tests.factories import (
    AppointmentFactory,
    CoursePageFactory,
    EmployerFactory,
    EmploymentFactory,
    UserFactory,
)
from tests.policy import (
    ACCOUNTS_PREFIX,
    CMS_BREAKS_ON_PURPOSE,
    CMS_GROUPS,
    CMS_OPEN,
    CMS_PREFIX,
    GROUPS,
    POLICY,
    SERVED,
)
from tests.subjects import KEYS, Subject

NAMES = dict(zip(GROUPS[1:], (groups.SPECIALIST, groups.MANAGER, groups.APPROVER, groups.EDITOR, groups.MODERATOR, groups.REVIEWER,
                              groups.ANALYST, groups.ADMINISTRATOR), strict=True))  # fmt: skip
REFUSALS = (403, 404, 405)


class Undo(Exception):
    """Rolls back what one call wrote."""


def addresses(patterns=None, space="", start="/"):
    """Every named address as (full name, its converters, its route), Wagtail's and allauth's too."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = start + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            if pattern.name:
                yield space + pattern.name, pattern.pattern.converters, route.replace("^", "").replace("$", "")
        else:
            inside = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from addresses(pattern.url_patterns, inside, route)


def is_ours(route):
    return not route.startswith((CMS_PREFIX, ACCOUNTS_PREFIX)) or route == "/accounts/profils/"


@pytest.fixture(scope="module", autouse=True)
def _world(django_db_setup, django_db_blocker):
    """The rows of all these tests: no call leaves anything behind, so they are written once and undone at the end."""
    with django_db_blocker.unblock(), override_settings(GUEST_CACHE_SECONDS=60), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def office(_world):
    return EmployerFactory(name="Ādažu novada Sociālais dienests")


@pytest.fixture(scope="module")
def subjects(office):
    """Whose things may be asked for: a colleague's and those of a stranger whose office has no manager."""
    colleague = UserFactory(first_name="Kolēģe", last_name="Kaimiņmarķiere", email="kolege@example.lv")
    stranger = UserFactory(first_name="Svešiniece", last_name="Svešmarķiere", email="svesiniece@example.lv")
    elsewhere = EmployerFactory(name="Talsu novada Sociālais dienests", municipality__key="talsu-novads-2021")
    return {
        "office": Subject(colleague, "Kaimiņmarķiere", office).made(),
        "other": Subject(stranger, "Svešmarķiere", elsewhere).made(),
    }


@dataclass
class Actor:
    """Who asks, with something of their own."""

    own: Subject | None = None
    cookies: str = ""
    client: Client = field(default_factory=Client)

    def window(self):
        """As if it were new, for messages stay in cookies."""
        self.client.cookies.clear()
        self.client.cookies.load(self.cookies)
        return self.client


@pytest.fixture(scope="module")
def actors(office):
    """One of each group, employed at the office; the manager manages it."""
    signed_in = {group: member_of(group, office) for group in GROUPS[1:]}
    return {"guest": Actor()} | {
        group: Actor(Subject(person, "Savējā", office).made(), cookies_of(person))
        for group, person in signed_in.items()
    }


def member_of(group, office):
    person = UserFactory(first_name="Pati", last_name="Savējā", groups={groups.SPECIALIST, NAMES[group]})
    if group == "manager":
        AppointmentFactory(manager=person, employer=office)
    if group == "approver":
        EmploymentFactory(person=person, employer=office)
        name_approver(person=person, employer=office, by=UserFactory())
    return person


def cookies_of(person):
    client = Client()
    client.force_login(person)
    return client.cookies.output(attrs=[], header="", sep=";").strip()


def call(client, method, address):
    """The answer, with whatever it wrote undone."""
    try:
        with transaction.atomic():
            answer = client.generic(method, address, b"attempt=1", "application/x-www-form-urlencoded")
            answer.whole = b"".join(answer) if answer.streaming else answer.content
            raise Undo
    except Undo:
        return answer


def refused(answer, who):
    """403, 404, 405, or sent away: to sign in, or to the page of a course one is not enrolled in."""
    to = answer.get("Location", "")
    turned_away = to.startswith(reverse("account_login")) or ("course" in vars(who) and to == who.course.url)
    return answer.status_code in REFUSALS or turned_away


def check(name, method, group, actor, subject, who, cell):
    address = reverse(name, kwargs=KEYS[name](who) if name in KEYS else None)
    answer = call(actor.window(), method, address)
    reached = cell != "deny" and (name not in KEYS or cell == "allow" or subject in cell.split("+"))
    assert answer.status_code < 500
    assert refused(answer, who) != reached, f"{method} {name} as {group}, {subject}: {answer.status_code}"
    return answer.whole.decode(errors="replace")


def may_show(name, cell, subject):
    """„allow” opens any object; on an address without one it names nobody."""
    return subject in cell.split("+") or (cell == "allow" and name in KEYS)


@pytest.mark.parametrize(("name", "method"), [(name, method) for name in sorted(POLICY) for method in ("GET", "POST")])
def test_every_group_reaches_what_the_policy_says_and_nobody_else(name, method, actors, subjects):
    row = POLICY[name].get(method, dict.fromkeys(GROUPS, "deny"))
    for group, cell in row.items():
        actor = actors[group]
        mine = {"own": actor.own} if actor.own else {}
        for subject, who in (mine | subjects).items():
            text = check(name, method, group, actor, subject, who, cell)
            for other, someone in subjects.items():
                if not may_show(name, cell, other):
                    assert someone.marker not in text, f"{name} as {group} shows {someone.marker}"
            if name not in KEYS:
                break


def test_every_address_of_ours_stands_in_the_policy():
    ours = {name for name, _converters, route in addresses() if is_ours(route) and name not in SERVED}
    assert ours == set(POLICY)


def test_every_address_about_something_says_about_what():
    ours = {name for name, converters, route in addresses() if is_ours(route) and converters and name not in SERVED}
    assert ours == set(KEYS)


EXAMPLES = {"IntConverter": 1, "UUIDConverter": uuid.UUID(int=1), "StringConverter": "x", "SlugConverter": "x"}


def address_of(name, converters):
    """An address of the name with invented arguments; None where its route takes nameless ones."""
    values = {key: EXAMPLES.get(type(converter).__name__, "x") for key, converter in converters.items()}
    try:
        return reverse(name, kwargs=values)
    except NoReverseMatch:
        return None


@pytest.mark.parametrize("group", sorted(set(GROUPS) - CMS_GROUPS))
def test_the_admin_lets_in_only_who_publishes(group, actors):
    client = actors[group].window()
    for name, converters, route in addresses():
        address = address_of(name, converters)
        if not route.startswith(CMS_PREFIX) or address is None or address in CMS_OPEN:
            continue
        answer = call(client, "GET", address)
        sent_away = answer.status_code in (302, 403, 404)
        assert sent_away, f"{name} ({address}) as {group}: {answer.status_code}"


@pytest.mark.parametrize("group", sorted(CMS_GROUPS))
def test_the_admin_never_breaks_for_who_publishes(group, office):
    client = Client()
    client.force_login(member_of(group, office))
    for name, converters, route in addresses():
        if route.startswith(CMS_PREFIX) and not converters and (address := address_of(name, {})):
            if address in CMS_BREAKS_ON_PURPOSE:
                continue
            assert call(client, "GET", address).status_code < 500, name


@pytest.mark.parametrize("group", GROUPS)
def test_account_pages_never_break(group, actors):
    client = actors[group].window()
    for name, converters, route in addresses():
        if route.startswith(ACCOUNTS_PREFIX) and (address := address_of(name, converters)):
            assert call(client, "GET", address).status_code < 500, name


STATES = {"live": "allow", "draft": "deny"}


@pytest.fixture(scope="module")
def draft(_world):
    return CoursePageFactory(title="Melnraksts", live=False)


@pytest.mark.parametrize("group", GROUPS)
def test_pages_are_read_by_state(group, actors, subjects, draft):
    """A live page by anyone, a draft by nobody, a lesson by who is enrolled in its course and by its editors."""
    client, course = actors[group].window(), subjects["other"].course
    lesson = call(client, "GET", course.lessons.first().url)
    assert call(client, "GET", course.url).status_code == 200
    assert call(client, "GET", draft.url).status_code == 404
    assert (lesson.status_code == 200) == (group in CMS_GROUPS)


def test_settings_ask_for_sign_in_unless_a_view_says_otherwise():
    assert "django.contrib.auth.middleware.LoginRequiredMiddleware" in settings.MIDDLEWARE
