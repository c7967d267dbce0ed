"""What the addresses of the policy are about: a person with one of everything, and which of it each address names."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.utils import timezone

from compliance import portal_keys
from compliance.actions.absence_requests import ask_absence
from compliance.actions.absences import record_absence
from compliance.actions.employments import claim_employment, record_employments
from compliance.actions.exemptions import ask_exemption
from compliance.actions.external import approve_external
from compliance.actions.extracts import settle
from compliance.actions.statements import request_statement
from compliance.models import AuditLink, Rule
from courses.models import CataloguePage
from glossary.models import GlossaryPage, TermPage
from lms.actions.enrolments import complete_lesson, enrol, start_attempt
from lms.actions.plans import begin_plan, keep_item
from offices.models import ImportRun
from pages import share_picture
from people.actions import name_approver
from people.models import Employment, Invitation, Role, Topic, User
from people.stops import token
from podcasts.models import Chapter, EpisodePage, ShowPage
from podcasts.transcripts import Cue, webvtt
from publications.models import Volume
from tests.factories import (
    AssignmentFactory,
    CoursePageFactory,
    DocumentFactory,
    EmployerFactory,
    LessonPageFactory,
    UserFactory,
    at,
    single_choice,
    submitted,
)
from tests.publications.making import article, book, issue

DAY = date(2025, 1, 1)


@dataclass
class Subject:
    """A person with one of everything that an address can be about."""

    person: object
    marker: str
    office: object

    def made(self):
        """With all of it at once, as it is written here: whichever address is asked first, the world is the same."""
        for name, thing in vars(type(self)).items():
            if isinstance(thing, cached_property):
                getattr(self, name)
        return self

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
    def document(self):
        return DocumentFactory(person=self.person)

    @cached_property
    def document_for(self):
        """Brought by who manages the office, for nobody else can go on with it."""
        manager = User.objects.filter(appointments__employer=self.office).first()
        return DocumentFactory(person=self.person, uploaded_by=manager or UserFactory())

    @cached_property
    def episode(self):
        """Of the podcast; it is nobody's own."""
        said = webvtt.write([Cue(0, 1, "Labdien.")])
        episode = EpisodePage(title="Epizode", slug=f"epizode-{self.person.pk}", transcript=said)
        episode.chapters = [Chapter(start=0, title="Sākums")]
        return ShowPage.objects.get().add_child(instance=episode)

    @cached_property
    def term(self):
        """Of the dictionary; it is nobody's own."""
        return GlossaryPage.objects.get().add_child(instance=TermPage(title=f"supervīzija {self.person.pk}"))

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
        """Who has left the staff and decides no more, so that others' certificates stay with whom they were."""
        return name_approver(person=UserFactory(), employer=self.office, by=UserFactory())

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
        """What the office keeps of somebody of that name whose work there is over."""
        role = Role.objects.get(pk="social_rehabilitator")
        former = UserFactory(last_name=self.person.last_name)
        record_employments(
            [Employment(person=former, employer=self.office, role=role, start=DAY, end=DAY)], at=at(2025)
        )
        return settle(former, self.office, at=at(2025, 3))

    @cached_property
    def absence(self):
        return record_absence(self.job, start=DAY, end=DAY, by=UserFactory(), at=at(2025))

    @cached_property
    def absence_asked(self):
        return ask_absence(self.job, start=date(2025, 5, 1), end=date(2025, 5, 2), at=at(2025))

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
    def number(self):
        """An issue with an article that can be read."""
        made = issue(number=self.person.pk)
        article(parent=made, body=[{"type": "text", "value": "<p>Teksts</p>"}])
        return made

    @cached_property
    def volume(self):
        return Volume.objects.create(book=book(), title="Prakse teorijā")

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


def term_keys(who):
    return {"number": who.term.pk}


def number_keys(who):
    return {"pk": who.number.pk}


# What each address is about; an address with arguments that is missing here fails.
KEYS = {
    "pages:short": lambda _who: {"pk": CataloguePage.objects.get().pk},
    "pages:picture": lambda who: {"pk": who.course.pk, "version": share_picture.version(who.course)},
    "podcasts:transcript": lambda who: {"pk": who.episode.pk, "form": "vtt"},
    "podcasts:chapters": lambda who: {"pk": who.episode.pk},
    "section_feed": lambda _who: {"section": "temas"},
    "publications:cite": lambda who: number_keys(who) | {"form": "bib"},
    "publications:cite_volume": lambda who: {"pk": who.volume.pk, "form": "bib"},
    "publications:epub": number_keys,
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
    "glossary:term": term_keys,
    "glossary:explanation": term_keys,
    "glossary:term_json": term_keys,
    "glossary:download": lambda _who: {"form": "ttl"},
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
    "lms:ask_absence": lambda who: {"pk": who.job.pk},
    "offices:confirm_absence": lambda who: {"pk": who.absence_asked.pk},
    "offices:decline_absence": lambda who: {"pk": who.absence_asked.pk},
    "offices:ask_exemption": lambda who: {"person": who.job.person_id},
    "offices:decide_exemption": lambda who: {"pk": who.exemption.pk},
    "lms:ask_exemption": lambda who: {"year": who.job.start.year},
    "offices:withdraw_rule": lambda _who: {"pk": Rule.objects.in_force().first().pk},
    "offices:replace_rule": lambda _who: {"pk": Rule.objects.in_force().first().pk},
}
