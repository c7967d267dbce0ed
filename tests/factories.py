"""Real rows for tests. What every installation has (groups, professions, municipalities, home page) is looked up."""

import secrets
from datetime import date, datetime
from decimal import Decimal
from uuid import uuid4
from zoneinfo import ZoneInfo

import factory
import wagtail_factories
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from factory.django import DjangoModelFactory

from compliance.actions.external import submit_external
from compliance.models import Document
from courses.models import CataloguePage, CoursePage, LessonPage
from people.models import Appointment, Employer, Employment, Municipality, Role, User

RIGA = ZoneInfo("Europe/Riga")
PASSWORD = "parole-parole"  # noqa: S105 - of invented people


def at(year, month=1, day=1, hour=12, minute=0):
    """A moment of the clock in Latvia."""
    return datetime(year, month, day, hour, minute, tzinfo=RIGA)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence("person{}@example.lv".format)
    first_name = "Ilze"
    last_name = factory.Sequence("Bērziņa {}".format)
    password = factory.django.Password(PASSWORD)

    @factory.post_generation
    def groups(self, create, names):
        self.groups.set([Group.objects.get_or_create(name=name)[0] for name in names or ()])

    @factory.post_generation
    def verified(self, create, verified):
        """The address is confirmed unless the test says verified=False."""
        EmailAddress.objects.create(user=self, email=self.email, primary=True, verified=verified is not False)


class MunicipalityFactory(DjangoModelFactory):
    """By key: `MunicipalityFactory(key="talsu-novads-2021")` is the row every installation has."""

    class Meta:
        model = Municipality
        django_get_or_create = ["key"]

    key = "adazu-novads-2021"
    name = factory.Sequence("Parauga novads {}".format)
    kind = Municipality.Kind.NOVADS
    valid_from = date(2021, 7, 1)


class EmployerFactory(DjangoModelFactory):
    """An office; with parent=… a unit of one, in its municipality."""

    class Meta:
        model = Employer

    name = factory.Sequence("Parauga sociālais dienests {}".format)
    municipality = factory.Maybe(
        "parent",
        yes_declaration=factory.SelfAttribute("parent.municipality"),
        no_declaration=factory.SubFactory(MunicipalityFactory),
    )
    parent = None


class AppointmentFactory(DjangoModelFactory):
    class Meta:
        model = Appointment

    manager = factory.SubFactory(UserFactory, groups=["Specialists", "Managers"])
    employer = factory.SubFactory(EmployerFactory)
    start = date(2024, 1, 1)


class RoleFactory(DjangoModelFactory):
    class Meta:
        model = Role
        django_get_or_create = ["code"]

    code = "social_worker"
    name_lv = name_en = factory.SelfAttribute("code")


class EmploymentFactory(DjangoModelFactory):
    """A confirmed row as it stands; where balances matter, use the actions of compliance."""

    class Meta:
        model = Employment

    person = factory.SubFactory(UserFactory, groups=["Specialists"])
    employer = factory.SubFactory(EmployerFactory)
    role = factory.SubFactory(RoleFactory)
    start = date(2024, 1, 1)
    state = Employment.State.CONFIRMED
    claimed_at = factory.LazyAttribute(lambda row: at(row.start.year, row.start.month, row.start.day))
    decided_at = factory.LazyAttribute(lambda row: None if row.state == Employment.State.CLAIMED else row.claimed_at)


class DocumentFactory(DjangoModelFactory):
    """A kept file that nobody read: where its content matters, use `keep`."""

    class Meta:
        model = Document

    person = factory.SubFactory(UserFactory, groups=["Specialists"])
    uploaded_by = factory.SelfAttribute("person")
    uploaded_at = at(2026)
    name = "apliecība.pdf"
    kind = "pdf"
    size = 4
    digest = factory.LazyFunction(lambda: secrets.token_hex(32))
    file = factory.django.FileField(data=b"%PDF", filename="document.pdf")


def submitted(person, **facts):
    """A certificate from elsewhere that waits: six hours on 1 March, by the real action."""
    moment = facts.pop("at", at(2026, 3, 2))
    day = date(moment.year, 3, 1)
    known = {"title": "Krīzes intervence", "provider": "Biedrība", "first_day": day, "last_day": day}
    amount = {} if facts.get("kind") == "supervision" else {"hours": Decimal(6)}
    return submit_external(person=person, at=moment, **known | amount | facts)


def streamed(kind, **value):
    """One block as the database keeps it; its id is the key of the question."""
    return {"type": kind, "value": value, "id": str(uuid4())}


def listed(*values):
    return [streamed("item") | {"value": value} for value in values]


def single_choice(text="Kuru krāsu redzat?", right="zaļu", wrong=("sarkanu", "zilu"), feedback=""):
    choices = [{"text": right, "correct": True}, *({"text": one, "correct": False} for one in wrong)]
    return streamed("single_choice", text=text, feedback=feedback, choices=listed(*choices))


def multiple_choice(text="Kuri ir pāra skaitļi?", right=("2", "4"), wrong=("3",), feedback=""):
    choices = [{"text": one, "correct": one in right} for one in (*right, *wrong)]
    return streamed("multiple_choice", text=text, feedback=feedback, choices=listed(*choices))


def true_false(text="Zeme ir apaļa.", answer=True, feedback=""):
    return streamed("true_false", text=text, feedback=feedback, answer=answer)


def numeric(text="Cik ir divi un divi?", answer="4", tolerance="0", unit="", feedback=""):
    return streamed("numeric", text=text, feedback=feedback, answer=answer, tolerance=tolerance, unit=unit)


def matching(text="Savienojiet.", pairs=(("suns", "rej"), ("kaķis", "ņaud")), feedback=""):
    sides = [{"left": left, "right": right} for left, right in pairs]
    return streamed("matching", text=text, feedback=feedback, pairs=listed(*sides))


class LessonPageFactory(wagtail_factories.PageFactory):
    """`LessonPageFactory(parent=course, questions=[single_choice()])` ends with a quiz."""

    class Meta:
        model = LessonPage

    title = factory.Sequence("Nodarbība {}".format)
    body = factory.LazyFunction(lambda: [streamed("text") | {"value": "<p>Teksts.</p>"}])
    questions = ()
    shuffled = False


class CoursePageFactory(wagtail_factories.PageFactory):
    """An open course of 8 hours with two lessons (lessons=0: in preparation); `questions=[…]` are its final quiz."""

    class Meta:
        model = CoursePage
        skip_postgeneration_save = True

    parent = factory.LazyFunction(CataloguePage.objects.get)
    title = factory.Sequence("Kurss {}".format)
    summary = "Par ko ir kurss."
    hours = 8
    questions = ()
    shuffled = False

    @factory.post_generation
    def lessons(self, create, number):
        for _ in range(2 if number is None else number):
            LessonPageFactory(parent=self)

    @factory.post_generation
    def state(self, create, state):
        """Open as soon as it has lessons, unless the test says otherwise."""
        self.state = state or (CoursePage.State.OPEN if self.lessons else CoursePage.State.IN_PREPARATION)
        self.save()
