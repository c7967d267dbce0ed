"""Walks every address of the portal as every group and looks for other people in the answers (tests/policy.py)."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse
from django.utils import timezone

from compliance import portal_keys
from compliance.actions.absences import record_absence
from compliance.actions.employments import claim_employment, record_employments
from compliance.actions.exemptions import ask_exemption
from compliance.actions.external import approve_external
from compliance.actions.extracts import settle
from compliance.actions.statements import request_statement
from compliance.models import AuditLink, Rule
from lms.actions import complete_lesson, enrol, start_attempt
from lms.plan_actions import begin_plan, keep_item
from offices.models import ImportRun
from people import groups
from people.actions import name_approver
from people.models import Employment, Invitation, Role, Topic
from people.stops import token
from tests.factories import (
    AppointmentFactory,
    AssignmentFactory,
    CoursePageFactory,
    DocumentFactory,
    EmployerFactory,
    EmploymentFactory,
    LessonPageFactory,
    UserFactory,
    at,
    single_choice,
    submitted,
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

pytestmark = pytest.mark.django_db
NAMES = dict(zip(GROUPS[1:], (groups.SPECIALIST, groups.MANAGER, groups.APPROVER, groups.EDITOR, groups.MODERATOR, groups.REVIEWER,
                              groups.ANALYST, groups.ADMINISTRATOR), strict=True))  # fmt: skip
DAY = date(2025, 1, 1)
REFUSALS = (403, 404, 405)


class Undo(Exception):
    """Rolls back what one call wrote."""


@dataclass
class Subject:
    """A person with one of everything that an address can be about."""

    person: object
    marker: str
    office: object

    @cached_property
    def job(self):
        row = Employment(person=self.person, employer=self.office, role=Role.objects.get(pk="carer"), start=DAY)
        return record_employments([row], at=at(2025))[0]

    @cached_property
    def claim(self):
        role = Role.objects.get(pk="social_carer")
        return claim_employment(person=self.person, employer=self.office, role=role, start=DAY, at=at(2025))

    @cached_property
    def invitation(self):
        host = EmployerFactory()
        return Invitation.objects.create(
            email=self.person.email, employer=host, role=Role.objects.get(pk="carer"), start=DAY,
            invited_by=UserFactory(), created_at=at(2025),
        )  # fmt: skip

    @cached_property
    def document_for(self):
        """Uploaded by somebody who manages."""
        return DocumentFactory(person=self.person, uploaded_by=UserFactory())

    @cached_property
    def outside(self):
        """A certificate from elsewhere that waits."""
        return submitted(self.person, at=at(2025, 3))

    @cached_property
    def approved(self):
        approve_external(certificate := submitted(self.person, at=at(2025, 3)), by=UserFactory())
        return certificate

    @cached_property
    def approver(self):
        job = EmploymentFactory(employer=self.office)
        return name_approver(person=job.person, employer=self.office, by=UserFactory())

    @cached_property
    def assignment(self):
        return AssignmentFactory(person=self.person, employer=self.office)

    @cached_property
    def import_run(self):
        return ImportRun.objects.create(
            kind="staff", employer=self.office, uploaded_by=self.person, uploaded_at=at(2025), file_name="saraksts.csv"
        )

    @cached_property
    def course(self):
        """A course that this person alone has begun, whose second lesson ends with a quiz that is being taken."""
        course = CoursePageFactory(lessons=1, questions=[single_choice()])
        lesson = LessonPageFactory(parent=course, questions=[single_choice()])
        enrolment = enrol(person=self.person, course=course, at=at(2025, 2))
        start_attempt(enrolment, quiz_key=lesson.translation_key, at=at(2025, 2))
        return course

    @cached_property
    def extract(self):
        """What the office keeps of a job that is over."""
        role = Role.objects.get(pk="social_rehabilitator")
        row = Employment(person=self.person, employer=self.office, role=role, start=DAY, end=DAY)
        record_employments([row], at=at(2025))
        self.person.employments.update(end=DAY)
        return settle(self.person, self.office, at=at(2025, 3))

    @cached_property
    def absence(self):
        return record_absence(self.job, start=DAY, by=UserFactory(), at=at(2025))

    @cached_property
    def exemption(self):
        assert self.job
        return ask_exemption(person=self.person, year=2025, reason="Iemesls", by=self.person, at=at(2025))

    @cached_property
    def certificate(self):
        course = CoursePageFactory(lessons=1)
        enrolment = enrol(person=self.person, course=course, at=at(2025, 2))
        key = enrolment.version.content["lessons"][0]["key"]
        return complete_lesson(enrolment, lesson_key=key, at=at(2025, 3)).certificate

    @cached_property
    def statement(self):
        assert self.job
        return request_statement(person=self.person, year=2025, at=at(2025, 6))

    @cached_property
    def audit_link(self):
        """The link and its token."""
        return AuditLink.make(self.statement, lasting=timedelta(days=7), at=timezone.now())

    @cached_property
    def plan_item(self):
        plan = begin_plan(person=self.person, employer=self.office, year=DAY.year, by=self.person, at=at(2025))
        said = {"theme": "Tēma", "activity": "Lekcija", "course_key": None, "hours": 2, "until": date(2025, 12, 31)}
        return keep_item(plan, **said)


def plan_keys(who):
    return {"pk": who.plan_item.plan_id}


def item_keys(who):
    return plan_keys(who) | {"item": who.plan_item.pk}


def course_keys(who):
    return {"course": who.course.translation_key}


def lesson_keys(who):
    return course_keys(who) | {"lesson": who.course.lessons.first().translation_key}


def quiz_keys(who):
    return course_keys(who) | {"quiz": who.course.lessons.last().translation_key}


def statement_keys(who):
    return {"code": who.statement.code}


def token_keys(who):
    return {"token": who.audit_link[1]}


# What each address is about; an address with arguments that is missing here fails.
KEYS = {
    "stop_mails": lambda who: {"token": token(who.person.pk, Topic.MANAGER)},
    "lms:year": lambda _who: {"year": timezone.localdate().year},
    "lms:statement": lambda _who: {"year": timezone.localdate().year},
    "lms:request_statement": lambda _who: {"year": timezone.localdate().year},
    "lms:make_audit_link": statement_keys,
    "lms:withdraw_audit_link": lambda who: {"pk": who.audit_link[0].pk},
    "lms:end_employment": lambda who: {"pk": who.job.pk},
    "lms:accept_invitation": lambda who: {"pk": who.invitation.pk},
    "lms:decline_invitation": lambda who: {"pk": who.invitation.pk},
    "lms:describe": lambda who: {"document": who.document.pk},
    "lms:outside": lambda who: {"pk": who.outside.pk},
    "lms:withdraw": lambda who: {"pk": who.outside.pk},
    "lms:start": course_keys,
    "lms:enrol": course_keys,
    "lms:resume": course_keys,
    "lms:leave": course_keys,
    "lms:finish": course_keys,
    "lms:lesson": lesson_keys,
    "lms:complete": lesson_keys,
    "lms:quiz": quiz_keys,
    "lms:start_attempt": quiz_keys,
    "lms:submit_attempt": quiz_keys,
    "lms:add_plan_item": plan_keys,
    "lms:plan_item": item_keys,
    "lms:remove_plan_item": item_keys,
    "lms:agree_to_plan": plan_keys,
    "lms:plan_pdf": plan_keys,
    "compliance:verify": lambda who: {"code": who.certificate.code},
    "compliance:certificate": lambda who: {"code": who.certificate.code},
    "compliance:facts": statement_keys,
    "compliance:signature": statement_keys,
    "compliance:audit": token_keys,
    "compliance:audit_pdf": token_keys,
    "compliance:audit_facts": token_keys,
    "compliance:audit_signature": token_keys,
    "compliance:key": lambda _who: {"fingerprint": next(iter(portal_keys.published()))},
    "offices:extract_pdf": lambda who: {"pk": who.extract.pk},
    "offices:extract_csv": lambda who: {"pk": who.extract.pk},
    "offices:import_template_xlsx": lambda _who: {"kind": "staff"},
    "offices:import_template_csv": lambda _who: {"kind": "training"},
    "offices:import_run": lambda who: {"pk": who.import_run.pk},
    "offices:import_errors": lambda who: {"pk": who.import_run.pk},
    "offices:import_confirm": lambda who: {"pk": who.import_run.pk},
    "offices:import_abandon": lambda who: {"pk": who.import_run.pk},
    "compliance:document": lambda who: {"pk": who.document.pk},
    "offices:person": lambda who: {"person": who.job.person_id},
    "offices:withdraw": lambda who: {"pk": who.assignment.pk},
    "offices:development_plan": lambda who: {"person": who.job.person_id},
    "offices:confirm": lambda who: {"pk": who.claim.pk},
    "offices:correct": lambda who: {"pk": who.claim.pk},
    "offices:reject": lambda who: {"pk": who.claim.pk},
    "offices:end_approver": lambda who: {"pk": who.approver.pk},
    "offices:submit_for": lambda who: {"person": who.job.person_id},
    "offices:describe_for": lambda who: {"person": who.job.person_id, "document": who.document_for.pk},
    "offices:certificate": lambda who: {"pk": who.outside.pk},
    "offices:correct_certificate": lambda who: {"pk": who.approved.pk},
    "offices:mark_seen": lambda who: {"pk": who.approved.pk},
    "offices:end": lambda who: {"pk": who.job.pk},
    "offices:record_absence": lambda who: {"pk": who.job.pk},
    "offices:withdraw_absence": lambda who: {"pk": who.absence.pk},
    "offices:ask_exemption": lambda who: {"person": who.job.person_id},
    "offices:decide_exemption": lambda who: {"pk": who.exemption.pk},
    "lms:ask_exemption": lambda who: {"year": who.job.start.year},
    "offices:replace_rule": lambda _who: {"pk": Rule.objects.in_force().first().pk},
}


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


@pytest.fixture
def office():
    return EmployerFactory(name="Ādažu novada Sociālais dienests")


@pytest.fixture
def subjects(office):
    """Whose things may be asked for: a colleague's and those of a stranger whose office has no manager."""
    colleague = UserFactory(first_name="Kolēģe", last_name="Kaimiņmarķiere", email="kolege@example.lv")
    stranger = UserFactory(first_name="Svešiniece", last_name="Svešmarķiere", email="svesiniece@example.lv")
    elsewhere = EmployerFactory(name="Talsu novada Sociālais dienests", municipality__key="talsu-novads-2021")
    return {
        "office": Subject(colleague, "Kaimiņmarķiere", office),
        "other": Subject(stranger, "Svešmarķiere", elsewhere),
    }


def member_of(group, office):
    """Someone of the group, employed at the office; the manager manages it."""
    if group == "guest":
        return AnonymousUser()
    person = UserFactory(first_name="Pati", last_name="Savējā", groups={groups.SPECIALIST, NAMES[group]})
    if group == "manager":
        AppointmentFactory(manager=person, employer=office)
    if group == "approver":
        EmploymentFactory(person=person, employer=office)
        name_approver(person=person, employer=office, by=UserFactory())
    return person


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
    client = Client()
    if group != "guest":
        client.force_login(actor)
    address = reverse(name, kwargs=KEYS[name](who) if name in KEYS else None)
    answer = call(client, method, address)
    reached = cell != "deny" and (name not in KEYS or cell == "allow" or subject in cell.split("+"))
    assert answer.status_code < 500
    assert refused(answer, who) != reached, f"{method} {name} as {group}, {subject}: {answer.status_code}"
    return answer.whole.decode(errors="replace")


def may_show(name, cell, subject):
    """„allow” opens any object; on an address without one it names nobody."""
    return subject in cell.split("+") or (cell == "allow" and name in KEYS)


@pytest.mark.parametrize(("name", "method"), [(name, method) for name in sorted(POLICY) for method in ("GET", "POST")])
def test_every_group_reaches_what_the_policy_says_and_nobody_else(name, method, office, subjects):
    row = POLICY[name].get(method, dict.fromkeys(GROUPS, "deny"))
    for who in subjects.values():
        assert who.job
    for group, cell in row.items():
        actor = member_of(group, office)
        mine = {} if group == "guest" else {"own": Subject(actor, "Savējā", office)}
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
def test_the_admin_lets_in_only_who_publishes(group, office):
    client = Client()
    if group != "guest":
        client.force_login(member_of(group, office))
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
def test_account_pages_never_break(group, office):
    client = Client()
    if group != "guest":
        client.force_login(member_of(group, office))
    for name, converters, route in addresses():
        if route.startswith(ACCOUNTS_PREFIX) and (address := address_of(name, converters)):
            assert call(client, "GET", address).status_code < 500, name


STATES = {"live": "allow", "draft": "deny"}


@pytest.mark.parametrize("group", GROUPS)
def test_pages_are_read_by_state(group, office, subjects):
    """A live page by anyone, a draft by nobody, a lesson by who is enrolled in its course and by its editors."""
    client, course = Client(), subjects["other"].course
    if group != "guest":
        client.force_login(member_of(group, office))
    draft = CoursePageFactory(title="Melnraksts", live=False)
    lesson = call(client, "GET", course.lessons.first().url)
    assert call(client, "GET", course.url).status_code == 200
    assert call(client, "GET", draft.url).status_code == 404
    assert (lesson.status_code == 200) == (group in CMS_GROUPS)


def test_settings_ask_for_sign_in_unless_a_view_says_otherwise():
    assert "django.contrib.auth.middleware.LoginRequiredMiddleware" in settings.MIDDLEWARE
