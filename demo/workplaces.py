"""Invented municipalities, offices, their people and employments; all choices come from one seeded Random."""

import datetime

from people.models import Employer, Employment, Municipality, Role, User

from . import names
from .excuses import WORKLOADS

SHARES = {
    "social_worker": 9,
    "social_assistance_organiser": 4,
    "social_carer": 3,
    "social_rehabilitator": 2,
    "carer": 2,
    "family_assistant": 1,
}


def make_municipalities():
    regions = Municipality.Region.values
    return [
        Municipality.objects.create(
            key=f"demo-{number}",
            name=name,
            kind=Municipality.Kind.NOVADS,
            region=regions[number % len(regions)],
            note="Izdomāts paraugs.",
            verified=False,
        )
        for number, name in enumerate(names.MUNICIPALITIES, start=1)
    ]


def make_office(name, municipality, units):
    """An office and its places of work: the units if it has any, else the office itself."""
    kind = Employer.Kind.OFFICE if "dienests" in name else Employer.Kind.PROVIDER
    shared = {"kind": kind, "municipality": municipality}
    office = Employer.objects.create(name=name, address=f"Skolas iela 1, {municipality}", **shared)
    places = [
        Employer.objects.create(name=unit, address=f"Liepu iela {number}, {municipality}", parent=office, **shared)
        for number, unit in enumerate(units, start=1)
    ]
    return office, places or [office]


def invented_name(chance):
    number = chance.randrange(len(names.FIRST_NAMES))
    is_man = number >= len(names.FIRST_NAMES) - names.MEN
    return names.FIRST_NAMES[number], chance.choice(names.SURNAMES)[is_man]


def make_people(chance, office, count):
    """People who cannot sign in."""
    people = []
    for number in range(1, count + 1):
        first, last = invented_name(chance)
        person = User(email=f"persona{number}.birojs{office.pk}@demo.test", first_name=first, last_name=last)
        person.set_unusable_password()
        people.append(person)
    return User.objects.bulk_create(people)


def employment_rows(chance, people, places, first_year, day):
    """One head, the rest by SHARES; a few began later, a few left, a few changed the job at mid-year."""
    roles = Role.objects.in_bulk()
    codes = ["institution_head", *chance.choices(list(SHARES), list(SHARES.values()), k=len(people) - 1)]
    for position, (person, code) in enumerate(zip(people, codes, strict=True)):
        start = datetime.date(first_year, 1, 1)
        fate = chance.random() if position else 1
        if fate < 0.12:
            start = datetime.date(chance.randint(first_year, day.year - 1), chance.randint(2, 11), 1)
        row = Employment(person=person, employer=chance.choice(places), role=roles[code], start=start)
        row.workload = WORKLOADS[position % len(WORKLOADS)]
        if 0.12 <= fate < 0.19:
            row.end = datetime.date(day.year - chance.randint(0, 1), chance.randint(2, 6), 28)
            if row.end >= day:
                row.end = None
        yield row
        if 0.19 <= fate < 0.25 and code != "social_worker":
            row.end = datetime.date(day.year - 1, 6, 30)
            yield Employment(
                person=person,
                employer=row.employer,
                role=roles["social_worker"],
                start=datetime.date(day.year - 1, 7, 1),
            )
