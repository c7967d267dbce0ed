"""The whole demo, in steps that each are one transaction: an interrupted load goes on where it stopped."""

import datetime
import random

from django.db import transaction
from django.db.models import F, Q

from compliance.actions import statements
from compliance.actions.balances import open_year
from compliance.actions.employments import claim_employment, record_employments
from compliance.actions.external import submit_external
from compliance.actions.extracts import freeze_due
from compliance.models import Kind, Rule
from compliance.norms import valid_on
from courses.models import CoursePage
from glossary.models import TermPage
from people.actions import appoint
from people.models import Employer, Employment, Municipality, Notice, Role, User

from . import (
    addresses,
    archive,
    dictionary,
    events,
    excuses,
    imports,
    learners,
    log_ins,
    names,
    plans,
    podcast,
    publications,
    reading,
    reminding,
    stories,
    teaching,
    workplaces,
    years,
)
from .papers import paper

SEED = 20_150_414
YEARS = 3


def load(today, tell):
    """`tell` hears what is being done; what a former run did is left alone."""
    if not TermPage.objects.exists():
        tell("content")
        load_content()
    podcast.store_sounds()
    if not User.objects.filter(email=log_ins.address("admins")).exists():
        make_people_and_places()
    for sheet in names.OFFICES:
        if not Employer.objects.filter(name=sheet[0]).exists():
            tell(sheet[0])
            load_office(random.Random(f"{SEED} {sheet[0]}"), *sheet, today=today)  # noqa: S311 - repeatable on purpose
    for year in range(today.year - YEARS + 1, today.year + 1):
        open_year(year)
    freeze_due(at=years.at_noon(today))


@transaction.atomic
@archive.indexed_once()
def load_content():
    """A demo that was loaded before there were archives has the rest already."""
    if not CoursePage.objects.exists():
        teaching.load_courses()
        reading.load_methodologies()
        reading.load_standard_pages()
    dictionary.load_dictionary()
    podcast.load_podcast()
    publications.load_publications()
    publications.load_studies()
    events.load_events()
    stories.load_stories()
    addresses.load_addresses()


@transaction.atomic
def make_people_and_places():
    log_ins.make_log_ins()
    workplaces.make_municipalities()


@transaction.atomic
def load_office(chance, name, municipality, count, units, *, today):
    first_year = today.year - YEARS + 1
    began = years.at_noon(datetime.date(first_year, 1, 2))
    office, places = workplaces.make_office(name, Municipality.objects.get(key=f"demo-{municipality + 1}"), units)
    people = workplaces.make_people(chance, office, count)
    rows = record_employments(list(workplaces.employment_rows(chance, people, places, first_year, today)), at=began)
    admin = User.objects.get(email=log_ins.address("admins"))
    appoint(manager=people[0], employer=office, start=datetime.date(first_year, 1, 1), by=admin, at=began)
    for year in range(first_year, today.year + 1):
        years.load_year(chance, rows, norms_on(today), year, today, admin)
    years.load_outside_certificates(chance, rows, today, admin, with_papers=name == names.OFFICES[0][0])
    load_learners(chance, [row for row in rows if row.end is None], today)
    if name == names.OFFICES[0][0]:
        load_log_ins(chance, office, places, today)
        reviewer = User.objects.get(email=log_ins.address("apstiprinatajs"))
        excuses.load_exemptions([row for row in rows if row.end is None], today, reviewer)
    excuses.load_absences(rows, today, admin)
    issue_statements(office, today)
    settle_notices()


def norms_on(day):
    """Academic hours a year by role code."""
    rules = list(Rule.objects.in_force().filter(kind=Kind.TRAINING))
    found = {role: valid_on(rules, role, day) for role in Role.objects.values_list("code", flat=True)}
    return {role: rule.amount for role, rule in found.items() if rule}


def load_learners(chance, rows, today):
    """Of every office three people have finished a course and two are learning."""
    courses = list(CoursePage.objects.live().open())
    for position, row in enumerate(chance.sample(rows, min(5, len(rows)))):
        span = years.days_of(row, today.year, today - datetime.timedelta(days=1))
        if span:
            at = years.at_noon(years.some_day(chance, *span))
            learners.learn(row.person, chance.choice(courses), at=at, lessons=None if position < 3 else 2)


def load_log_ins(chance, office, places, today):
    """The manager of the first office, and a specialist with a year that shows every kind of line."""
    manager, specialist, admin = (
        User.objects.get(email=log_ins.address(name)) for name in ("vaditajs", "specialists", "admins")
    )
    first_day = datetime.date(today.year - YEARS + 1, 1, 1)
    began = years.at_noon(first_day)
    appoint(manager=manager, employer=office, start=first_day, by=admin, at=began)
    roles = Role.objects.in_bulk(["social_worker", "institution_head"])
    rows = record_employments(
        [
            Employment(person=specialist, employer=places[0], role=roles["social_worker"], start=first_day),
            Employment(person=manager, employer=office, role=roles["institution_head"], start=first_day),
            former_job(places[0], roles["social_worker"], first_day, today),
        ],
        at=began,
    )
    for year in range(first_day.year, today.year + 1):
        years.load_year(chance, rows, {"social_worker": 17, "institution_head": 22}, year, today, admin)
    load_specialist(specialist, today)
    reminding.remind_and_assign(manager, specialist, office, today)
    imports.import_lists(manager, office, specialist, today)
    claim_new_colleague(places[-1], today)
    colleague = Employment.objects.confirmed().filter(employer=places[0], end=None).exclude(person=specialist).first()
    plans.load_plans(manager=manager, specialist=specialist, colleague=colleague.person, place=places[0], today=today)


def former_job(place, role, first_day, today):
    """Of someone who left last year; the office keeps an extract."""
    person = User(email="bijusi.kolege@demo.test", first_name="Velga", last_name="Paraudziņa")
    person.set_unusable_password()
    person.save()
    return Employment(
        person=person, employer=place, role=role, start=first_day, end=datetime.date(today.year - 1, 9, 30)
    )


def load_specialist(specialist, today):
    """One course finished, one begun, one outside certificate waiting; the past year as it stood."""
    statements.request_statement(
        person=specialist, year=today.year - 1, at=years.at_noon(today.replace(month=1, day=2))
    )
    courses = list(CoursePage.objects.live().open().order_by("pk"))
    learners.learn(specialist, courses[0], at=years.at_noon(log_ins.days_before(today, 40)))
    learners.learn(specialist, courses[1], at=years.at_noon(log_ins.days_before(today, 5)), lessons=2)
    day = log_ins.days_before(today, 19)
    told = {
        "title": "Motivējošā intervēšana",
        "provider": names.PROVIDERS[0],
        "hours": years.HOURS[1],
        "at": years.at_noon(day),
    }
    document = paper(specialist, day=day, **told)
    submit_external(person=specialist, first_day=day, last_day=day, document=document, **told)


def claim_new_colleague(place, today):
    """Someone the manager has still to confirm."""
    person = User(email="jauna.kolege@demo.test", first_name="Undīne", last_name="Paraudziņa")
    person.set_unusable_password()
    person.save()
    role = Role.objects.get(code="social_assistance_organiser")
    start = log_ins.days_before(today, 12)
    claim_employment(person=person, employer=place, role=role, start=start, at=years.at_noon(start))


def issue_statements(office, today):
    """As the portal did at the end of each year, and does now."""
    staff = Employment.objects.filter(Q(employer=office) | Q(employer__parent=office))
    people = set(staff.values_list("person_id", flat=True))
    for year in range(today.year - YEARS + 1, today.year + 1):
        statements.settle(people, at=years.at_noon(min(today, datetime.date(year, 12, 28))))


def settle_notices():
    """Nothing is mailed to invented people: what the actions wrote counts as sent."""
    Notice.objects.exclude(state=Notice.State.SENT).update(state=Notice.State.SENT, sent_at=F("created_at"))
